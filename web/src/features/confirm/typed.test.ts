// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { outcomeOf, tidyCode } from './typed';

it('reads a code as it is copied from paper', () => {
  expect(tidyCode(' 2mqf yrvj ')).toBe('2MQFYRVJ');
  expect(tidyCode('２ＭＱＦ-YRVJ')).toBe('2MQFYRVJ');
});
it('confirms nothing that the platform does not say', () => {
  expect(outcomeOf('unchanged')).toBe('unchanged');
  expect(outcomeOf('superseded')).toBe('superseded');
  expect(outcomeOf('')).toBe('notOurs');
  expect(outcomeOf('not_ours')).toBe('notOurs');
});
