// SPDX-License-Identifier: Apache-2.0
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { grouped } from './groups';

export function useLists() {
  const route = useRoute();
  const router = useRouter();
  const asked = ref(String(route.query.q ?? ''));
  watch(asked, (text) => void router.replace({ query: text.trim() ? { q: text.trim() } : {} }));

  const loaded = useLoad((signal) => get('/api/v1/lists', { signal }), { isEmpty: (lists) => lists.length === 0 });
  const groups = computed(() => grouped(loaded.data.value ?? [], asked.value));
  const totals = computed(() => {
    const lines = groups.value.flatMap((group) => group.lines);
    return { count: lines.length, on: lines.reduce((sum, one) => sum + one.on, 0) };
  });
  return { ...loaded, asked, groups, totals };
}
