// SPDX-License-Identifier: Apache-2.0
// What was sent, newest first. Asked for again and again while something is being taken in, so that
// its progress is there after a reload as well.
import { computed, onScopeDispose, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { type Receipt, stateOf } from './receipts';

const counts = [20, 100, 500]; // the server gives the newest ones, and no page after them
const pause = 1000; // ms
export const filters = ['all', 'refused', 'open'] as const;

function fits(receipt: Receipt, filter: string): boolean {
  if (filter === 'refused') return receipt.rejected > 0;
  return filter === 'open' ? !receipt.finished : true;
}

export function useHistory(sending: () => boolean) {
  const route = useRoute();
  const router = useRouter();
  const inAddress = (name: string, otherwise: string) => computed({
    get: () => String(route.query[name] ?? otherwise),
    set: (value) => void router.replace({ query: { ...route.query, [name]: value === otherwise ? undefined : value } }),
  });
  const item = inAddress('of', '');
  const filter = inAddress('state', 'all');
  const limit = inAddress('newest', String(counts[0]));

  const loaded = useLoad(
    (signal) => get('/api/v1/submissions', { query: { item: item.value, limit: Number(limit.value) || counts[0] }, signal }),
    { watching: () => [item.value, limit.value] },
  );
  const all = computed<Receipt[]>(() => loaded.data.value ?? []);
  const running = computed(() => all.value.filter((one) => stateOf(one) === 'running'));

  let timer: ReturnType<typeof setTimeout> | undefined;
  async function follow(): Promise<void> {
    timer = undefined;
    await loaded.reload();
    keepUp();
  }
  function keepUp(): void {
    if (timer === undefined && (sending() || running.value.length > 0)) timer = setTimeout(() => void follow(), pause);
  }
  watch([running, sending], keepUp);
  onScopeDispose(() => clearTimeout(timer));

  return {
    ...loaded, item, filter, running,
    rows: computed(() => all.value.filter((one) => fits(one, filter.value))),
    newest: computed(() => all.value.length),
    older: computed(() => counts.find((count) => count > Number(limit.value) && all.value.length >= Number(limit.value))),
    showOlder: (count: number) => (limit.value = String(count)),
  };
}
