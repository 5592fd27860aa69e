// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { type Schemas, get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { cityOf } from '@/ui/cities';
import { classesOf, looksByDay, regionsOf } from './statistics';

const most = 8;

export function useOverview() {
  const records = useLoad((signal) => get('/api/v1/statistics/records', { signal }), { isEmpty: (found) => found.lines.length === 0 });
  const looks = useLoad((signal) => get('/api/v1/statistics/looks', { signal }), { isEmpty: (found) => found.looks.length + found.public_views.length === 0 });
  const deadlines = useLoad((signal) => get('/api/v1/breaches', { signal }), { isEmpty: (found) => found.units.length === 0 });
  const measures = useLoad(async (signal) => toldOf(await get('/api/v1/measures/use', { signal })), { isEmpty: (found) => found.length === 0 });
  const lists = useLoad(async (signal) => (await get('/api/v1/lists/spread', { signal })).lists.filter((one) => one.on > 0 || one.year_ago > 0).sort((a, b) => b.on - a.on).slice(0, most), { isEmpty: (found) => found.length === 0 });

  const itemClass = ref('');
  const classes = computed(() => (records.data.value ? classesOf(records.data.value) : []));
  const regions = computed(() => (records.data.value ? regionsOf(records.data.value, itemClass.value) : []));
  const elsewhere = computed(() => regions.value.filter((one) => !cityOf(one.region)).reduce((all, one) => all + one.count, 0));
  const byDay = computed(() => (looks.data.value ? looksByDay(looks.data.value, most) : { days: [], series: [] }));
  return { records, looks, deadlines, measures, lists, itemClass, classes, regions, elsewhere, byDay };
}

function toldOf(use: Schemas['MeasureUse']) {
  return use.measures.filter((one) => one.counts.told > 0).sort((a, b) => b.counts.told - a.counts.told).slice(0, most);
}
