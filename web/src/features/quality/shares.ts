// SPDX-License-Identifier: Apache-2.0
// Shares as people read them, and months as a line needs them.
import type { Schemas } from '@/api/client';

export type Measure = Schemas['Measure'];
export type QualityLine = Schemas['QualityLine'];
export type Month = Schemas['SubmissionMonth'];

// One decimal; a share of almost all is not rounded up to all, nor one of almost nothing down to it.
export function percentText(value: { part: number; whole: number }): string {
  if (value.whole === 0) return '–';
  const percent = (100 * value.part) / value.whole;
  if (value.part > 0 && percent < 0.1) return '<0.1%';
  if (value.part < value.whole && percent > 99.9) return '>99.9%';
  return `${Number(percent.toFixed(1))}%`;
}

// "2026-11-01", "2027-02-03": the months from the first to the second.
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  const last = to.slice(0, 7);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

export interface MonthSum {
  month: string;
  sent: number;
  duplicate: number;
  rejected: number;
  late: number;
}

// Of all providers and items of a month together; a month without a submission counts nothing.
export function sumByMonth(months: readonly string[], rows: readonly Month[]): MonthSum[] {
  return months.map((month) => rows.filter((row) => row.month === month).reduce<MonthSum>(
    (sum, row) => ({ month, sent: sum.sent + row.sent, duplicate: sum.duplicate + row.duplicate, rejected: sum.rejected + row.rejected, late: sum.late + row.late }),
    { month, sent: 0, duplicate: 0, rejected: 0, late: 0 },
  ));
}

// Nothing, not nought, where there is nothing to divide by.
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Number(((100 * part) / whole).toFixed(1));
}
