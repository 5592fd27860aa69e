// SPDX-License-Identifier: Apache-2.0
// The state of both logs, and an audit that is followed while it runs.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { type Schemas, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';

const pause = 1500; // ms between two looks at a running audit

export function useLog() {
  const loaded = useLoad((signal) => get('/api/v1/ledger/state', { signal }));
  const newer = shallowRef<Schemas['FsckState']>(); // than what came with the page
  const fsck = computed(() => newer.value ?? loaded.data.value?.fsck);
  const deep = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Sizes and checkpoints have grown when an audit ends: the page is asked for anew.
  const follow = useAct(async () => {
    newer.value = await get('/api/v1/ledger/fsck');
    if (!newer.value.running) await loaded.reload();
  });
  const start = useAct(async () => {
    newer.value = await post('/api/v1/ledger/fsck', { query: { deep: deep.value ? 'true' : '' } });
  });

  watch(fsck, (state) => {
    clearTimeout(timer);
    if (state?.running) timer = setTimeout(() => void follow.run(), pause);
  });
  onScopeDispose(() => clearTimeout(timer));
  return { ...loaded, fsck, deep, start, follow };
}

export function partOf(progress: Schemas['AuditProgress'] | undefined): number | undefined {
  if (!progress || progress.entries <= 0) return undefined;
  return Math.min(1, progress.compared / progress.entries);
}
