// SPDX-License-Identifier: Apache-2.0
// Counts of records and looks, put in order for charts.
import type { Schemas, Words } from '@/api/client';
import { addDays } from '@/shared/dates';

type RecordCounts = Schemas['RecordCounts'];
type LookCounts = Schemas['LookCounts'];

export interface Kind {
  id: string;
  label: Words;
  records: number;
}

// By class of items, the fullest first.
export function classesOf(counts: RecordCounts): Kind[] {
  const found = new Map<string, Kind>();
  for (const line of counts.lines) {
    const kind = found.get(line.item_class) ?? { id: line.item_class, label: line.class_label, records: 0 };
    found.set(line.item_class, { ...kind, records: kind.records + line.records });
  }
  return [...found.values()].sort((a, b) => b.records - a.records);
}

export function regionsOf(counts: RecordCounts, itemClass: string): { region: string; count: number }[] {
  return counts.lines.filter((line) => !itemClass || line.item_class === itemClass).map((line) => ({ region: line.region, count: line.records }));
}

export interface DaySeries {
  label: Words | null; // null: the public
  values: number[];
}

// Each purpose over every day of the time, days without a look too; the most used first, and what
// is beyond `most` left to the table of the ledger.
export function looksByDay(counts: LookCounts, most: number): { days: string[]; series: DaySeries[] } {
  const days: string[] = [];
  for (let day = counts.from; day <= counts.to; day = addDays(day, 1)) days.push(day);
  const at = new Map(days.map((day, index) => [day, index]));
  const blank = () => days.map(() => 0);

  const purposes = new Map<string, DaySeries>();
  for (const one of counts.looks) {
    const series = purposes.get(one.purpose) ?? { label: one.purpose_label, values: blank() };
    const index = at.get(one.day);
    if (index !== undefined) series.values[index] = (series.values[index] ?? 0) + one.looks;
    purposes.set(one.purpose, series);
  }
  const open: DaySeries = { label: null, values: blank() };
  for (const one of counts.public_views) {
    const index = at.get(one.day);
    if (index !== undefined) open.values[index] = one.views;
  }
  const sum = (series: DaySeries) => series.values.reduce((all, one) => all + one, 0);
  const ranked = [...purposes.values()].sort((a, b) => sum(b) - sum(a)).slice(0, most);
  return { days, series: [...ranked, open].filter((series) => sum(series) > 0) };
}
