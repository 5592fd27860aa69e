// SPDX-License-Identifier: Apache-2.0
// Grave acts are confirmed one by one, with password and code anew: a stolen session is not
// enough. A page asks; ui/ConfirmDialog, which each face shows once, answers.
import { shallowRef } from 'vue';
import { post } from '@/api/client';

interface Asked {
  act: string; // method and pattern of the address: "POST /api/v1/keys"
  what: string; // told to the person
  done: (confirmation: string | null) => void;
}

export const asked = shallowRef<Asked | null>(null);

// The confirmation to send along; null when the person thought better of it.
export function confirmGrave(act: string, what: string): Promise<string | null> {
  return new Promise((found) => {
    asked.value = { act, what, done: found };
  });
}

export async function prove(password: string, code: string): Promise<void> {
  const asking = asked.value;
  if (!asking) return;
  const { confirmation } = await post('/api/v1/confirmations', { body: { password, code, act: asking.act } });
  asked.value = null;
  asking.done(confirmation);
}

export function refrain(): void {
  asked.value?.done(null);
  asked.value = null;
}
