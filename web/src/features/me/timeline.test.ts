// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Look, barsOf, byDay } from './timeline';

function look(number: number, at: string): Look {
  const nothing = { zh: '', en: '' };
  return { number, at, was_sealed: false, unit: '', unit_code: '', purpose: '', purpose_label: nothing, matter: '', consent: '', channel: '', basis: '', article: nothing, items: [], item_labels: [], shown: 0, withheld: 0 };
}

it('gathers looks by China’s day', () => {
  const days = byDay([look(3, '2026-11-27T01:00:00+08:00'), look(2, '2026-11-26T17:30:00Z'), look(1, '2026-11-26T10:00:00+08:00')]);
  expect(days.map((one) => [one.day, one.looks.map((two) => two.number)])).toEqual([['2026-11-27', [3, 2]], ['2026-11-26', [1]]]);
  expect(byDay([])).toEqual([]);
});

it('draws bars against the longest', () => {
  expect(barsOf([10, 5, 0, 1000])).toEqual([2, 2, 0, 100]);
  expect(barsOf([])).toEqual([]);
  expect(barsOf([0])).toEqual([0]);
});
