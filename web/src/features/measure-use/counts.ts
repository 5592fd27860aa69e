// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/client';

export type Counts = Schemas['MeasureCounts'];
export type Outcome = Schemas['MeasureOutcome'];
export const whyNot = ['put_right', 'exempt', 'ground_gone', 'unrelated', 'other'] as const;
export const afters = ['ground_withdrawn', 'ground_repaired', 'ground_corrected', 'overturned', 'fell'] as const;

export function sumOf<T extends { counts: Counts }>(rows: readonly T[], of: (counts: Counts) => number): number {
  return rows.reduce((all, row) => all + of(row.counts), 0);
}

// Those told of, the most often first.
export function toldOf(measures: readonly Outcome[]): Outcome[] {
  return measures.filter((one) => one.counts.told > 0).sort((a, b) => b.counts.told - a.counts.told);
}
