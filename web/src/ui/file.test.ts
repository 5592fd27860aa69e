// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { faultOf, sizeText } from './file';

it('tells sizes as people read them', () => {
  expect([sizeText(12), sizeText(2048), sizeText(5 * 1024 * 1024)]).toEqual(['12 B', '2.0 KB', '5.0 MB']);
});

it('refuses a file before it leaves, by ending, emptiness and size', () => {
  const accept = '.csv,.xlsx';
  expect(faultOf({ name: 'A.CSV', size: 3 }, accept, 10)).toBeUndefined();
  expect(faultOf({ name: 'a.pdf', size: 3 }, accept, 10)).toBe('wrongKind');
  expect(faultOf({ name: 'a.csv', size: 0 }, accept, 10)).toBe('empty');
  expect(faultOf({ name: 'a.csv', size: 11 }, accept, 10)).toBe('tooLarge');
  expect(faultOf({ name: 'a.csv', size: 11 }, '', 0)).toBeUndefined();
});
