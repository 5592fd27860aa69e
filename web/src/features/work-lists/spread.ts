// SPDX-License-Identifier: Apache-2.0
// Numbers of lists, put in order for a page.
import type { Schemas } from '@/api/client';

export type ListSpread = Schemas['ListSpread'];
export const sorts = ['serious', 'abnormal', 'red'] as const;
export type Sort = (typeof sorts)[number];

export interface Row extends ListSpread {
  area: string;
}

export interface Choice {
  sort: string;
  used: boolean;
  text: string;
}

// The fullest first; lists of equal size by name.
export function chosen(rows: readonly Row[], choice: Choice, name: (row: Row) => string): Row[] {
  const text = choice.text.trim().toLowerCase();
  return rows
    .filter((row) => (!choice.sort || row.sort === choice.sort) && (!choice.used || row.on > 0 || row.entered > 0) && (!text || `${name(row)} ${row.area}`.toLowerCase().includes(text)))
    .sort((a, b) => b.on - a.on || b.entered - a.entered || name(a).localeCompare(name(b), 'zh'));
}

export function totals(rows: readonly ListSpread[]) {
  const sum = (of: (row: ListSpread) => number) => rows.reduce((all, row) => all + of(row), 0);
  return { lists: rows.length, on: sum((row) => row.on), entered: sum((row) => row.entered), flagged: rows.filter((row) => row.flags.length > 0).length };
}

// “+12%”, “−3”: in per cent where there is something to compare with.
export function growthText(row: ListSpread): string {
  const sign = (count: number) => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0');
  if (row.growth_percent !== undefined) return `${sign(row.growth_percent)}%`;
  return row.on === 0 ? '—' : sign(row.on - row.year_ago);
}

export function shareText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;
}
