// SPDX-License-Identifier: Apache-2.0
// The file in front of the visitor, its report and the printing of it.
import { computed, ref, shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { type Schemas, post } from '@/api/client';
import { useAct } from '@/shared/load';
import { type Nature, tallyOf } from '@/ui/natures';
import { keepPaper, visitor } from './visitor';

export const natures: readonly Nature[] = ['dishonesty', 'good', 'other', 'basic'];

export function useFile(own: boolean) {
  const router = useRouter();
  const file = computed(() => (visitor.isOwn.value === own ? visitor.file.value : undefined));
  // Opened by its address, or after the machine forgot: there is nothing to show.
  if (!file.value) void router.replace('/kiosk');

  const counts = computed(() => tallyOf(file.value?.records ?? [], natures));
  const code = computed(() => file.value?.subject.codes[0]?.code ?? '');

  const report = shallowRef<Schemas['ReportLinks']>();
  const making = useAct(async () => {
    report.value = await post('/api/v1/reports', { body: { code: code.value, ...(own ? { purpose: 'self' } : {}) } });
  });
  const blocked = ref(false); // the machine lets no window open: the link stays
  function print(): void {
    const paper = report.value ? window.open(report.value.html, '_blank', 'popup') : null;
    blocked.value = paper === null;
    if (!paper) return;
    keepPaper(paper);
    paper.addEventListener('load', () => paper.print());
    paper.addEventListener('afterprint', () => paper.close());
  }
  return { file, counts, code, report, making, print, blocked };
}
