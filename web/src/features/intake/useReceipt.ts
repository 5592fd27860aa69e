// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, ref, watch } from 'vue';
import { addressOf, fetchRaw, get } from '@/api/client';
import { saveFile } from '@/shared/csv';
import { useAct, useLoad } from '@/shared/load';
import { stateOf } from './receipts';

const pause = 1000; // ms, while it is being taken in

export function useReceipt(number: string) {
  const loaded = useLoad((signal) => get('/api/v1/submissions/{number}', { path: { number }, signal }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(loaded.data, (receipt) => {
    if (receipt && stateOf(receipt) === 'running') timer = setTimeout(() => void loaded.reload(), pause);
  });
  onScopeDispose(() => clearTimeout(timer));

  const row = ref('');
  const saved = ref('');
  const proving = useAct(async () => {
    saved.value = '';
    const address = addressOf('/api/v1/submissions/{number}/rows/{row}/proof', { number, row: row.value });
    const proof = await fetchRaw('get', address);
    saveFile(`${number}-${row.value}.tlog-proof`, await proof.blob(), 'text/plain');
    saved.value = row.value;
  });
  return { ...loaded, row, saved, proving };
}
