// SPDX-License-Identifier: Apache-2.0
// One file on its way: uploaded, then checked row by row by the platform, which answers when it is
// done. What it is doing meanwhile is told by the list of submissions, to this page as to any other.
import { computed, ref } from 'vue';
import { addressOf, get } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { may } from '@/shared/session';
import { type Sent, sendFile } from '@/ui/upload';
import type { Receipt } from './receipts';

export type Stage = 'ready' | 'uploading' | 'taking';

export function useSending(item: () => string, done: () => void) {
  const file = ref<File>();
  const provider = ref('');
  const sent = ref<Sent>({ loaded: 0, total: 0 });
  const receipt = ref<Receipt>();
  const limits = useLoad((signal) => get('/api/v1/limits', { signal }));

  const sending = useAct(async () => {
    const body = file.value;
    if (!body) return;
    receipt.value = undefined;
    sent.value = { loaded: 0, total: body.size };
    const address = addressOf('/api/v1/items/{item}/submissions', { item: item() }, { file_name: body.name, provider: provider.value.trim() });
    receipt.value = await sendFile<Receipt>(address, body, (now) => (sent.value = now));
    file.value = undefined;
    done();
  });

  const stage = computed<Stage>(() => {
    if (!sending.busy.value) return 'ready';
    return sent.value.loaded < sent.value.total ? 'uploading' : 'taking';
  });
  return { file, provider, forOthers: computed(() => may('steward')), most: computed(() => limits.data.value?.upload_bytes ?? 0), sent, stage, receipt, sending };
}
