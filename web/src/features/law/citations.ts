// SPDX-License-Identifier: Apache-2.0
// Where a law is used: the rules that cite it, by kind, with the page that tells of each.
import type { RouteLocationRaw } from 'vue-router';
import type { Schemas, Words } from '@/api/client';

export type Citation = Schemas['LawCitation'];

export function pageOf(kind: string, id: string): RouteLocationRaw | undefined {
  switch (kind) {
    case 'item': return `/catalogue/${id}`;
    case 'list': return `/lists/${id}`;
    case 'procedure': return `/procedures/${id}`;
    case 'measure': return { path: '/measures', hash: `#${id}` };
    case 'matter': return { path: '/matters', hash: `#${id}` };
    default: return undefined;
  }
}

export interface CitedKind {
  kind: string;
  label: Words;
  lines: { id: string; label: Words; articles: Words[] }[];
}

// A rule that cites several articles of the law is told once, with all of them.
export function byKind(citations: readonly Citation[]): CitedKind[] {
  const kinds = new Map<string, CitedKind>();
  for (const one of citations) {
    const kind = kinds.get(one.kind) ?? { kind: one.kind, label: one.kind_label, lines: [] };
    kinds.set(one.kind, kind);
    const line = kind.lines.find((other) => other.id === one.id);
    if (line) line.articles.push(one.article);
    else kind.lines.push({ id: one.id, label: one.label, articles: [one.article] });
  }
  return [...kinds.values()];
}
