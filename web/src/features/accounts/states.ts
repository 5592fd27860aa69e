// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/client';

type Tone = 'plain' | 'good' | 'soon' | 'bad' | 'brand';

export function accountTone(state: string): Tone {
  if (state === 'active') return 'good';
  return state === 'suspended' ? 'soon' : 'plain';
}

export function invitationTone(state: string): Tone {
  if (state === 'proposed') return 'soon';
  if (state === 'open') return 'brand';
  return state === 'used' ? 'good' : 'plain';
}

// An open link that nobody used in time is dead, and no act says so.
export function invitationState(one: Pick<Schemas['InvitationView'], 'state' | 'expires'>, now: Date = new Date()): string {
  return one.state === 'open' && one.expires && new Date(one.expires) <= now ? 'expired' : one.state;
}
