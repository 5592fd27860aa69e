// SPDX-License-Identifier: Apache-2.0
// The catalogue's items, and the one chosen: it stands in the address.
import { computed, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, get } from '@/api/client';
import { useLoad } from '@/shared/load';

export type Item = Schemas['ItemSummary'];

export function matching(items: readonly Item[], text: string): Item[] {
  const wanted = text.trim().toLowerCase();
  return items.filter((one) => one.label.zh.includes(wanted) || one.label.en.toLowerCase().includes(wanted));
}

export function useItems() {
  const route = useRoute();
  const router = useRouter();
  const loaded = useLoad((signal) => get('/api/v1/items', { signal }));
  const find = ref('');
  const item = computed({
    get: () => String(route.query.item ?? ''),
    set: (id) => void router.replace({ query: { ...route.query, item: id || undefined } }),
  });
  const items = computed<Item[]>(() => loaded.data.value ?? []);
  return { ...loaded, items, find, found: computed(() => matching(items.value, find.value)), item, chosen: computed(() => items.value.find((one) => one.id === item.value)) };
}
