// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { invitationState } from './states';

it('a link is told expired from its last instant on', () => {
  const open = { state: 'open', expires: '2026-11-27T12:00:00+08:00' };
  expect(invitationState(open, new Date('2026-11-27T03:59:59Z'))).toBe('open');
  expect(invitationState(open, new Date('2026-11-27T04:00:00Z'))).toBe('expired');
  expect(invitationState({ ...open, state: 'used' }, new Date('2027-01-01T00:00:00Z'))).toBe('used');
});
