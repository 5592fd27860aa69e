// SPDX-License-Identifier: Apache-2.0
import type { Schemas, Words } from '@/api/client';

export type FileChange = Schemas['FileDifference'];

export interface KindOfRule {
  kind: string;
  label: Words;
  files: FileChange[];
}

// Files by kind of rule, in the order the server gives them.
export function byKind(files: readonly FileChange[]): KindOfRule[] {
  const kinds = new Map<string, KindOfRule>();
  for (const file of files) {
    const kind = kinds.get(file.kind) ?? { kind: file.kind, label: file.kind_label, files: [] };
    kind.files.push(file);
    kinds.set(file.kind, kind);
  }
  return [...kinds.values()];
}

export function toneOf(change: string): 'good' | 'bad' | 'soon' {
  if (change === 'added') return 'good';
  return change === 'removed' ? 'bad' : 'soon';
}
