// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { partOf } from './useLog';

it('tells how far an audit is, and nothing where it does not know', () => {
  const of = (compared: number, entries: number) => ({ compared, entries, step: 1, steps: 5, doing: { zh: '', en: '' } });
  expect(partOf(of(25, 100))).toBe(0.25);
  expect(partOf(of(120, 100))).toBe(1);
  expect(partOf(of(0, 0))).toBeUndefined();
  expect(partOf(undefined)).toBeUndefined();
});
