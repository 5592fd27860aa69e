// SPDX-License-Identifier: Apache-2.0
// The file of a case and what may be done in it. Somebody else may act meanwhile: then the file is
// shown anew, and what was filled in stays.
import { computed, reactive, ref } from 'vue';
import { type Schemas, get, post } from '@/api/client';
import { confirmGrave } from '@/shared/grave';
import { words } from '@/shared/language';
import { useAct, useLoad } from '@/shared/load';
import { loadSession } from '@/shared/session';
import { type Filled, documentsFor, fieldsOf, isFilled, nothingFilled, useUploads } from './filled';
import { useKnown } from './useKnown';
import { useRecord } from './useRecord';
import { isSubject } from './where';

type Act = Schemas['OfferedAct'];
type View = Schemas['CaseView'];
const raced = ['case.moved_on', 'case.act_not_now'];

export function useCase(number: string) {
  const loaded = useLoad((signal) => get('/api/v1/cases/{number}', { path: { number }, signal }));
  const view = () => loaded.data.value;
  const known = useKnown(view);
  const record = useRecord(view);
  const { attached } = useUploads();

  const drafts = reactive<Record<string, Filled>>({});
  const open = ref(''); // the act whose form is open
  const said = ref<'' | 'done' | 'refrained'>('');
  const moved = ref(''); // what somebody did meanwhile

  function draftOf(act: string): Filled {
    return (drafts[act] ??= nothingFilled());
  }
  function asksForRecord(act: Act): boolean {
    return act.fields.some((field) => field.type === 'changes');
  }
  function toggle(act: Act): void {
    open.value = open.value === act.id ? '' : act.id;
    if (open.value && asksForRecord(act)) void record.asking.run();
  }
  // Of an office; a subject decides over nobody else (http/case_asking.cc).
  function isGrave(act: Act): boolean {
    return !isSubject() && (known.value.procedure?.acts.find((one) => one.id === act.id)?.decides ?? false);
  }

  async function send(body: Schemas['ActForm'], act: Act): Promise<View | null> {
    const say = () => confirmGrave('POST /api/v1/cases/{number}/acts', `${words(act.label)}（${number}）`);
    let confirmation: string | undefined;
    if (isGrave(act)) {
      const given = await say();
      if (given === null) return null;
      confirmation = given;
    }
    return post('/api/v1/cases/{number}/acts', { path: { number }, body, confirmation });
  }

  const acting = useAct(async (act: Act) => {
    const after = view()?.steps_done ?? 0;
    const filled = draftOf(act.id);
    said.value = moved.value = '';
    const documents = await attached(filled);
    const next = await send({ act: act.id, after, fields: fieldsOf(act, filled), documents }, act);
    if (next === null) {
      said.value = 'refrained';
      return;
    }
    // Who has handed a case on may no longer open it: shown from the answer.
    loaded.data.value = next;
    delete drafts[act.id];
    open.value = '';
    said.value = 'done';
  });

  async function lookAgain(after: number): Promise<void> {
    await loaded.reload();
    const since = loaded.data.value?.steps.filter((step) => step.step > after).at(-1);
    moved.value = words(since?.label);
  }

  async function act(one: Act): Promise<void> {
    if (acting.problem.value?.status === 401) await loadSession(true); // signed in again elsewhere
    const after = view()?.steps_done ?? 0;
    if (await acting.run(one)) return;
    if (raced.includes(acting.problem.value?.code ?? '')) await lookAgain(after);
  }

  // Filled in for an act that is no longer offered.
  const orphans = computed(() => {
    const offered = view()?.can.map((one) => one.id) ?? [];
    return Object.entries(drafts).filter(([id, filled]) => !offered.includes(id) && isFilled(filled)).map(([id, filled]) => ({ id, filled }));
  });

  return { ...loaded, known, record, drafts, draftOf, open, toggle, isGrave, documentsFor: (one: Act) => documentsFor(one, known.value.procedure), acting, act, said, moved, orphans };
}

