// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Citation, type Law, byKind, byLevel, pageOf } from './citations';

const w = (zh: string) => ({ zh, en: zh });
const cited = (kind: string, id: string, article: string): Citation => ({ kind, kind_label: w(kind), id, label: w(id), basis: '', article: w(article) });
it('tells a rule once with all its articles, by kind', () => {
  const found = byKind([
    cited('catalogue', 'penalty', '第十三条'), cited('lists', 'tax', '第二十九条'), cited('catalogue', 'penalty/V2', '第二十条'), cited('catalogue', 'penalty/V3', '第二十条'),
  ]);
  expect(found.map((kind) => [kind.kind, kind.lines.map((line) => [line.id, line.articles.map((one) => one.zh)])])).toEqual([
    ['catalogue', [['penalty', ['第十三条', '第二十条']]]], ['lists', [['tax', ['第二十九条']]]],
  ]);
});
it('leads to a page where there is one', () => {
  expect(byKind([cited('catalogue', 'penalty', '')])[0]?.lines[0]?.to).toBe('/catalogue/penalty');
  expect(byKind([{ ...cited('catalogue', 'party/V2', ''), label: w('catalogue') }])[0]?.lines[0]?.to).toBeUndefined();
  expect(pageOf('lists', 'tax')).toBe('/lists/tax');
  expect(pageOf('measures', 'x')).toEqual({ path: '/measures', hash: '#x' });
  expect(pageOf('clocks', 'x')).toBeUndefined();
});
it('ranks laws before rules before what it does not know', () => {
  const law = (id: string, level: string, rules: number): Law =>
    ({ id, level, rules, level_label: w(level), title: w(id), number: '', issuer: '', adopted: '', in_force: '', articles: 0, provisional: false });
  const groups = byLevel([law('x', 'new', 1), law('a', 'department', 1), law('b', 'statute', 1), law('c', 'statute', 5)]);
  expect(groups.map((group) => group.laws.map((one) => one.id))).toEqual([['c', 'b'], ['a'], ['x']]);
});
