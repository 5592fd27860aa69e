// SPDX-License-Identifier: Apache-2.0
// The matter, the purpose that goes with it and the case number: the same for one subject and many.
// The matter stands in the address; the case number stays on the page.
import { computed, reactive, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { session } from '@/shared/session';
import { type Form, byKind, mattersFor, purposesOf } from './matters';

export function useMatter() {
  const route = useRoute();
  const router = useRouter();
  const own = session.value?.purposes ?? [];
  const loaded = useLoad(async (signal) => {
    const [matters, purposes] = await Promise.all([get('/api/v1/matters', { signal }), get('/api/v1/purposes', { signal })]);
    return { matters: mattersFor(matters, own), purposes };
  }, { isEmpty: (found) => found.matters.length === 0 });

  const form = reactive<Form>({ matter: String(route.query.matter ?? ''), purpose: '', business: '', consent: '' });
  const matter = computed(() => loaded.data.value?.matters.find((one) => one.id === form.matter));
  const purposes = computed(() => purposesOf(matter.value, loaded.data.value?.purposes ?? [], own));
  const purpose = computed(() => purposes.value.find((one) => one.id === form.purpose));
  watch(purposes, (all) => (form.purpose = all.some((one) => one.id === form.purpose) ? form.purpose : (all[0]?.id ?? '')));
  watch(() => form.matter, (id) => void router.replace({ query: { ...route.query, matter: id || undefined } }));

  return { loaded, form, matter, purposes, purpose, groups: computed(() => byKind(loaded.data.value?.matters ?? [])) };
}
