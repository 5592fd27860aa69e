// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { matching } from './useItems';

const items = [
  { id: 'penalty', label: { zh: '行政处罚信息', en: 'Administrative penalties' }, item_class: '03', fields: 33 },
  { id: 'honour', label: { zh: '表彰奖励信息', en: 'Honours and awards' }, item_class: '11', fields: 27 },
];

it('finds an item by a piece of its name in either language', () => {
  expect(matching(items, '处罚').map((one) => one.id)).toEqual(['penalty']);
  expect(matching(items, ' AWARD ').map((one) => one.id)).toEqual(['honour']);
  expect(matching(items, '')).toHaveLength(2);
});
