// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { groundOf, groupBy, kindOf, mentions } from './labels';

it('reads a ground', () => {
  expect(groundOf('list:tax_major')).toEqual({ list: true, id: 'tax_major' });
  expect(groundOf('penalty')).toEqual({ list: false, id: 'penalty' });
});
it('never calls a reward a limit', () => {
  expect(kindOf({ effect: 'reward', force: 'mandatory' })).toBe('reward');
  expect(kindOf({ effect: 'constraint', force: 'mandatory' })).toBe('mandatory');
  expect(kindOf({ effect: 'constraint', force: 'reference' })).toBe('reference');
});
it('finds in both languages', () => {
  expect(mentions([{ zh: '绿色通道', en: 'Green channel' }], 'GREEN ')).toBe(true);
  expect(mentions([{ zh: '绿色通道', en: 'Green channel' }, undefined], '红')).toBe(false);
  expect(mentions([], '')).toBe(true);
});
it('groups in a given order and loses nothing', () => {
  expect(groupBy(['b', 'x', 'a', 'b'], ['a', 'b'], (one) => one)).toEqual([
    { key: 'a', members: ['a'] }, { key: 'b', members: ['b', 'b'] }, { key: 'other', members: ['x'] },
  ]);
});
