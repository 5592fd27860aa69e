// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Line, byCity, byItem, percent, total } from './sums';

const line = (item: string, region: string, records: number): Line =>
  ({
    item, item_label: { zh: item, en: item }, item_class: '03', class_label: { zh: '', en: '' }, nature: 'other', nature_label: { zh: '', en: '' },
    region, region_label: region === '370100' ? '济南市' : '', records, organizations: records,
  });
const lines = [line('permit', '370100', 5), line('penalty', '370100', 2), line('penalty', '370200', 9), line('penalty', '370000', 4), line('penalty', '', 1)];

it('sums by city; what has no city comes last, together', () => {
  expect(byCity(lines, '').map((one) => [one.code, one.records])).toEqual([['3702', 9], ['3701', 7], ['', 5]]);
  expect(byCity(lines, 'permit').map((one) => [one.code, one.records])).toEqual([['3701', 5], ['3702', 0], ['', 0]]);
});
it('sums by item, and loses nothing', () => {
  expect(byItem(lines).map((one) => [one.item, one.records])).toEqual([['penalty', 16], ['permit', 5]]);
  expect(total(byItem(lines))).toBe(total(byCity(lines, '')));
});
it('tells a share, and none of nothing', () => {
  expect(percent(1, 3)).toBe('33.3%');
  expect(percent(0, 0)).toBe('');
});
