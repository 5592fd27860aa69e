// SPDX-License-Identifier: Apache-2.0
// The record a case is about, fetched only when somebody wants to see it: each time is a look that
// the platform writes down.
import { computed, shallowRef, watch } from 'vue';
import { type Schemas, get } from '@/api/client';
import { useAct } from '@/shared/load';
import { isSubject } from './where';

type Case = Schemas['CaseView'];
type Shown = Schemas['ShownRecord'];

// A case names its subject by an id and a name; its code is found by these.
async function codeOf(view: Case): Promise<string> {
  if (!view.subject_name) return '';
  const { hits } = await get('/api/v1/search', { query: { q: view.subject_name, limit: 50 } });
  return hits.find((hit) => hit.id === view.subject)?.code ?? '';
}

function pick(file: Schemas['DisclosedFile'], key: string): Shown | undefined {
  return [...file.records, ...file.archived].find((one) => one.record === key);
}

export function useRecord(view: () => Case | undefined) {
  const code = shallowRef('');
  const record = shallowRef<Shown>();
  watch(() => view()?.number, () => {
    const now = view();
    if (now) void codeOf(now).then((found) => (code.value = found)).catch(() => (code.value = ''));
  }, { immediate: true });

  async function ask(now: Case): Promise<Shown | undefined> {
    if (isSubject()) {
      const own = pick(await get('/api/v1/me/file'), now.record);
      if (own || !code.value) return own;
      return pick(await get('/api/v1/subjects/{code}', { path: { code: code.value } }), now.record);
    }
    if (!code.value) return undefined;
    return pick(await get('/api/v1/subjects/{code}', { path: { code: code.value }, query: { purpose: 'case_handling', matter: now.number } }), now.record);
  }
  const asking = useAct(async () => {
    const now = view();
    if (now?.record && !record.value) record.value = await ask(now);
  });

  return { code, record, asking, canAsk: computed(() => Boolean(view()?.record) && (isSubject() || code.value !== '')) };
}
