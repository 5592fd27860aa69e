// SPDX-License-Identifier: Apache-2.0
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { words } from '@/shared/language';
import { type Row, chosen, sorts, totals } from './spread';

export function useLists() {
  const route = useRoute();
  const router = useRouter();
  const loaded = useLoad(async (signal) => {
    const [report, lines] = await Promise.all([get('/api/v1/lists/spread', { signal }), get('/api/v1/lists', { signal })]);
    const areas = new Map(lines.map((line) => [line.id, line.area]));
    return { ...report, areas };
  });

  // What is chosen stands in the address.
  const sort = ref(String(sorts.find((one) => one === route.query.sort) ?? ''));
  const used = ref(route.query.used === 'true');
  const text = ref(String(route.query.q ?? ''));
  watch([sort, used, text], () => {
    void router.replace({ query: { sort: sort.value || undefined, used: used.value ? 'true' : undefined, q: text.value.trim() || undefined } });
  });

  const all = computed<Row[]>(() => (loaded.data.value?.lists ?? []).map((one) => ({ ...one, area: words(loaded.data.value?.areas.get(one.list)) })));
  const rows = computed(() => chosen(all.value, { sort: sort.value, used: used.value, text: text.value }, (row) => words(row.label)));
  const flagged = computed(() => all.value.filter((row) => row.flags.length > 0));
  const tally = computed(() => totals(all.value));
  const full = computed(() => chosen(all.value, { sort: '', used: true, text: '' }, (row) => words(row.label)).slice(0, 12));
  return { ...loaded, sort, used, text, rows, flagged, tally, full };
}
