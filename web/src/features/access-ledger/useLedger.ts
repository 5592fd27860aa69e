// SPDX-License-Identifier: Apache-2.0
// A search of the ledger. It is itself recorded, so nothing is searched before the auditor says so:
// not on opening, not on reload. What holds no personal data stands in the address.
import { computed, reactive, ref, shallowRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, get, post } from '@/api/client';
import { words } from '@/shared/language';
import { useAct, useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';
import { itemsOf, traceOf } from './trace';

export type Entry = Schemas['LedgerEntry'];
const limit = 50;

export function useChoices() {
  const { data } = useLoad(async (signal) => {
    const [units, purposes, items, matters] = await Promise.all([
      get('/api/v1/units', { query: { limit: 500 }, signal }), get('/api/v1/purposes', { signal }), get('/api/v1/items', { signal }), get('/api/v1/matters', { signal }),
    ]);
    return { units, purposes, items, matters };
  });
  const labelled = (of: 'purposes' | 'items' | 'matters') => computed(() => new Map((data.value?.[of] ?? []).map((one) => [one.id, one.label])));
  const purposes = labelled('purposes');
  const items = labelled('items');
  const matters = labelled('matters');
  return {
    choices: data,
    purposeLabel: (id: string) => words(purposes.value.get(id)),
    itemLabel: (id: string) => words(items.value.get(id)),
    matterLabel: (id: string) => words(matters.value.get(id)),
  };
}

export function useLedger() {
  const route = useRoute();
  const router = useRouter();
  const asked = (name: string) => String(route.query[name] ?? '');
  const form = reactive({ reason: '', code: '', asker: '', matter: '', unit: asked('unit'), purpose: asked('purpose'), from: asked('from'), to: asked('to') });
  const sent = shallowRef<Schemas['LedgerForm']>(); // what the shown entries answer
  const entries = shallowRef<Entry[]>();
  const chosen = ref<Entry>();
  const { cursor, hasPrevious, next, previous, first } = usePages();

  async function ask(): Promise<void> {
    if (!sent.value) return;
    entries.value = await post('/api/v1/ledger/searches', { body: { ...sent.value, before: Number(cursor.value) || undefined, limit } });
  }
  // An empty field is no filter, and no valid day either.
  const search = useAct(async () => {
    const given = Object.entries(form).filter(([, value]) => value.trim() !== '').map(([key, value]) => [key, value.trim()] as const);
    sent.value = { ...Object.fromEntries(given), reason: form.reason.trim(), code: form.code.trim().toUpperCase() || undefined };
    chosen.value = undefined;
    first();
    await ask();
    await router.replace({ query: { unit: form.unit || undefined, purpose: form.purpose || undefined, from: form.from || undefined, to: form.to || undefined } });
  });
  const turn = useAct(async (to: 'next' | 'previous') => {
    if (to === 'previous') previous();
    else next(String(entries.value?.at(-1)?.leaf ?? ''));
    await ask();
  });

  const hasNext = computed(() => entries.value?.length === limit);
  return { form, sent, entries, chosen, search, turn, hasPrevious, hasNext, traceOf, itemsOf };
}
