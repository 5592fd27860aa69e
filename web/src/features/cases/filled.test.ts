// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { fieldsOf, isFilled, nothingFilled } from './filled';

const nothing = { zh: '', en: '' };
function field(id: string, type: string): Schemas['OfferedField'] {
  return { id, type, label: nothing, length: 0, required: true, choices: [] };
}
const act: Schemas['OfferedAct'] = { id: 'correct', label: nothing, basis: '', fields: [field('changes', 'changes'), field('reasons', 'text')] };

describe('what was filled in', () => {
  it('is sent without what is empty or belongs to another act', () => {
    expect(fieldsOf(act, { values: { reasons: ' 属实 ', question: 'x' }, changes: {}, files: {} })).toEqual([{ id: 'reasons', value: '属实' }]);
    expect(fieldsOf(act, { values: { reasons: '  ' }, changes: { CF_NR: '' }, files: {} })).toEqual([{ id: 'changes', value: '[{"code":"CF_NR","value":""}]' }]);
  });
  it('tells whether there is anything', () => {
    expect(isFilled(undefined)).toBe(false);
    expect(isFilled(nothingFilled())).toBe(false);
    expect(isFilled({ values: { a: '' }, changes: {}, files: { evidence: [] } })).toBe(false);
    expect(isFilled({ values: { a: 'x' }, changes: {}, files: {} })).toBe(true);
    expect(isFilled({ values: {}, changes: { CF_NR: '' }, files: {} })).toBe(true);
  });
});
