// SPDX-License-Identifier: Apache-2.0
// A procedure as people read it: a step for the beginning, one for each open state, one for what
// is possible throughout; each act is told in full once and named after that.
import type { Schemas } from '@/api/client';

export type Procedure = Schemas['ProcedureView'];
export type Act = Schemas['DescribedAct'];
export type Deadline = Schemas['DescribedDeadline'];

export interface Step {
  id: string;
  kind: 'start' | 'state' | 'any';
  state?: Schemas['DescribedState'];
  acts: Act[]; // told here
  again: Act[]; // told before
}

export function stepsOf(view: Procedure): Step[] {
  const told = new Set<string>();
  const step = (id: string, kind: Step['kind'], fits: (act: Act) => boolean, state?: Step['state']): Step => {
    const all = view.acts.filter(fits);
    const acts = all.filter((act) => !told.has(act.id));
    acts.forEach((act) => told.add(act.id));
    return { id, kind, state, acts, again: all.filter((act) => !acts.includes(act)) };
  };
  return [
    step('start', 'start', (act) => act.opens),
    ...view.states.map((state) => step(state.id, 'state', (act) => act.from.some((one) => one.id === state.id), state)),
    step('any', 'any', (act) => act.from_any),
  ].filter((one) => one.acts.length + one.again.length > 0);
}

export function startedBy(view: Procedure, act: Act): Deadline[] {
  return view.deadlines.filter((one) => one.starts.some((start) => start.id === act.id));
}

// What people most want to know first: the terms that the law fixes, or the first one there is.
export function mainDeadlines(view: Procedure): Deadline[] {
  const owed = view.deadlines.filter((one) => !['applicant', 'subject'].includes(one.owed_by.id));
  const fixed = owed.filter((one) => !one.provisional);
  return fixed.length > 0 ? fixed : owed.slice(0, 1);
}

const public_ = ['subject', 'interested', 'applicant'];

export type Beginning = 'record' | 'form' | 'official';
export function beginningOf(view: Procedure): Beginning {
  const open = view.acts.some((act) => act.opens && act.by.some((one) => public_.includes(one.id)));
  if (!open) return 'official';
  return view.about.id === 'record' ? 'record' : 'form';
}

// Of the short lines, which do not tell who begins.
const asked = ['objection', 'repair', 'delisting', 'annulment', 'report'];
export function isAsked(kind: string): boolean {
  return asked.includes(kind.split('.')[0] ?? '');
}
export function byAsked<T extends { kind: string }>(lines: readonly T[]): { yours: T[]; offices: T[] } {
  const rank = (line: T) => asked.indexOf(line.kind.split('.')[0] ?? '');
  return {
    yours: lines.filter((line) => isAsked(line.kind)).sort((a, b) => rank(a) - rank(b)),
    offices: lines.filter((line) => !isAsked(line.kind)),
  };
}
