// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { csvOf, saveFile } from '@/shared/csv';
import { words } from '@/shared/language';
import { useLoad } from '@/shared/load';
import { byCity, byItem, total } from './sums';

export function useStatistics() {
  const route = useRoute();
  const router = useRouter();
  const item = computed({
    get: () => String(route.query.item ?? ''),
    set: (to) => void router.push({ query: to ? { item: to } : {} }),
  });
  const loaded = useLoad((signal) => get('/api/v1/statistics/records', { signal }), { isEmpty: (found) => found.lines.length === 0 });
  const lines = computed(() => loaded.data.value?.lines ?? []);
  const cities = computed(() => byCity(lines.value, item.value));
  const items = computed(() => byItem(lines.value));
  const whole = computed(() => total(cities.value));
  const counts = computed(() => cities.value.map((city) => ({ region: city.code, count: city.records })));
  const recordsOf = (region: string) => ({ path: '/publicity', query: { region, item: item.value || undefined } });

  function save(header: string[]): void {
    const rows = lines.value.map((line) => [words(line.item_label), line.item, line.region_label, line.region, line.records, line.organizations]);
    saveFile('statistics.csv', '\ufeff' + csvOf([header, ...rows]), 'text/csv;charset=utf-8');
  }
  return { ...loaded, item, cities, items, whole, counts, recordsOf, save };
}
