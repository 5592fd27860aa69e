// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Corrections, afterSending, chosenRows, fileOf, isChanged, valueOf, withChoice, withValue } from './corrections';

const none: Corrections = new Map();
const row = (number: number, ...cells: string[]) => ({ row: number, cells });

it('keeps a correction over the pages and sends rows in the order of the file', () => {
  let kept = withValue(none, row(9, 'a', '2024/3'), 1, '2024/03/01');
  kept = withValue(kept, row(4, 'b,c', ''), 1, 'x');
  expect(valueOf(kept, row(9, 'a', '2024/3'), 1)).toBe('2024/03/01');
  expect(fileOf(['名称', '日期'], kept)).toBe('\uFEFF名称,日期\r\n"b,c",x\r\na,2024/03/01\r\n');
});

it('knows what was changed, and forgets a change that was taken back', () => {
  const kept = withValue(none, row(9, 'a'), 0, 'b');
  expect(isChanged(kept, 9, 0)).toBe(true);
  expect(isChanged(withValue(kept, row(9, 'a'), 0, 'a'), 9, 0)).toBe(false);
  expect(isChanged(none, 9, 0)).toBe(false);
});

it('sends a row unchanged when it is chosen, and none twice', () => {
  const kept = withChoice(none, row(3, 'a'), true);
  expect(chosenRows(kept)).toHaveLength(1);
  expect(chosenRows(afterSending(kept))).toHaveLength(0);
  expect(chosenRows(withChoice(kept, row(3, 'a'), false))).toHaveLength(0);
});

it('fills a row that the file left short', () => {
  expect(chosenRows(withValue(none, row(3, 'a'), 2, 'c'))[0]?.cells).toEqual(['a', '', 'c']);
});
