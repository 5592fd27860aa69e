// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { classesOf, looksByDay, regionsOf } from './statistics';

const words = (zh: string) => ({ zh, en: zh });
const line = (item_class: string, region: string, records: number): Schemas['RecordCount'] => ({
  item: item_class, item_label: words(item_class), item_class, class_label: words(item_class), nature: 'basic', nature_label: words('基础信息'),
  region, region_label: region, records, organizations: records,
});

describe('records', () => {
  const counts: Schemas['RecordCounts'] = { counted: '2026-03-02T09:00:00+08:00', lines: [line('01', '370100', 5), line('03', '370100', 7), line('03', '370200', 2)], totals: { records: 14, organizations: 9 } };
  it('are added up by class, the fullest first', () => {
    expect(classesOf(counts).map((one) => [one.id, one.records])).toEqual([['03', 9], ['01', 5]]);
  });
  it('lie where they lie, of one class or of all', () => {
    expect(regionsOf(counts, '03').map((one) => one.count)).toEqual([7, 2]);
    expect(regionsOf(counts, '')).toHaveLength(3);
  });
});

describe('looks', () => {
  const look = (day: string, purpose: string, looks: number) => ({ day, purpose, purpose_label: words(purpose), looks });
  const counts: Schemas['LookCounts'] = {
    from: '2026-02-27', to: '2026-03-02', public_views: [{ day: '2026-03-02', views: 4 }],
    looks: [look('2026-02-28', 'a', 1), look('2026-02-28', 'b', 2), look('2026-03-02', 'b', 3), look('2026-03-01', 'c', 1)],
  };
  it('stand on every day, the most used purpose first, the public last', () => {
    const found = looksByDay(counts, 2);
    expect(found.days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(found.series.map((one) => [one.label?.zh, one.values])).toEqual([['b', [0, 2, 0, 3]], ['a', [0, 1, 0, 0]], [undefined, [0, 0, 0, 4]]]);
  });
});
