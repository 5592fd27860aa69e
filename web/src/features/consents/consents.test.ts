// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { checksumOf, stateOf } from './consents';

it('a consent holds on its last day and not on the day it is withdrawn', () => {
  const term = { from: '2026-11-01', to: '2026-11-30' };
  expect(stateOf(term, '2026-10-31')).toBe('future');
  expect(stateOf(term, '2026-11-30')).toBe('live');
  expect(stateOf(term, '2026-12-01')).toBe('ended');
  expect(stateOf({ ...term, withdrawn: '2026-11-20' }, '2026-11-19')).toBe('live');
  expect(stateOf({ ...term, withdrawn: '2026-11-20' }, '2026-11-20')).toBe('withdrawn');
});

it('the checksum is that of the bytes', async () => {
  expect(await checksumOf(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
