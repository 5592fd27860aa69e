// SPDX-License-Identifier: Apache-2.0
// Sums of the counted lines, each of which is an item in a city.
import type { Schemas, Words } from '@/api/client';
import { cityOf } from '@/ui/cities';

export type Line = Schemas['RecordCount'];

export interface CitySum {
  code: string; // four digits; empty: the province itself, or no place
  records: number;
}

export function byCity(lines: readonly Line[], item: string): CitySum[] {
  const sums = new Map<string, CitySum>();
  for (const line of lines) {
    const code = cityOf(line.region)?.code ?? '';
    const sum = sums.get(code) ?? { code, records: 0 };
    sum.records += !item || line.item === item ? line.records : 0;
    sums.set(code, sum);
  }
  return [...sums.values()].sort((a, b) => Number(!a.code) - Number(!b.code) || b.records - a.records);
}

export interface ItemSum {
  item: string;
  label: Words;
  nature: Words;
  records: number;
}

export function byItem(lines: readonly Line[]): ItemSum[] {
  const sums = new Map<string, ItemSum>();
  for (const line of lines) {
    const sum = sums.get(line.item) ?? { item: line.item, label: line.item_label, nature: line.nature_label, records: 0 };
    sum.records += line.records;
    sums.set(line.item, sum);
  }
  return [...sums.values()].sort((a, b) => b.records - a.records);
}

export function total(sums: readonly { records: number }[]): number {
  return sums.reduce((sum, one) => sum + one.records, 0);
}

export function percent(part: number, whole: number): string {
  return whole > 0 ? `${((part * 100) / whole).toFixed(1)}%` : '';
}
