// SPDX-License-Identifier: Apache-2.0
// What the machine knows of the person in front of it: in memory alone, and gone when they go.
// Nothing is put into addresses or storage, and every step replaces the one before in the history,
// so that “back” leads nowhere.
import { ref, shallowRef } from 'vue';
import type { Schemas } from '@/api/client';
import { language, setLanguage } from '@/shared/language';
import { loadSession, session, signOut } from '@/shared/session';

export type File = Schemas['DisclosedFile'];

const file = shallowRef<File>();
const isOwn = ref(false);
const typed = ref(''); // what was scanned before its page was open
const larger = ref(false);
const forgetting = ref(false); // the last visitor's session is being ended

const homeLanguage = language(); // of the machine: each visitor begins in it
let papers: Window[] = []; // reports opened to be printed

export const visitor = { file, isOwn, typed, larger, forgetting };
export function show(found: File, own: boolean): void {
  file.value = found;
  isOwn.value = own;
}
export function keepPaper(paper: Window): void {
  papers.push(paper);
}

function forgetHere(): void {
  file.value = undefined;
  isOwn.value = larger.value = false;
  typed.value = '';
  for (const paper of papers) paper.close();
  papers = [];
  setLanguage(homeLanguage);
}

// Until the server has ended the session nobody may use the machine: it is tried until it is so. One
// that ended by itself cannot be signed out of; asking for it tells.
const again = 3000; // ms
async function endSession(): Promise<void> {
  for (;;) {
    await signOut().catch(() => loadSession(true)).catch(() => undefined);
    if (session.value === null) return;
    await new Promise((wake) => setTimeout(wake, again));
  }
}

export async function forget(): Promise<void> {
  forgetHere();
  if (session.value === null || forgetting.value) return;
  forgetting.value = true;
  await endSession();
  forgetting.value = false;
}
