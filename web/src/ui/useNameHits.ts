// SPDX-License-Identifier: Apache-2.0
// Organisations by what is typed; nothing that may be of a person is sent.
import { onScopeDispose, ref, shallowRef } from 'vue';
import { ProblemError, type Schemas, get } from '@/api/client';
import { looksPersonal } from './asked';

const most = 8;
const pause = 150; // ms after the last key

export function useNameHits() {
  const hits = shallowRef<Schemas['NameHit'][]>([]);
  const nothing = ref(false); // asked, and none was found
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(text: string): Promise<void> {
    running = new AbortController();
    const { signal } = running;
    try {
      hits.value = (await get('/api/v1/search', { query: { q: text, limit: most }, signal })).hits;
      nothing.value = hits.value.length === 0;
    } catch (error) {
      // Suggestions are a help: without them the whole code still does.
      if (!signal.aborted && !(error instanceof ProblemError)) throw error;
    }
  }
  function clear(): void {
    clearTimeout(timer);
    running?.abort();
    hits.value = [];
    nothing.value = false;
  }
  function look(typed: string): void {
    const text = typed.trim();
    clearTimeout(timer);
    running?.abort();
    if (text.length < 2 || looksPersonal(text)) return clear();
    timer = setTimeout(() => void ask(text), pause);
  }
  onScopeDispose(clear);
  return { hits, nothing, look, clear };
}
