// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { useRouter } from 'vue-router';
import { get, post } from '@/api/client';
import { today } from '@/shared/dates';
import { useAct, useLoad } from '@/shared/load';
import { type CampaignForm, codesOf, emptyForm, faultsOf, nextId, plan } from './form';
import { askNames } from './useNames';

export function useStart() {
  const router = useRouter();
  const form = ref<CampaignForm>(emptyForm(''));
  const codes = ref('');
  const otherBasis = ref('');
  const byPlan = ref(true);
  const tried = ref(false);

  const loaded = useLoad(async (signal) => {
    const [names, campaigns] = await Promise.all([askNames(signal), get('/api/v1/campaigns', { signal })]);
    if (!form.value.id) form.value.id = nextId(campaigns.map((one) => one.form.id), today().slice(0, 4));
    return names;
  });
  const full = computed(() => (loaded.data.value?.lists ?? []).filter((one) => one.on > 0).sort((a, b) => b.on - a.on));
  const empty = computed(() => (loaded.data.value?.lists ?? []).filter((one) => one.on === 0));
  const units = computed(() => (loaded.data.value?.units ?? []).filter((one) => one.active && one.kinds.some((kind) => ['provider', 'counter', 'regulator'].includes(kind))));

  const whole = computed<CampaignForm>(() => ({ ...form.value, codes: codesOf(codes.value), basis: byPlan.value ? plan : otherBasis.value.trim() }));
  const faults = computed(() => (tried.value ? faultsOf(whole.value) : []));

  const starting = useAct(async () => {
    const begun = await post('/api/v1/campaigns', { body: whole.value });
    await router.push(`/work/campaigns/${begun.form.id}`);
  });

  // What is missing is said beside its field; nothing is sent until all is there.
  async function send(): Promise<void> {
    tried.value = true;
    if (faults.value.length === 0) await starting.run();
  }

  return { ...loaded, form, codes, otherBasis, byPlan, full, empty, units, faults, starting, send };
}
