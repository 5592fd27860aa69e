// SPDX-License-Identifier: Apache-2.0
// Rows of the register, cut by the key of the last row of the page before.
import { computed } from 'vue';
import { useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';

export const pageSize = 50;

export function useRows<T>(ask: (after: string, signal: AbortSignal) => Promise<T[]>, keyOf: (row: T) => string, filter: () => string = () => '') {
  const pages = usePages();
  const loaded = useLoad((signal) => ask(pages.cursor.value, signal), {
    isEmpty: (rows) => rows.length === 0 && !pages.hasPrevious.value,
    watching: () => `${filter()} ${pages.cursor.value}`,
  });
  const rows = computed(() => loaded.data.value ?? []);
  const last = computed(() => rows.value.at(-1));
  function next(): void {
    if (last.value) pages.next(keyOf(last.value));
  }
  return { ...loaded, rows, hasNext: computed(() => rows.value.length === pageSize), hasPrevious: pages.hasPrevious, next, previous: pages.previous, first: pages.first };
}
