// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { type Schemas, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { type Nature, ofNature, tallyOf } from '@/ui/natures';

export type ShownRecord = Schemas['ShownRecord'];
const natures: readonly Nature[] = ['basic', 'dishonesty', 'other', 'good'];

export function useSubject(code: string) {
  const loaded = useLoad((signal) => get('/api/v1/subjects/{code}', { path: { code }, signal }));
  const only = ref<Nature | ''>('');

  const all = computed(() => loaded.data.value?.records ?? []);
  const tally = computed(() => tallyOf(all.value, natures));
  // The newest decision is first already.
  const records = computed(() => ofNature(all.value, only.value));

  const report = ref<Schemas['ReportLinks']>();
  const making = useAct(async () => {
    report.value = await post('/api/v1/reports', { query: { code } });
  });

  return { ...loaded, only, tally, records, report, making };
}
