// SPDX-License-Identifier: Apache-2.0
// What is in force for oneself in a matter, or in all of them one after another: the platform
// checks one matter at a time, and each check is a look of one's own that it writes down.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { ownCode } from './ownCode';
import { ownFile } from './ownFile';
import { together } from './restrictions';

type Matter = Schemas['MatterView'];

export function useRestrictions() {
  const route = useRoute();
  const router = useRouter();
  const loaded = useLoad((signal) => get('/api/v1/matters', { signal }));
  const matters = computed(() => loaded.data.value ?? []);
  const answers = shallowRef<Schemas['CheckAnswer'][]>([]);
  const progress = ref<{ done: number; total: number }>();
  const nothing = ref(false); // is held about oneself
  let code = '';
  let running: AbortController | undefined;

  const checking = useAct(async (wanted: readonly Matter[]) => {
    running = new AbortController();
    const { signal } = running;
    answers.value = [];
    progress.value = { done: 0, total: wanted.length };
    try {
      if (!code) {
        const file = await ownFile(signal);
        nothing.value = file === null;
        if (!file) return;
        code = ownCode(file.subject);
      }
      const found: Schemas['CheckAnswer'][] = [];
      for (const matter of wanted) {
        if (signal.aborted) break;
        found.push(await post('/api/v1/checks', { body: { code, matter: matter.id, purpose: 'self' }, signal }));
        progress.value = { done: found.length, total: wanted.length };
      }
      answers.value = found;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      progress.value = undefined;
    }
  });
  function stop(): void {
    running?.abort();
  }
  onScopeDispose(stop);

  const chosen = computed({
    get: () => String(route.query.matter ?? ''),
    set: (matter) => void router.replace({ query: matter ? { matter } : {} }),
  });
  function wanted(): Matter[] {
    return chosen.value === 'all' ? matters.value : matters.value.filter((matter) => matter.id === chosen.value);
  }
  function check(): void {
    const these = wanted();
    if (these.length) void checking.run(these);
  }
  watch([chosen, matters], check);

  const found = computed(() => together(answers.value));
  const none = computed(() => answers.value.length > 0 && found.value.constraints.length + found.value.limits.length === 0);
  return { ...loaded, matters, chosen, checking, progress, stop, answers, found, none, nothing };
}
