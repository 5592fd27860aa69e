// SPDX-License-Identifier: Apache-2.0
// Who is signed in. The session itself is an HttpOnly cookie; all that is kept in the browser is
// that there may be one, so that nobody's page asks for a session that never was.
import { computed, shallowRef } from 'vue';
import { ProblemError, type Schemas, get, post, useCsrf } from '@/api/client';
import { remember, remembered } from './language';

export type Session = Schemas['SessionAnswer'];

const current = shallowRef<Session | null>(null);
let asked: Promise<void> | null = null;

export const session = computed(() => current.value);
export const signedIn = computed(() => current.value !== null);
export function may(...powers: string[]): boolean {
  return powers.some((power) => current.value?.powers.includes(power) ?? false);
}

function take(found: Session | null): void {
  current.value = found;
  useCsrf(found?.csrf ?? '');
  remember('signed-in', found ? '1' : null);
}

async function ask(): Promise<void> {
  try {
    take(await get('/api/v1/session'));
  } catch (error) {
    // Only the platform's own word ends it: an answer that was cut off, as by the next page, says nothing.
    if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error;
    take(null);
  }
}

// Asks once; again with `anew`.
export function loadSession(anew = false): Promise<void> {
  if (!anew && remembered('signed-in') === null) return Promise.resolve();
  if (anew || asked === null) asked = ask();
  return asked;
}

export async function signIn(name: string, password: string, code: string): Promise<void> {
  await post('/api/v1/session', { body: { name, password, code } });
  await loadSession(true);
}

export async function signOut(): Promise<void> {
  await post('/api/v1/session/end');
  take(null);
}
