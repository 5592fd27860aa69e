// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { type Schemas, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';

export type ShownRecord = Schemas['ShownRecord'];
export const natures = ['basic', 'dishonesty', 'other', 'good'] as const;
export type Nature = (typeof natures)[number];

function natureOf(record: ShownRecord): Nature {
  return natures.find((nature) => nature === record.nature) ?? 'other';
}

export function useSubject(code: string) {
  const loaded = useLoad((signal) => get('/api/v1/subjects/{code}', { path: { code }, signal }));
  const only = ref<Nature | ''>('');

  const tally = computed(() =>
    natures.map((nature) => ({ nature, count: loaded.data.value?.records.filter((one) => natureOf(one) === nature).length ?? 0 })),
  );
  // The worst first is what a reader comes for; within a nature the newest decision is first already.
  const records = computed(() => (loaded.data.value?.records ?? []).filter((one) => !only.value || natureOf(one) === only.value));

  const report = ref<Schemas['ReportLinks']>();
  const making = useAct(async () => {
    report.value = await post('/api/v1/reports', { query: { code } });
  });

  return { ...loaded, only, tally, records, report, making };
}
