// SPDX-License-Identifier: Apache-2.0
// Hits while one types: the newest text counts, and hits stay until newer ones have come.
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Problem, type Schemas, get } from '@/api/client';
import { problemOfError } from '@/shared/load';

const most = 20;
const pause = 90; // ms after the last key; an input method sends several at once

export function useSearch() {
  const route = useRoute();
  const router = useRouter();
  const asked = ref(String(route.query.q ?? ''));
  const found = shallowRef<Schemas['NameHits']>();
  const problem = shallowRef<Problem>();
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    running?.abort();
    const text = asked.value.trim();
    if (text.length < 2) {
      found.value = undefined;
      return;
    }
    running = new AbortController();
    const { signal } = running;
    try {
      found.value = await get('/api/v1/search', { query: { q: text, limit: most }, signal });
      problem.value = undefined;
    } catch (error) {
      if (!signal.aborted) problem.value = problemOfError(error);
    }
  }

  watch(asked, (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void ask();
      void router.replace({ query: text.trim() ? { q: text.trim() } : {} });
    }, pause);
  });
  onScopeDispose(() => {
    clearTimeout(timer);
    running?.abort();
  });
  if (asked.value) void ask();

  // Enter opens the only one there can be.
  async function enter(): Promise<void> {
    clearTimeout(timer);
    await ask();
    const hits = found.value?.hits ?? [];
    if (hits.length === 1 && hits[0]) await router.push(`/org/${hits[0].code}`);
  }

  return { asked, found, problem, enter };
}
