// SPDX-License-Identifier: Apache-2.0
// The changed rule files that somebody works on. Rules only: nothing of anybody is in them, so a
// browser may keep them.
import type { Schemas } from '@/api/client';

export interface DraftFile {
  path: string;
  text: string;
  gone: boolean; // the rule is to be taken away
}

export function emptyFile(): DraftFile {
  return { path: '', text: '', gone: false };
}

export function readDraft(kept: string | null): DraftFile[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(found) ? found.filter(isFile) : [];
  } catch {
    return [];
  }
}

function isFile(one: unknown): one is DraftFile {
  const file = one as DraftFile | null;
  return typeof file?.path === 'string' && typeof file.text === 'string' && typeof file.gone === 'boolean';
}

// What is sent: files that are named, and that say something or are taken away.
export function changedFiles(draft: readonly DraftFile[]): Schemas['ChangedFile'][] {
  return draft
    .filter((file) => file.path.trim() && (file.gone || file.text.trim()))
    .map((file) => (file.gone ? { path: file.path.trim() } : { path: file.path.trim(), text: file.text }));
}

// A file from a computer is known by the rule that it replaces, else it is taken for a list's.
export function pathFor(name: string, known: readonly string[]): string {
  return known.find((path) => path.endsWith(`/${name}`)) ?? `lists/${name}`;
}

// A file opened again replaces its draft; an untouched empty one gives way.
export function withFile(draft: readonly DraftFile[], file: DraftFile): DraftFile[] {
  const others = draft.filter((one) => one.path.trim() && one.path !== file.path);
  return [...others, file];
}
