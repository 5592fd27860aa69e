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
  const tiles = computed(() => cities.value.filter((city) => city.code).map((city) => ({
    code: city.code, name: city.name.replace(/市$/, ''), value: city.records,
    to: `/publicity?region=${city.code}${item.value ? `&item=${item.value}` : ''}`,
  })));

  function save(header: string[]): void {
    const rows = lines.value.map((line) => [words(line.item_label), line.item, line.region_label, line.region, line.records, line.organizations]);
    saveFile('statistics.csv', '\ufeff' + csvOf([header, ...rows]), 'text/csv;charset=utf-8');
  }
  return { ...loaded, item, cities, items, whole, tiles, save };
}
