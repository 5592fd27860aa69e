// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type ListLine, grouped } from './groups';

function line(id: string, sort: string, on: number): ListLine {
  return { id, sort, on, label: { zh: id, en: id.toUpperCase() }, area: { zh: '税收', en: 'Tax' }, recognised_by: { zh: '', en: '' }, basis: [], provisional: false };
}
const lines = [line('red', 'red', 9), line('a', 'serious', 0), line('b', 'serious', 3)];

it('shows the serious lists first, and in them those with entries', () => {
  expect(grouped(lines, '').map((group) => group.lines.map((one) => one.id))).toEqual([['b', 'a'], ['red']]);
});
it('narrows in either language, whatever the case', () => {
  expect(grouped(lines, ' B ').flatMap((group) => group.lines.map((one) => one.id))).toEqual(['b']);
  expect(grouped(lines, 'tax').flatMap((group) => group.lines)).toHaveLength(3);
  expect(grouped(lines, '没有')).toEqual([]);
});
