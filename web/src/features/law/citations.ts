// SPDX-License-Identifier: Apache-2.0
// The register of laws, and where each is used: the rules that cite it, by kind, with the page
// that tells of each.
import type { RouteLocationRaw } from 'vue-router';
import type { Schemas, Words } from '@/api/client';

export type Law = Schemas['LawSummary'];
export type Citation = Schemas['CitingRule'];

// As lawyers rank them; what is not among them comes last.
const levels = ['statute', 'regulation', 'local_regulation', 'judicial', 'department', 'local_document', 'central_policy', 'standard'];

export function byLevel(laws: readonly Law[]): { level: string; label: Words; laws: Law[] }[] {
  const known = new Map(laws.map((law) => [law.level, law.level_label]));
  const rank = (level: string) => (levels.indexOf(level) + levels.length + 1) % (levels.length + 1);
  return [...known]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([level, label]) => ({ level, label, laws: laws.filter((law) => law.level === level).sort((a, b) => b.rules - a.rules) }));
}

export function pageOf(kind: string, id: string): RouteLocationRaw | undefined {
  switch (kind) {
    case 'catalogue': return `/catalogue/${id}`;
    case 'lists': return `/lists/${id}`;
    case 'procedures': return `/procedures/${id}`;
    case 'measures': return { path: '/measures', hash: `#${id}` };
    case 'matters': return { path: '/matters', hash: `#${id}` };
    default: return undefined;
  }
}

export interface CitedKind {
  kind: string;
  label: Words;
  lines: { id: string; label: Words; to: RouteLocationRaw | undefined; articles: Words[] }[];
}

// A rule whose parts cite the law (“penalty/V2”) is told once, with all the articles.
export function byKind(citations: readonly Citation[]): CitedKind[] {
  const kinds = new Map<string, CitedKind>();
  for (const one of citations) {
    const kind = kinds.get(one.kind) ?? { kind: one.kind, label: one.kind_label, lines: [] };
    kinds.set(one.kind, kind);
    const id = one.id.split('/')[0] ?? one.id;
    const line = kind.lines.find((other) => other.id === id);
    // What has no name of its own, only its kind's, is a part of several rules and has no page.
    const to = one.label.zh === one.kind_label.zh ? undefined : pageOf(one.kind, id);
    if (!line) kind.lines.push({ id, label: one.label, to, articles: [one.article] });
    else if (!line.articles.some((article) => article.zh === one.article.zh)) line.articles.push(one.article);
  }
  return [...kinds.values()];
}
