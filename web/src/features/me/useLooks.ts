// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';
import { barsOf, byDay } from './timeline';

const perPage = 100;

export function useLooks() {
  const route = useRoute();
  const router = useRouter();
  const pages = usePages();
  const loaded = useLoad((signal) => get('/api/v1/me/looks', { query: { after: pages.cursor.value, limit: perPage }, signal }), {
    watching: () => pages.cursor.value,
  });

  // One’s own looks are kept like all others, but nobody comes for them.
  const withOwn = computed({
    get: () => route.query.own === '1',
    set: (on) => void router.replace({ query: on ? { own: '1' } : {} }),
  });
  const looks = computed(() => loaded.data.value?.looks ?? []);
  const hidden = computed(() => (withOwn.value ? 0 : looks.value.filter((one) => one.purpose === 'self').length));
  const days = computed(() => byDay(looks.value.filter((one) => withOwn.value || one.purpose !== 'self')));
  const views = computed(() => {
    const all = loaded.data.value?.public_views ?? [];
    const bars = barsOf(all.map((one) => one.views));
    return all.map((one, at) => ({ ...one, bar: bars[at] ?? 0 }));
  });

  return { ...loaded, pages, withOwn, hidden, days, views };
}
