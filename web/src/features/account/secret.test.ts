// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { grouped } from './secret';

it('is written in groups of four', () => {
  expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(grouped('ABCD')).toBe('ABCD');
});
