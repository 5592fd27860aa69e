// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { together } from './restrictions';

const nothing = { zh: '', en: '' };

function measure(id: string, record: string, force: string): Schemas['CheckedMeasure'] {
  const ground = { record, item: '', item_label: nothing, document_number: '', issuing_body: '', list: '', list_label: nothing, disputed: false };
  return { measure: id, force, ground, label: nothing, content: nothing, basis: '', article: nothing, carried_out_by: nothing, since: '', ends_soon: false, provisional: false, why: nothing, relation: nothing, proportion: nothing, lifted_by: nothing };
}

function answer(matter: string, constraints: Schemas['CheckedMeasure'][]): Schemas['CheckAnswer'] {
  return {
    statement: 'check', number: '', code: '', kind: '', name: '', matter, matter_label: { zh: matter, en: matter }, purpose: 'self', business: '', unit: '', day: '', known: '', edition: '', found: true, summary: nothing,
    constraints, rewards: [], limits: [], resting: [], facts: [], searched: { facts: [], limits: [], lists: [], measures: [] },
  };
}

it('lays the same measure of several matters together, what must be applied first', () => {
  const found = together([
    answer('a', [measure('watch', '1', 'reference'), measure('ban', '1', 'mandatory')]),
    answer('b', [measure('ban', '1', 'mandatory'), measure('ban', '2', 'mandatory')]),
  ]);
  expect(found.constraints.map((one) => [one.key, one.matters.map((two) => two.zh)])).toEqual([['ban 1', ['a', 'b']], ['ban 2', ['b']], ['watch 1', ['a']]]);
  expect(together([])).toEqual({ constraints: [], rewards: [], resting: [], limits: [] });
});
