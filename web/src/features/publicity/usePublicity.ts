// SPDX-License-Identifier: Apache-2.0
// Records across organisations, newest first. The filters stand in the address; the pages before
// this one are kept here.
import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, addressOf, get } from '@/api/client';
import { today } from '@/shared/dates';
import { useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';
import { type Filters, filtersOf, queryOf, quickPeriods } from './filters';

export type ListedRecord = Schemas['ListedRecord'];
const rows = 20;

export function usePublicity() {
  const route = useRoute();
  const router = useRouter();
  const filters = computed(() => filtersOf(route.query));
  const pages = usePages();
  watch(filters, () => pages.first(), { flush: 'sync' });

  const loaded = useLoad(
    (signal) => get('/api/v1/records', { query: { ...filters.value, after: pages.cursor.value, limit: String(rows) }, signal }),
    { watching: () => [filters.value, pages.cursor.value] },
  );
  const items = useLoad((signal) => get('/api/v1/items', { signal }));

  function narrow(more: Partial<Filters>): void {
    void router.push({ query: queryOf({ ...filters.value, ...more }) });
  }
  const csv = computed(() => addressOf('/api/v1/records.csv', {}, filters.value));
  const feed = computed(() => addressOf('/feeds/records.atom', {}, filters.value));
  const bodyName = computed(() => loaded.data.value?.records.find((one) => one.issuing_body_code === filters.value.body)?.issuing_body ?? '');

  return { ...loaded, items: items.data, filters, pages, narrow, csv, feed, bodyName, periods: quickPeriods(today()) };
}
