// SPDX-License-Identifier: Apache-2.0
// What is typed into “find on this page”, kept in the address.
import { type Ref, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export function useFinding(): Ref<string> {
  const route = useRoute();
  const router = useRouter();
  const typed = ref(String(route.query.q ?? ''));
  watch(typed, (text) => void router.replace({ query: { ...route.query, q: text.trim() || undefined }, hash: route.hash }));
  return typed;
}
