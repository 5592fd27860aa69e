// SPDX-License-Identifier: Apache-2.0
import { computed, reactive } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';

// What is asked for stands in the address.
export function useQuality() {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => ({ provider: String(route.query.provider ?? ''), item: String(route.query.item ?? ''), from: String(route.query.from ?? ''), to: String(route.query.to ?? '') }));
  const form = reactive({ ...asked.value });
  const loaded = useLoad((signal) => get('/api/v1/quality', { query: asked.value, signal }), { watching: () => asked.value });
  const everything = useLoad((signal) => get('/api/v1/quality', { signal })); // what may be chosen

  const choices = (key: 'provider' | 'item', name: (line: { provider: string; provider_name: string; item: string; item_label: { zh: string; en: string } }) => string) =>
    computed(() => [...new Map((everything.data.value?.lines ?? []).map((line) => [line[key], name(line)]))]);
  function show(): void {
    const kept = Object.entries(form).filter(([, value]) => value !== '');
    void router.replace({ query: Object.fromEntries(kept) });
  }
  return { ...loaded, asked, form, choices, show };
}

export function useLine(provider: string, item: string) {
  const route = useRoute();
  const period = { from: String(route.query.from ?? ''), to: String(route.query.to ?? '') };
  const loaded = useLoad(
    async (signal) => (await get('/api/v1/quality', { query: { provider, item, ...period }, signal })).lines[0],
    { isEmpty: (line) => line === undefined },
  );
  const receipts = useLoad((signal) => get('/api/v1/submissions', { query: { provider, item, limit: 50 }, signal }));
  return { ...loaded, receipts };
}
