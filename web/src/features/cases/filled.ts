// SPDX-License-Identifier: Apache-2.0
// What was filled in for one act, and how it is sent.
import { ref } from 'vue';
import { type Problem, type Schemas, addressOf, fetchRaw, nowhere } from '@/api/client';

export interface Filled {
  values: Record<string, string>;
  changes: Record<string, string>; // code of a field of the record → its right value
  files: Record<string, File[]>; // by kind of document
}

export function nothingFilled(): Filled {
  return { values: {}, changes: {}, files: {} };
}

export function isFilled(filled: Filled | undefined): boolean {
  return !!filled && [...Object.values(filled.values), ...Object.keys(filled.changes), ...Object.values(filled.files).flat()].some(Boolean);
}

// The form tells which field is meant, by its label; its id is for programs.
export function unplaced(problem: Problem): Problem {
  return { ...problem, place: nowhere };
}

export function fieldsOf(act: Schemas['OfferedAct'], filled: Filled): Schemas['FieldValue'][] {
  return act.fields.flatMap((field) => {
    const changes = Object.entries(filled.changes).map(([code, value]) => ({ code, value }));
    const value = field.type === 'changes' ? (changes.length ? JSON.stringify(changes) : '') : (filled.values[field.id] ?? '').trim();
    return value ? [{ id: field.id, value }] : [];
  });
}

// The kinds of documents an act may take: none where it has neither form nor condition, like
// withdrawing or taking a case over.
export function documentsFor(act: Schemas['OfferedAct'], procedure: Schemas['ProcedureView'] | undefined): Schemas['DescribedDocument'][] {
  const described = procedure?.acts.find((one) => one.id === act.id);
  return described && (act.fields.length > 0 || described.conditions.length > 0) ? (procedure?.documents ?? []) : [];
}

// Uploads each file once, also when the act is sent again after a refusal.
export function useUploads() {
  const kept = ref(new Map<File, Schemas['KeptDocument']>());

  async function keep(file: File): Promise<Schemas['KeptDocument']> {
    const known = kept.value.get(file);
    if (known) return known;
    const response = await fetchRaw('post', addressOf('/api/v1/documents', {}, { name: file.name }), { body: file, type: 'application/octet-stream' });
    const document = (await response.json()) as Schemas['KeptDocument'];
    kept.value.set(file, document);
    return document;
  }

  async function attached(filled: Filled): Promise<Schemas['AttachedDocument'][]> {
    const all: Schemas['AttachedDocument'][] = [];
    for (const [kind, files] of Object.entries(filled.files))
      for (const file of files) {
        const { sha256, name, media_type: media, bytes } = await keep(file);
        all.push({ kind, sha256, name, media, bytes });
      }
    return all;
  }
  return { attached };
}
