// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type FileChange, byKind, toneOf } from './changes';

const of = (kind: string, id: string): FileChange => ({ path: `${kind}/${id}.yaml`, kind, kind_label: { zh: kind, en: kind }, id, label: { zh: id, en: id }, change: 'changed', change_label: { zh: '', en: '' }, keys: [] });

it('gathers files by kind and keeps their order', () => {
  const kinds = byKind([of('lists', 'b'), of('measures', 'x'), of('lists', 'a')]);
  expect(kinds.map((one) => [one.kind, one.files.map((file) => file.id)])).toEqual([['lists', ['b', 'a']], ['measures', ['x']]]);
  expect([toneOf('added'), toneOf('removed'), toneOf('changed')]).toEqual(['good', 'bad', 'soon']);
});
