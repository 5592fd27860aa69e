// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { columns, placeOf, placed, stepsOf } from './cityTiles';

it('has a place of its own for each of the sixteen cities', () => {
  expect(placed).toHaveLength(16);
  expect(new Set(placed.map((code) => String(placeOf(code)))).size).toBe(16);
  expect(placed.every((code) => (placeOf(code)?.[0] ?? 0) <= columns)).toBe(true);
  expect(placeOf('3799')).toBeUndefined();
});
it('shades by fifths; nothing is never dark, equals are alike', () => {
  expect(stepsOf([1, 2, 3, 4, 5])).toEqual([0, 1, 2, 3, 4]);
  expect(stepsOf([0, 0, 7])).toEqual([0, 0, 0]);
  expect(stepsOf([9, 9, 1])).toEqual([1, 1, 0]);
  expect(stepsOf([])).toEqual([]);
});
