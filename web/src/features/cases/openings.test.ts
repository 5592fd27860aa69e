// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { mayOpen, openings } from './openings';

const nothing = { zh: '', en: '' };
function act(id: string, opens: boolean, ...by: string[]): Schemas['DescribedAct'] {
  return { id, opens, by: by.map((party) => ({ id: party, label: nothing })), label: nothing, article: nothing, basis: '', conditions: [], decides: false, effects: [], fields: [], from: [], from_any: false };
}
const procedure: Schemas['ProcedureView'] = {
  acts: [act('lodge', true, 'subject', 'interested', 'centre'), act('forward', false, 'centre')],
  id: 'objection', kind: 'objection', about: { id: 'record', label: nothing }, applicant_sealed: false, article: nothing, basis: '', deadlines: [], diagram: '', documents: [], hash: '', label: nothing, provisional: false, region: 0, states: [], subjects: [], summary: nothing,
};
const nobody = { subject: false, centre: false, provider: false };

it('offers the acts that open it to who may', () => {
  expect(openings(procedure, { ...nobody, subject: true }).map((one) => one.id)).toEqual(['lodge']);
  expect(openings(procedure, { ...nobody, centre: true }).map((one) => one.id)).toEqual(['lodge']);
  expect(mayOpen(procedure, { ...nobody, provider: true })).toBe(false);
  expect(mayOpen(procedure, nobody)).toBe(false);
});
