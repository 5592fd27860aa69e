// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { type Schemas, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';

const perPage = 50;

export function useRequests() {
  const pages = usePages();
  const loaded = useLoad((signal) => get('/api/v1/requests', { query: { after: pages.cursor.value, limit: perPage }, signal }), {
    watching: () => pages.cursor.value,
  });
  const rights = useLoad((signal) => get('/api/v1/rights', { signal }));
  // What somebody must decide; the others are done at once on pages of their own.
  const choices = computed(() => (rights.data.value ?? []).filter((one) => !one.at_once));
  function labelOf(right: string): Schemas['Words'] | undefined {
    return rights.data.value?.find((one) => one.id === right)?.label;
  }

  const form = ref({ right: '', text: '' });
  const said = ref<{ kind: 'done' | 'withdrawn'; request: Schemas['RightsRequest'] }>();
  const making = useAct(async () => {
    said.value = undefined;
    const request = await post('/api/v1/requests', { body: { code: '', consent: '', evidence: '', ...form.value } });
    form.value = { right: '', text: '' };
    pages.first();
    await loaded.reload();
    said.value = { kind: 'done', request };
  });

  const asked = ref('');
  const withdrawing = useAct(async (number: string) => {
    said.value = undefined;
    const request = await post('/api/v1/requests/{number}/withdrawal', { path: { number } });
    await loaded.reload();
    asked.value = '';
    said.value = { kind: 'withdrawn', request };
  });

  // What is still waited for comes first.
  const requests = computed(() => [...(loaded.data.value?.requests ?? [])].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open')));
  const hasNext = computed(() => requests.value.length === perPage);
  const last = computed(() => loaded.data.value?.requests.at(-1)?.number ?? '');
  return { ...loaded, pages, requests, hasNext, last, choices, labelOf, form, said, making, asked, withdrawing };
}
