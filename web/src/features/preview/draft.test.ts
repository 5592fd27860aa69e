// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { changedFiles, emptyFile, pathFor, readDraft, withFile } from './draft';

const list = { path: 'lists/a.yaml', text: 'label: x\n', gone: false };

describe('a draft', () => {
  it('is read as it was kept, and nothing else is taken for one', () => {
    expect(readDraft(JSON.stringify([list]))).toEqual([list]);
    for (const odd of [null, '', '{', '{}', '[1, null, {"path": 3}]']) expect(readDraft(odd)).toEqual([]);
  });
  it('sends files that say something, and without text those taken away', () => {
    const gone = { path: ' measures/b.yaml ', text: 'kept in case', gone: true };
    expect(changedFiles([list, gone, emptyFile(), { ...list, path: '' }])).toEqual([{ path: 'lists/a.yaml', text: 'label: x\n' }, { path: 'measures/b.yaml' }]);
  });
  it('takes a file opened from the computer in its place', () => {
    expect(pathFor('b.yaml', ['lists/a.yaml', 'measures/b.yaml'])).toBe('measures/b.yaml');
    expect(pathFor('new.yaml', [])).toBe('lists/new.yaml');
    expect(withFile([emptyFile(), list], { ...list, text: 'y' })).toEqual([{ ...list, text: 'y' }]);
  });
});
