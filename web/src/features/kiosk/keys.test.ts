// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { codeIn, codeKeys, holdsCode, textKeys } from './keys';

describe('what a scanner sends', () => {
  it('is a code, or holds one', () => {
    expect(codeIn('91370783MA15447T8D')).toBe('91370783MA15447T8D');
    expect(codeIn(' 91370783ma15447t8d\r')).toBe('91370783MA15447T8D');
    expect(codeIn('https://zs.example/?code=91370783MA15447T8D&x=1')).toBe('91370783MA15447T8D');
    expect(codeIn('统一社会信用代码：91370783MA15447T8D；名称：甲')).toBe('91370783MA15447T8D');
    expect(codeIn('９１３７０７８３ＭＡ１５４４７Ｔ８Ｄ')).toBe('91370783MA15447T8D');
  });
  it('is a card where it holds none', () => {
    expect(holdsCode('91370783MA15447T8D')).toBe(true);
    expect(holdsCode('card-0012345')).toBe(false);
    expect(holdsCode('37010219900307851X')).toBe(false);
  });
  it('is passed on where it holds none', () => {
    expect(codeIn('12-34')).toBe('1234');
    expect(codeIn('')).toBe('');
  });
});

it('no key types what no code has', () => {
  expect(codeKeys.some((key) => 'IOSVZ'.includes(key))).toBe(false);
  expect(new Set(codeKeys).size).toBe(31);
  expect([textKeys(true).length, textKeys(false).length]).toEqual([40, 40]);
  expect(textKeys(true)).toContain('Q');
  expect(textKeys(false)).toContain('q');
});
