// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { stateOf } from './useConsents';

it('holds from its first to its last day unless it is withdrawn', () => {
  const consent = { from: '2026-03-01', to: '2026-03-31' };
  expect(stateOf(consent, '2026-02-28')).toBe('later');
  expect(stateOf(consent, '2026-03-01')).toBe('live');
  expect(stateOf(consent, '2026-03-31')).toBe('live');
  expect(stateOf(consent, '2026-04-01')).toBe('over');
  expect(stateOf({ ...consent, withdrawn: '2026-03-10' }, '2026-03-11')).toBe('ended');
});
