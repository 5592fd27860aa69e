// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useLoad } from '@/shared/load';
import { type Nature, ofNature, tallyOf } from '@/ui/natures';
import { ownFile } from './ownFile';

const natures: readonly Nature[] = ['dishonesty', 'good', 'other', 'basic'];

export function useOwnFile() {
  const route = useRoute();
  const router = useRouter();
  const loaded = useLoad((signal) => ownFile(signal), {
    isEmpty: (file) => !file || file.records.length + file.archived.length === 0,
  });
  const only = computed(() => natures.find((nature) => nature === route.query.nature));
  const all = computed(() => loaded.data.value?.records ?? []);
  const tally = computed(() => tallyOf(all.value, natures));
  const records = computed(() => ofNature(all.value, only.value));

  function show(nature: Nature): void {
    void router.replace({ query: only.value === nature ? {} : { nature } });
  }

  return { ...loaded, only, tally, records, show };
}
