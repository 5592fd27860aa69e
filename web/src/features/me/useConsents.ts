// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { type Schemas, get, post } from '@/api/client';
import { addDays, today } from '@/shared/dates';
import { useAct, useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';

export type Consent = Schemas['Consent'];
export type ConsentState = 'live' | 'over' | 'later' | 'ended';

const perPage = 50;

export function stateOf(consent: Pick<Consent, 'from' | 'to' | 'withdrawn'>, day: string): ConsentState {
  if (consent.withdrawn) return 'ended';
  if (day < consent.from) return 'later';
  return day > consent.to ? 'over' : 'live';
}

function blank() {
  return { grantee: '', use: '', from: today(), to: addDays(today(), 365), items: [] as string[] };
}

export function useConsents() {
  const pages = usePages();
  const loaded = useLoad((signal) => get('/api/v1/consents', { query: { after: pages.cursor.value, limit: perPage }, signal }), {
    watching: () => pages.cursor.value,
  });
  const choices = useLoad(async (signal) => {
    const [units, items] = await Promise.all([get('/api/v1/units', { signal }), get('/api/v1/items', { signal })]);
    // Who may ask with a consent and with nothing else.
    return { units: units.filter((unit) => unit.active && unit.kinds.some((kind) => kind === 'bank' || kind === 'agency')), items };
  });

  const form = ref(blank());
  const order = computed(() => form.value.to < form.value.from);
  const said = ref<{ kind: 'done' | 'withdrawn'; id: string }>();

  const giving = useAct(async () => {
    said.value = undefined;
    const given = await post('/api/v1/consents', { body: { code: '', document: '', document_sha256: '', ...form.value } });
    form.value = blank();
    pages.first();
    await loaded.reload();
    said.value = { kind: 'done', id: given.id };
  });

  const asked = ref(''); // the consent whose withdrawal is asked about once more
  const withdrawing = useAct(async (id: string) => {
    said.value = undefined;
    await post('/api/v1/consents/{id}/withdrawal', { path: { id } });
    await loaded.reload();
    asked.value = '';
    said.value = { kind: 'withdrawn', id };
  });

  const hasNext = computed(() => loaded.data.value?.length === perPage);
  const last = computed(() => loaded.data.value?.at(-1)?.id ?? '');
  return { ...loaded, pages, hasNext, last, choices, form, order, said, giving, asked, withdrawing };
}
