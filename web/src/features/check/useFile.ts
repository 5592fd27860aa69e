// SPDX-License-Identifier: Apache-2.0
// A file of checks on its way: its number is in the address, so a reload goes on watching it.
import { onScopeDispose, shallowRef, watch } from 'vue';
import { addressOf, fetchRaw, get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { type Line, firstLines } from './answers';

const pause = 1000; // ms
export const shownLines = 50;

export function useFile(number: string) {
  const loaded = useLoad((signal) => get('/api/v1/checks/files/{number}', { path: { number }, signal }));
  const matters = useLoad((signal) => get('/api/v1/matters', { signal }));
  const lines = shallowRef<Line[]>([]);

  const reading = useAct(async () => {
    const answers = await fetchRaw('get', addressOf('/api/v1/checks/files/{number}/answers.jsonl', { number }));
    if (answers.body) lines.value = await firstLines(answers.body, shownLines);
  });
  const goingOn = useAct(async () => {
    const file = loaded.data.value;
    if (!file) return;
    await post('/api/v1/checks/files/{number}/again', { path: { number }, query: { purpose: file.purpose, business: file.business } });
    await loaded.reload();
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(loaded.data, (file) => {
    if (file?.state === 'running') timer = setTimeout(() => void loaded.reload(), pause);
    if (file?.state === 'done' && lines.value.length === 0) void reading.run();
  });
  onScopeDispose(() => clearTimeout(timer));
  return { ...loaded, matters: matters.data, lines, reading, goingOn };
}
