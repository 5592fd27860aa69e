// SPDX-License-Identifier: Apache-2.0
// What puts a case into words: its procedure, the offices, the record's item. A case can be read
// without them, so none of them keeps it from being shown.
import { shallowRef, watch } from 'vue';
import { type Schemas, get } from '@/api/client';
import type { Known } from './values';

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}

export function useKnown(view: () => Schemas['CaseView'] | undefined) {
  const known = shallowRef<Known>({ units: [], lists: [] });

  async function learn(id: string, item: string): Promise<void> {
    const [procedure, found, units, lists] = await Promise.all([
      orNothing(get('/api/v1/procedures/{id}', { path: { id } })),
      item ? orNothing(get('/api/v1/items/{item}', { path: { item } })) : undefined,
      orNothing(get('/api/v1/units')),
      orNothing(get('/api/v1/lists')),
    ]);
    known.value = { procedure, item: found, units: units ?? [], lists: lists ?? [] };
  }
  watch(() => [view()?.procedure, view()?.item] as const, ([procedure, item]) => {
    if (procedure) void learn(procedure, item ?? '');
  }, { immediate: true });

  return known;
}
