// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Act, type Procedure, beginningOf, byAsked, mainDeadlines, stepsOf } from './procedure';

const none = { zh: '', en: '' };
const named = (id: string) => ({ id, label: none });
function act(id: string, more: Partial<Act>): Act {
  return { id, label: none, article: none, basis: '', by: [], conditions: [], decides: false, effects: [], fields: [], from: [], from_any: false, opens: false, ...more };
}
function view(more: Partial<Procedure>): Procedure {
  return {
    id: 'p', kind: 'p', hash: '', region: 0, label: none, summary: none, article: none, basis: '', diagram: '', applicant_sealed: false, provisional: false,
    about: named('record'), acts: [], deadlines: [], documents: [], states: [], subjects: [], ...more,
  };
}

it('tells each act once, and the states nobody acts in not at all', () => {
  const steps = stepsOf(view({
    states: [{ id: 'a', label: none, outcome: none }, { id: 'b', label: none, outcome: none }, { id: 'end', label: none, outcome: none }],
    acts: [act('open', { opens: true }), act('close', { from: [named('a'), named('b')] }), act('leave', { from_any: true })],
  }));
  expect(steps.map((step) => [step.id, step.acts.map((one) => one.id), step.again.map((one) => one.id)])).toEqual([
    ['start', ['open'], []], ['a', ['close'], []], ['b', [], ['close']], ['any', ['leave'], []],
  ]);
});

it('begins beside a record, by a form, or not by the public', () => {
  const acts = [act('open', { opens: true, by: [named('centre'), named('subject')] })];
  expect(beginningOf(view({ acts }))).toBe('record');
  expect(beginningOf(view({ acts, about: named('subject') }))).toBe('form');
  expect(beginningOf(view({ acts: [act('open', { opens: true, by: [named('provider')] })] }))).toBe('official');
});

it('puts the terms that are fixed by law first', () => {
  const deadline = (id: string, provisional: boolean, owner: string) =>
    ({ id, provisional, owed_by: named(owner), article: none, basis: '', counted_from: none, ends: [], label: none, length: none, paused_in: [], replaces: [], starts: [] });
  const deadlines = [deadline('a', true, 'centre'), deadline('b', false, 'handler'), deadline('c', false, 'applicant')];
  expect(mainDeadlines(view({ deadlines })).map((one) => one.id)).toEqual(['b']);
  expect(mainDeadlines(view({ deadlines: deadlines.slice(0, 1) })).map((one) => one.id)).toEqual(['a']);
});

it('puts what citizens ask for before what offices begin', () => {
  const lines = ['recall', 'repair.market', 'objection', 'talk.notice'].map((kind) => ({ kind }));
  const { yours, offices } = byAsked(lines);
  expect(yours.map((one) => one.kind)).toEqual(['objection', 'repair.market']);
  expect(offices.map((one) => one.kind)).toEqual(['recall', 'talk.notice']);
});
