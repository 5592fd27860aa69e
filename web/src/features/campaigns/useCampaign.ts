// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { askNames } from './useNames';

export function useCampaign(id: string) {
  const loaded = useLoad(async (signal) => {
    const [campaign, typical, names] = await Promise.all([
      get('/api/v1/campaigns/{id}', { path: { id }, signal }), get('/api/v1/campaigns/{id}/typical', { path: { id }, signal }), askNames(signal),
    ]);
    return { campaign, typical, names };
  });
  const campaign = computed(() => loaded.data.value?.campaign);
  const added = ref(-1); // by the last gathering; -1: none was asked for
  const sure = ref(false); // closing is asked twice: it cannot be undone
  const closed = ref(false);

  const gathering = useAct(async () => {
    const before = campaign.value?.tasks ?? 0;
    const after = await post('/api/v1/campaigns/{id}/gathering', { path: { id } });
    added.value = after.tasks - before;
    await loaded.reload();
  });
  const closing = useAct(async () => {
    await post('/api/v1/campaigns/{id}/closing', { path: { id } });
    sure.value = false;
    closed.value = true;
    await loaded.reload();
  });
  return { ...loaded, campaign, added, sure, closed, gathering, closing };
}
