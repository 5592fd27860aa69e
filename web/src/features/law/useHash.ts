// SPDX-License-Identifier: Apache-2.0
// The router looks for the anchor before the page has loaded; this looks again once it has.
import { type Ref, nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';
import type { State } from '@/shared/load';

export function useHash(state: Ref<State>): void {
  const route = useRoute();
  watch([state, () => route.hash], async ([now]) => {
    if (now !== 'ready' || !route.hash) return;
    await nextTick();
    document.getElementById(decodeURIComponent(route.hash.slice(1)))?.scrollIntoView();
  }, { immediate: true });
}
