// SPDX-License-Identifier: Apache-2.0
import { type Ref, computed, shallowRef } from 'vue';
import { type Schemas, post } from '@/api/client';
import { useAct } from '@/shared/load';
import type { Trace } from './trace';
import type { Entry } from './useLedger';

export function useReplay(entry: Entry, trace: Trace, code: Ref<string>) {
  const told = shallowRef<Schemas['CheckAnswer']>();
  const comparison = shallowRef<Schemas['CheckComparison']>();
  // The number is derived from the question and what was found: another subject, purpose or unit,
  // or another answer, has another.
  const isSame = computed(() => told.value?.number === trace.number);

  const replay = useAct(async () => {
    const body = {
      code: code.value.trim().toUpperCase(), matter: trace.matter, purpose: 'audit', asked_purpose: entry.purpose, business: entry.matter,
      unit: entry.unit_code, day: trace.day, known: trace.known,
    };
    told.value = comparison.value = undefined;
    const answer = await post('/api/v1/checks/replay', { body });
    comparison.value = await post('/api/v1/checks/comparison', { body });
    told.value = answer;
  });

  return { told, comparison, isSame, replay };
}
