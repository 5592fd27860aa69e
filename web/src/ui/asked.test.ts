// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { codeIn, looksPersonal } from './asked';

it('knows a resident identity number from its beginning on', () => {
  expect(looksPersonal('370102199003070011')).toBe(true);
  expect(looksPersonal('37010219900')).toBe(true);
  expect(looksPersonal('37010219900307123X')).toBe(true);
});

it('takes codes and names of organisations for what they are', () => {
  expect(looksPersonal('91370783MA15447T8D')).toBe(false);
  expect(looksPersonal('913701154508038203')).toBe(false);
  expect(looksPersonal('3701')).toBe(false);
  expect(looksPersonal('山东雪蒂燃气厂')).toBe(false);
});

it('reads a whole code as it is pasted', () => {
  expect(codeIn(' 9137 0783 ma15447t8d ')).toBe('91370783MA15447T8D');
  expect(codeIn('雪蒂')).toBe('');
  expect(codeIn('9137')).toBe('');
});
