// SPDX-License-Identifier: Apache-2.0
// Names behind the ids of a campaign's form.
import { type Schemas, type Words, get } from '@/api/client';
import { words } from '@/shared/language';

export interface Names {
  lists: Schemas['ListLine'][];
  items: Schemas['ItemSummary'][];
  units: Schemas['Unit'][];
}

export async function askNames(signal: AbortSignal): Promise<Names> {
  const [lists, items, units] = await Promise.all([get('/api/v1/lists', { signal }), get('/api/v1/items', { signal }), get('/api/v1/units', { query: { limit: 200 }, signal })]);
  return { lists, items, units };
}

function labelIn(all: readonly { id: string; label: Words }[], id: string): string {
  return words(all.find((one) => one.id === id)?.label) || id;
}

export function listNames(names: Names, ids: readonly string[]): string[] {
  return ids.map((id) => labelIn(names.lists, id));
}
export function itemNames(names: Names, ids: readonly string[]): string[] {
  return ids.map((id) => labelIn(names.items, id));
}
export function unitName(names: Names, code: string): string {
  return names.units.find((one) => one.code === code)?.name ?? code;
}
