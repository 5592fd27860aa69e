// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Schemas } from '@/api/client';
import { useLoad } from '@/shared/load';
import { ownFile } from './ownFile';

type ShownRecord = Schemas['ShownRecord'];
export const natures = ['dishonesty', 'good', 'other', 'basic'] as const;
export type Nature = (typeof natures)[number];

export function natureOf(record: ShownRecord): Nature {
  return natures.find((nature) => nature === record.nature) ?? 'other';
}

export function useOwnFile() {
  const route = useRoute();
  const router = useRouter();
  const loaded = useLoad((signal) => ownFile(signal), {
    isEmpty: (file) => !file || file.records.length + file.archived.length === 0,
  });
  const only = computed(() => natures.find((nature) => nature === route.query.nature));
  const tally = computed(() =>
    natures.map((nature) => ({ nature, count: loaded.data.value?.records.filter((one) => natureOf(one) === nature).length ?? 0 })),
  );
  const records = computed(() => (loaded.data.value?.records ?? []).filter((one) => !only.value || natureOf(one) === only.value));

  function show(nature: Nature): void {
    void router.replace({ query: only.value === nature ? {} : { nature } });
  }

  return { ...loaded, only, tally, records, show };
}
