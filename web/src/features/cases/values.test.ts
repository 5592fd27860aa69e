// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { type Known, type Saying, unitName, valueText } from './values';

const label = (zh: string) => ({ zh, en: zh });
const say: Saying = { words: (both) => both?.zh ?? '', yes: '是', no: '否', cleared: '（清空）', money: (value) => `${value} 万元` };

function field(id: string, type: string, choices: Schemas['Named'][] = []): Schemas['DescribedField'] {
  return { id, type, label: label(id), length: 0, required: true, choices, read_by: [] };
}
const act: Schemas['DescribedAct'] = {
  id: 'correct', label: label('更正'), article: label(''), basis: '', by: [], conditions: [], decides: true, effects: [], from: [], from_any: false, opens: false,
  fields: [field('changes', 'changes'), field('unit', 'unit'), field('ground', 'choice', [{ id: 'error', label: label('信息错误') }]), field('committed', 'flag'), field('fine', 'money'), field('list', 'list')],
};
const known: Known = {
  procedure: { id: 'objection', kind: 'objection', about: { id: 'record', label: label('') }, acts: [act], applicant_sealed: false, article: label(''), basis: '', deadlines: [], diagram: '', documents: [], hash: '', label: label(''), provisional: false, region: 0, states: [], subjects: [], summary: label('') },
  item: { id: 'penalty', label: label(''), item_class: '', standard: '', validity: '', providers: [], basis: [], checks: [], fields: [{ code: 'CF_NR', label: label('处罚内容'), length: 0, required: true, personal: false, provisional: false, choices: [], note: '' }] },
  units: [{ code: '11', name: '某局', kinds: [], region: '', active: true }],
  lists: [{ id: 'tax_major', label: label('重大税收违法') }],
};
const step: Schemas['ShownStep'] = { step: 1, at: '', act: 'correct', label: label(''), by: label(''), unit: '', officer: '', basis: '', fields: [], documents: [] };

function read(id: string, value: string, with_: Known = known): string {
  return valueText(step, { id, value, label: label('') }, with_, say);
}

describe('what a step says', () => {
  it('is in words', () => {
    expect(read('ground', 'error')).toBe('信息错误');
    expect(read('unit', '11')).toBe('某局');
    expect(read('committed', 'true')).toBe('是');
    expect(read('fine', '0.2')).toBe('0.2 万元');
    expect(read('list', 'tax_major')).toBe('重大税收违法');
    expect(read('note', '见附件')).toBe('见附件');
  });
  it('tells corrections field by field', () => {
    expect(read('changes', '[{"code":"CF_NR","value":"罚款1000元"},{"code":"X","value":""}]')).toBe('处罚内容：罚款1000元；X：（清空）');
    expect(read('changes', 'no json')).toBe('no json');
  });
  it('stays as it is where nothing is known of it', () => {
    expect(read('ground', 'error', { units: [], lists: [] })).toBe('error');
  });
});

it('names offices only', () => {
  expect(unitName('11', known.units)).toBe('某局');
  expect(unitName('91370783MA15447T8D', known.units)).toBe('');
});
