// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { byKind, pageOf } from './citations';

const w = (zh: string) => ({ zh, en: zh });
it('tells a rule once with all its articles, by kind', () => {
  const found = byKind([
    { kind: 'item', kind_label: w('事项'), id: 'penalty', label: w('处罚'), article: w('第十三条') },
    { kind: 'list', kind_label: w('名单'), id: 'tax', label: w('税'), article: w('第二十九条') },
    { kind: 'item', kind_label: w('事项'), id: 'penalty', label: w('处罚'), article: w('第二十条') },
  ]);
  expect(found.map((kind) => [kind.kind, kind.lines.map((line) => line.articles.map((one) => one.zh))])).toEqual([
    ['item', [['第十三条', '第二十条']]], ['list', [['第二十九条']]],
  ]);
});
it('leads to a page where there is one', () => {
  expect(pageOf('list', 'tax')).toBe('/lists/tax');
  expect(pageOf('measure', 'x')).toEqual({ path: '/measures', hash: '#x' });
  expect(pageOf('clock', 'x')).toBeUndefined();
});
