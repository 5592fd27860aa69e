// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { may } from '@/shared/session';
import { askWaiting, uncounted } from './waiting';

export type DeskLine = Schemas['DeskLine'];
export const whens = ['late', 'today', 'week', 'later', 'paused'] as const;
export type When = (typeof whens)[number];

// Unit and kind stand in the address, so that back and reload find the same desk.
export function useDesk() {
  const route = useRoute();
  const router = useRouter();
  const supervises = may('supervise_cases');
  const unit = computed(() => String(route.query.unit ?? ''));
  const when = computed(() => whens.find((one) => one === route.query.when));

  const loaded = useLoad((signal) => get('/api/v1/desk', { query: { unit: supervises ? unit.value : '' }, signal }), { watching: () => unit.value });
  const units = useLoad(async (signal) => (supervises ? (await get('/api/v1/units', { query: { limit: 200 }, signal })).filter((one) => one.active) : []));
  const counting = useLoad(askWaiting);
  const blank = uncounted();
  const waiting = computed(() => counting.data.value ?? blank);

  const groups = computed(() =>
    whens
      .filter((one) => !when.value || one === when.value)
      .map((one) => ({ when: one, lines: loaded.data.value?.lines.filter((line) => line.when === one) ?? [] }))
      .filter((group) => group.lines.length > 0),
  );

  function set(name: 'unit' | 'when', value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } });
  }
  return { ...loaded, supervises, unit, units: units.data, waiting, when, groups, set };
}
