// SPDX-License-Identifier: Apache-2.0
// What else waits for who is signed in, each asked for only where their powers allow it.
import { get } from '@/api/client';
import { may } from '@/shared/session';

const most = 200;

export interface Waiting {
  kind: 'findings' | 'requests' | 'invitations' | 'spread';
  to: string;
  count: number | null; // null: not known, or not yet
  late: number;
  more: boolean; // than could be counted
}

interface Kind {
  kind: Waiting['kind'];
  to: string;
  powers: string[];
  ask: (signal: AbortSignal) => Promise<{ count: number; late?: number }>;
}

const kinds: Kind[] = [
  {
    kind: 'findings', to: '/work/patrol', powers: ['handle_findings'],
    ask: async (signal) => ({ count: (await get('/api/v1/findings', { query: { state: 'open', limit: most }, signal })).length }),
  },
  {
    kind: 'requests', to: '/work/requests', powers: ['answer_requests'],
    ask: async (signal) => {
      const found = await get('/api/v1/requests', { query: { state: 'open', limit: 1 }, signal });
      return { count: found.open, late: found.late };
    },
  },
  {
    kind: 'invitations', to: '/work/invitations', powers: ['manage_roles'],
    ask: async (signal) => ({ count: (await get('/api/v1/invitations', { query: { limit: most }, signal })).filter((one) => one.state === 'proposed').length }),
  },
  {
    kind: 'spread', to: '/work/lists', powers: ['steward', 'supervise_cases'],
    ask: async (signal) => ({ count: (await get('/api/v1/lists/spread', { signal })).lists.filter((one) => one.flags.length > 0).length }),
  },
];

function mine(): Kind[] {
  return kinds.filter((one) => may(...one.powers));
}

// What there will be to count, known at once: its room is kept.
export function uncounted(): Waiting[] {
  return mine().map(({ kind, to }) => ({ kind, to, count: null, late: 0, more: false }));
}

// One that cannot be had just now keeps none of the others away.
export function askWaiting(signal: AbortSignal): Promise<Waiting[]> {
  return Promise.all(mine().map(async ({ kind, to, ask }) => {
    try {
      const found = await ask(signal);
      return { kind, to, count: found.count, late: found.late ?? 0, more: found.count >= most };
    } catch {
      return { kind, to, count: null, late: 0, more: false };
    }
  }));
}
