// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef, watch } from 'vue';
import { type Schemas, fetchRaw, get, post } from '@/api/client';
import { remember, remembered } from '@/shared/language';
import { useAct, useLoad } from '@/shared/load';
import { changedFiles, emptyFile, pathFor, readDraft, withFile } from './draft';

const key = 'preview-draft';
const listed = 100;

export type Preview = Schemas['Preview'];

export function usePreview() {
  const kept = readDraft(remembered(key));
  const draft = ref(kept.length ? kept : [emptyFile()]);
  const day = ref('');
  const matter = ref('');
  const result = shallowRef<Preview>();
  const ran = ref(''); // the draft that the result is of

  const rules = useLoad(async (signal) => {
    const [lists, measures] = await Promise.all([get('/api/v1/lists', { signal }), get('/api/v1/measures', { signal })]);
    return { lists, measures };
  });
  const paths = computed(() => [
    ...(rules.data.value?.lists ?? []).map((one) => `lists/${one.id}.yaml`),
    ...(rules.data.value?.measures ?? []).map((one) => `measures/${one.id}.yaml`),
  ]);

  watch(draft, (files) => {
    const worth = files.some((file) => file.path || file.text);
    remember(key, worth ? JSON.stringify(files) : null);
  }, { deep: true });

  const files = computed(() => changedFiles(draft.value));
  const now = computed(() => JSON.stringify([files.value, day.value]));
  const stale = computed(() => result.value !== undefined && ran.value !== now.value);

  const running = useAct(async () => {
    const asked = now.value;
    result.value = await post('/api/v1/rules/preview', { body: { files: files.value, ...(day.value ? { day: day.value } : {}) }, query: { matter: matter.value.trim(), limit: listed } });
    ran.value = asked;
  });

  async function open(chosen: FileList | null): Promise<void> {
    for (const file of chosen ?? []) draft.value = withFile(draft.value, { path: pathFor(file.name, paths.value), text: await file.text(), gone: false });
  }
  // The rule as it is in force, to be changed. Its path has slashes of its own, which stay.
  const fetching = useAct(async (path: string) => {
    const kept = (await (await fetchRaw('get', `/api/v1/rules/files/${path}`)).json()) as Schemas['RuleFile'];
    draft.value = withFile(draft.value, { path: kept.path, text: kept.text, gone: false });
  });
  function takeAway(measure: string): void {
    if (measure) draft.value = withFile(draft.value, { path: `measures/${measure}.yaml`, text: '', gone: true });
  }
  function remove(index: number): void {
    draft.value.splice(index, 1);
    if (draft.value.length === 0) draft.value.push(emptyFile());
  }
  function startOver(): void {
    draft.value = [emptyFile()];
    result.value = undefined;
    running.problem.value = undefined;
  }
  return { draft, day, matter, result, rules, paths, files, stale, running, fetching, open, takeAway, remove, startOver, add: () => draft.value.push(emptyFile()) };
}
