// SPDX-License-Identifier: Apache-2.0
// Number and code stand in the address, as the QR code writes them; neither says whose report it is.
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { outcomeOf, tidyCode } from './typed';

export function useConfirm() {
  const route = useRoute();
  const router = useRouter();
  const number = ref(String(route.params.number ?? ''));
  const code = ref(String(route.query.code ?? ''));
  const asked = computed(() => ({ number: String(route.params.number ?? ''), code: String(route.query.code ?? '') }));
  const complete = computed(() => asked.value.number !== '' && asked.value.code !== '');
  watch(asked, ({ code: given }) => (code.value = given));

  const loaded = useLoad(
    async (signal) => complete.value
      ? get('/api/v1/reports/{number}/confirmation', { path: { number: asked.value.number }, query: { code: asked.value.code }, signal })
      : null,
    { watching: () => asked.value },
  );
  const outcome = computed(() => (loaded.data.value ? outcomeOf(loaded.data.value.state) : undefined));

  async function confirm(): Promise<void> {
    await router.push({ path: `/confirm/${encodeURIComponent(tidyCode(number.value))}`, query: { code: tidyCode(code.value) } });
  }
  return { ...loaded, number, code, outcome, complete, confirm };
}
