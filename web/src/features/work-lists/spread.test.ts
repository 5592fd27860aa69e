// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Row, chosen, growthText, shareText, totals } from './spread';

function row(list: string, more: Partial<Row> = {}): Row {
  return { list, label: { zh: list, en: list }, sort: 'serious', area: '', on: 0, entered: 0, left: 0, year_ago: 0, months: [], by_region: [], by_kind: [], small: 0, size_known: 0, disputed: 0, repaired: 0, withdrawn: 0, flags: [], ...more };
}
const name = (one: Row) => one.list;

describe('lists', () => {
  const rows = [row('a'), row('b', { on: 4, entered: 5 }), row('c', { on: 9, sort: 'red', area: '税收' })];
  it('stand with the fullest first', () => {
    expect(chosen(rows, { sort: '', used: false, text: '' }, name).map(name)).toEqual(['c', 'b', 'a']);
  });
  it('are chosen by kind, by use and by text', () => {
    expect(chosen(rows, { sort: 'serious', used: true, text: '' }, name).map(name)).toEqual(['b']);
    expect(chosen(rows, { sort: '', used: false, text: '税' }, name).map(name)).toEqual(['c']);
  });
  it('add up', () => {
    expect(totals(rows)).toEqual({ lists: 3, on: 13, entered: 5, flagged: 0 });
  });
});

describe('growth', () => {
  it('is told in per cent where there was somebody a year ago', () => {
    expect(growthText(row('a', { on: 3, year_ago: 2, growth_percent: 50 }))).toBe('+50%');
    expect(growthText(row('a', { on: 1, year_ago: 2, growth_percent: -50 }))).toBe('−50%');
    expect(growthText(row('a', { on: 3 }))).toBe('+3');
    expect(growthText(row('a'))).toBe('—');
  });
  it('and shares only of what is known', () => {
    expect([shareText(1, 3), shareText(0, 0)]).toEqual(['33%', '—']);
  });
});
