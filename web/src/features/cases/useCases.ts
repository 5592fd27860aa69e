// SPDX-License-Identifier: Apache-2.0
import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';

const perPage = 50;
export type Only = 'all' | 'open' | 'desk';

export function useCases() {
  const route = useRoute();
  const router = useRouter();
  const pages = usePages();
  const only = computed<Only>(() => (route.query.only === 'open' || route.query.only === 'desk' ? route.query.only : 'all'));
  const procedure = computed(() => String(route.query.procedure ?? ''));

  function choose(change: { only?: Only; procedure?: string }): void {
    const now = { only: only.value, procedure: procedure.value, ...change };
    void router.replace({ query: { ...(now.only !== 'all' && { only: now.only }), ...(now.procedure && { procedure: now.procedure }) } });
  }
  watch(() => [only.value, procedure.value], () => pages.first());

  const loaded = useLoad(
    (signal) => get('/api/v1/cases', {
      query: {
        procedure: procedure.value, after: pages.cursor.value, limit: perPage,
        open: only.value === 'all' ? '' : 'true', desk: only.value === 'desk' ? 'true' : '',
      },
      signal,
    }),
    { watching: () => [only.value, procedure.value, pages.cursor.value] },
  );
  const procedures = useLoad((signal) => get('/api/v1/procedures', { signal }));

  const hasNext = computed(() => loaded.data.value?.length === perPage);
  const last = computed(() => loaded.data.value?.at(-1)?.number ?? '');
  const filtered = computed(() => only.value !== 'all' || procedure.value !== '');
  return { ...loaded, pages, hasNext, last, only, procedure, choose, procedures: computed(() => procedures.data.value ?? []), filtered };
}
