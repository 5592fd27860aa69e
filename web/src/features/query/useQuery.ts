// SPDX-License-Identifier: Apache-2.0
// A look-up for a purpose. Codes, persons' too, go in the body; the address keeps the purpose and, of
// organisations, the code to ask with. Opening the address asks nothing: each look leaves a trace.
import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { session } from '@/shared/session';
import { type Nature, ofNature, tallyOf } from '@/ui/natures';
import { type Missing, missingIn } from './asking';

const natures: readonly Nature[] = ['dishonesty', 'good', 'basic', 'other'];

export type File = Schemas['DisclosedFile'];

export function useQuery() {
  const route = useRoute();
  const router = useRouter();
  const purposes = useLoad(async (signal) => {
    const mine = session.value?.purposes ?? [];
    return (await get('/api/v1/purposes', { signal })).filter((one) => mine.includes(one.id));
  }, { isEmpty: (all) => all.length === 0 });

  const asked = reactive({ purpose: String(route.query.purpose ?? ''), code: String(route.query.code ?? ''), matter: '', consent: '', sealed: false });
  const kind = ref<'organization' | 'person'>('organization');
  const purpose = computed(() => purposes.data.value?.find((one) => one.id === asked.purpose) ?? purposes.data.value?.[0]);
  watch(purpose, (now) => (asked.purpose = now?.id ?? ''));

  const missing = ref<Missing>({});
  const form = shallowRef<Schemas['LookupForm']>();
  const file = shallowRef<File>();
  const only = ref<Nature | ''>('');
  const report = shallowRef<Schemas['ReportLinks']>();

  function remember(): void {
    const code = file.value?.subject.kind === 'organization' ? file.value.subject.codes[0]?.code : undefined;
    void router.replace({ query: { purpose: asked.purpose, code } });
  }
  const asking = useAct(async () => {
    const wanted: Schemas['LookupForm'] = {
      code: asked.code, purpose: asked.purpose, matter: asked.matter.trim(), consent: asked.consent.trim() || undefined, sealed: asked.sealed && (purpose.value?.seal_days ?? 0) > 0,
    };
    file.value = report.value = undefined;
    file.value = await post('/api/v1/lookups', { body: wanted });
    form.value = wanted;
    only.value = '';
    remember();
  });
  async function ask(): Promise<boolean> {
    missing.value = missingIn(asked, purpose.value);
    return Object.keys(missing.value).length === 0 && (await asking.run());
  }
  const making = useAct(async () => {
    report.value = await post('/api/v1/reports', { body: form.value });
  });

  const all = computed(() => file.value?.records ?? []);
  return {
    purposes, purpose, asked, kind, missing, asking, ask, file, form, making, report, only,
    tally: computed(() => tallyOf(all.value, natures)),
    records: computed(() => ofNature(all.value, only.value)),
  };
}
