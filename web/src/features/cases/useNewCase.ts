// SPDX-License-Identifier: Apache-2.0
// A case is opened under a procedure, about a subject, mostly about one of its records. The address
// may name them; a code that is typed here goes in bodies only, for it may be a person's.
import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Schemas, get, post } from '@/api/client';
import { confirmGrave } from '@/shared/grave';
import { words } from '@/shared/language';
import { useAct, useLoad } from '@/shared/load';
import { loadSession, may, session } from '@/shared/session';
import { type Filled, documentsFor, fieldsOf, nothingFilled, useUploads } from './filled';
import { type Opener, mayOpen, openings } from './openings';
import { casesAt, isCentre, isSubject } from './where';

type View = Schemas['ProcedureView'];
type File_ = Schemas['DisclosedFile'];

function opener(): Opener {
  return { subject: isSubject(), centre: isCentre(), provider: may('handle_cases') && !isCentre() };
}

export function useNewCase() {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => String(route.query.procedure ?? ''));

  const loaded = useLoad(async (signal) => {
    if (asked.value) return [await get('/api/v1/procedures/{id}', { path: { id: asked.value }, signal })];
    const lines = await get('/api/v1/procedures', { signal });
    return Promise.all(lines.map((line) => get('/api/v1/procedures/{id}', { path: { id: line.id }, signal })));
  }, { watching: () => asked.value });
  const choices = computed(() => (loaded.data.value ?? []).filter((one) => mayOpen(one, opener())));
  const procedure = computed<View | undefined>(() => (asked.value ? loaded.data.value?.[0] : undefined));
  const acts = computed(() => (procedure.value ? openings(procedure.value, opener()) : []));
  const actId = ref('');
  const act = computed(() => acts.value.find((one) => one.id === actId.value) ?? acts.value[0]);

  // ---- whom and what it is about
  const given = String(route.query.subject ?? '');
  const ownCode = session.value?.account.unit ?? '';
  const isOwn = computed(() => isSubject() && (!given || given === ownCode));
  const typed = ref(given);
  const file = shallowRef<File_>();
  const record = ref(String(route.query.record ?? ''));
  const aboutRecord = computed(() => procedure.value?.about.id === 'record');
  const records = computed(() => (file.value ? [...file.value.records, ...file.value.archived] : []));

  const finding = useAct(async () => {
    if (isOwn.value) file.value = await get('/api/v1/me/file');
    else if (isSubject()) file.value = await get('/api/v1/subjects/{code}', { path: { code: given } });
    else file.value = await post('/api/v1/lookups', { body: { code: typed.value.trim(), purpose: isCentre() ? 'stewardship' : 'own_submission' } });
  });
  // A subject's own file, or the one the address names, without being asked for.
  watch(procedure, (now) => {
    if (now && !file.value && (isSubject() || given)) void finding.run();
  });
  function another(): void {
    file.value = undefined;
    record.value = '';
  }

  // ---- filling in and sending
  const filled = ref<Filled>(nothingFilled());
  const { attached } = useUploads();
  const refrained = ref(false);
  const ready = computed(() => Boolean(act.value) && (!aboutRecord.value || records.value.some((one) => one.record === record.value)) && (isOwn.value || Boolean(file.value)));

  async function confirmed(form: Schemas['CaseForm']): Promise<Schemas['CaseView'] | null> {
    const decides = !isSubject() && procedure.value?.acts.some((one) => one.opens && one.decides && (!form.act || one.id === form.act));
    const confirmation = decides ? await confirmGrave('POST /api/v1/cases', words(act.value?.label)) : undefined;
    return confirmation === null ? null : post('/api/v1/cases', { body: form, confirmation });
  }

  const opening = useAct(async () => {
    const one = act.value;
    const under = procedure.value;
    if (!one || !under) return;
    refrained.value = false;
    const documents = await attached(filled.value);
    const made = await confirmed({
      procedure: under.kind, act: one.id, code: isOwn.value ? '' : isSubject() ? given : typed.value.trim(),
      record: aboutRecord.value ? record.value : '', fields: fieldsOf(one, filled.value), documents,
    });
    refrained.value = made === null;
    if (made) await router.replace({ path: casesAt(`/${made.number}`), state: { opened: made.number } });
  });
  async function open(): Promise<void> {
    if (opening.problem.value?.status === 401) await loadSession(true); // signed in again elsewhere
    await opening.run();
  }

  const documents = computed(() => (act.value ? documentsFor(act.value, procedure.value) : []));
  return { ...loaded, asked, choices, procedure, acts, act, actId, isOwn, typed, file, record, records, aboutRecord, finding, another, filled, documents, ready, opening, open, refrained };
}
