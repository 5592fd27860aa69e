// SPDX-License-Identifier: Apache-2.0
// Pages of a list that the server cuts by a cursor.
import { computed, ref } from 'vue';

export function usePages() {
  const seen = ref<string[]>([]); // cursors of the pages up to this one; the first page has none
  const cursor = computed(() => seen.value.at(-1) ?? '');
  return {
    cursor,
    hasPrevious: computed(() => seen.value.length > 0),
    next: (to: string) => (seen.value = [...seen.value, to]),
    previous: () => (seen.value = seen.value.slice(0, -1)),
    first: () => (seen.value = []),
  };
}
