// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/client';

export type Finding = Schemas['PatrolFinding'];
export const states = ['open', 'explained', 'confirmed', 'passed_on'] as const;
export const decisions = ['explained', 'confirmed', 'passed_on'] as const;
export type FindingState = (typeof states)[number];

export function stateIn(text: unknown): FindingState {
  return states.find((one) => one === text) ?? 'open';
}

const weights: Record<string, number> = { grave: 2, serious: 1, notice: 0 };
const weightOf = (finding: Pick<Finding, 'severity'>) => weights[finding.severity] ?? 0;

// The gravest first, within that the newest.
export function byGravity<F extends Pick<Finding, 'severity' | 'found'>>(findings: readonly F[]): F[] {
  return [...findings].sort((a, b) => weightOf(b) - weightOf(a) || b.found.localeCompare(a.found));
}

// Where an auditor finds the looks a finding counts. The account is not put into an address.
export function looksOf(finding: Pick<Finding, 'unit' | 'from' | 'to' | 'asker'>) {
  return finding.asker ? { path: '/work/ledger', query: { unit: finding.unit, from: finding.from.slice(0, 10), to: finding.to.slice(0, 10) } } : null;
}
