// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Month, monthsBetween, percentText, rateOf, sumByMonth } from './shares';

it('does not round a share up to all or down to nothing', () => {
  expect([percentText({ part: 9999, whole: 10000 }), percentText({ part: 1, whole: 10000 }), percentText({ part: 0, whole: 0 })]).toEqual(['>99.9%', '<0.1%', '–']);
  expect([percentText({ part: 1, whole: 3 }), percentText({ part: 5, whole: 5 }), percentText({ part: 0, whole: 5 })]).toEqual(['33.3%', '100%', '0%']);
});

it('names the months over the turn of a year', () => {
  expect(monthsBetween('2026-11-15', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthsBetween('2026-11-15', '2026-11-20')).toEqual(['2026-11']);
});

it('sums what several providers sent, and leaves a month empty that had nothing', () => {
  const row = (month: string, sent: number) => ({ month, sent, duplicate: 1, rejected: 2, late: 0 }) as Month;
  const sums = sumByMonth(['2026-10', '2026-11'], [row('2026-11', 5), row('2026-11', 7)]);
  expect(sums.map((one) => [one.sent, one.rejected])).toEqual([[0, 0], [12, 4]]);
  expect([rateOf(0, 0), rateOf(1, 3)]).toEqual([null, 33.3]);
});
