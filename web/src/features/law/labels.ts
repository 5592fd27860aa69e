// SPDX-License-Identifier: Apache-2.0
// What measures, matters and items are called by their ids: asked for once, on the pages that need it.
import { type Schemas, type Words, get } from '@/api/client';

export type MeasureView = Schemas['MeasureView'];
export type MatterView = Schemas['MatterView'];
export type Labels = ReadonlyMap<string, Words>;

function labelled(all: readonly { id: string; label: Words }[]): Labels {
  return new Map(all.map((one) => [one.id, one.label]));
}

// The grounds of measures: “list:tax_major” for a list, else an item.
export async function loadMeasures(signal: AbortSignal) {
  const [measures, matters, lists, items] = await Promise.all([
    get('/api/v1/measures', { signal }), get('/api/v1/matters', { signal }), get('/api/v1/lists', { signal }), get('/api/v1/items', { signal }),
  ]);
  return { measures, matters: labelled(matters), lists: labelled(lists), items: labelled(items) };
}

export async function loadMatters(signal: AbortSignal) {
  const [matters, measures, purposes, items] = await Promise.all([
    get('/api/v1/matters', { signal }), get('/api/v1/measures', { signal }), get('/api/v1/purposes', { signal }), get('/api/v1/items', { signal }),
  ]);
  return { matters, measures: labelled(measures), purposes: labelled(purposes), items: labelled(items) };
}

export function groundOf(ground: string): { list: boolean; id: string } {
  return ground.startsWith('list:') ? { list: true, id: ground.slice(5) } : { list: false, id: ground };
}

export type MeasureKind = 'mandatory' | 'reference' | 'reward';
export const measureKinds: readonly MeasureKind[] = ['mandatory', 'reference', 'reward'];
export function kindOf(measure: Pick<MeasureView, 'effect' | 'force'>): MeasureKind {
  if (measure.effect === 'reward') return 'reward';
  return measure.force === 'mandatory' ? 'mandatory' : 'reference';
}

// Whether any of the words holds what was typed, in either language.
export function mentions(all: readonly (Words | undefined)[], typed: string): boolean {
  const text = typed.trim().toLowerCase();
  return !text || all.some((one) => one && (one.zh.toLowerCase().includes(text) || one.en.toLowerCase().includes(text)));
}

// In the order of the keys given first; what is unknown comes last, as “other”.
export function groupBy<T>(all: readonly T[], keys: readonly string[], keyOf: (one: T) => string): { key: string; members: T[] }[] {
  const known = (key: string) => (keys.includes(key) ? key : 'other');
  return [...keys, 'other']
    .map((key) => ({ key, members: all.filter((one) => known(keyOf(one)) === key) }))
    .filter((group) => group.members.length > 0);
}
