// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';

export function useList(id: string) {
  const loaded = useLoad(async (signal) => {
    const [list, report] = await Promise.all([get('/api/v1/lists/{id}', { path: { id }, signal }), get('/api/v1/lists/spread', { signal })]);
    return { list, below: report.small_below, spread: report.lists.find((one) => one.list === id) };
  });
  const list = computed(() => loaded.data.value?.list);
  const spread = computed(() => loaded.data.value?.spread);
  const moved = computed(() => spread.value !== undefined && spread.value.months.some((month) => month.on + month.entered + month.left > 0));
  const regions = computed(() => (spread.value?.by_region ?? []).map((one) => ({ region: one.key, count: one.count })));
  return { ...loaded, list, spread, moved, regions };
}
