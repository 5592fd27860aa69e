// SPDX-License-Identifier: Apache-2.0
// What the pages of the register choose from: units, roles, purposes, items; and grave acts.
import { computed } from 'vue';
import { type Schemas, get } from '@/api/client';
import { confirmGrave } from '@/shared/grave';
import { useLoad } from '@/shared/load';
import { words } from '@/shared/language';

export type Role = Schemas['RoleAnswer'];
export type Purpose = Schemas['PurposeAnswer'];
export type Unit = Schemas['Unit'];

const most = 500; // the longest page the server gives

export async function allUnits(signal: AbortSignal): Promise<Unit[]> {
  const all: Unit[] = [];
  for (;;) {
    const page = await get('/api/v1/units', { query: { limit: most, after: all.at(-1)?.code }, signal });
    all.push(...page);
    if (page.length < most) return all;
  }
}

export function useUnits() {
  const { data } = useLoad(allUnits);
  const units = computed(() => data.value ?? []);
  const named = computed(() => new Map(units.value.map((one) => [one.code, one])));
  function unitName(code: string): string {
    return named.value.get(code)?.name ?? code;
  }
  return { units, unitName, unitOf: (code: string) => named.value.get(code) };
}

export function useRoles() {
  const { data } = useLoad(async (signal) => {
    const [roles, purposes] = await Promise.all([get('/api/v1/roles', { signal }), get('/api/v1/purposes', { signal })]);
    return { roles, purposes };
  });
  const roles = computed(() => data.value?.roles ?? []);
  const purposes = computed(() => data.value?.purposes ?? []);
  const labels = computed(() => new Map(roles.value.map((one) => [one.id, one.label])));
  return { roles, purposes, roleLabel: (id: string) => words(labels.value.get(id)) };
}

// Proven once more by the person; undefined when they thought better of it.
export async function gravely<T>(act: string, what: string, run: (confirmation: string) => Promise<T>): Promise<T | undefined> {
  const confirmation = await confirmGrave(act, what);
  return confirmation === null ? undefined : run(confirmation);
}
