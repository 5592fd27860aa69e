// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { natureOf, ofNature, tallyOf } from './natures';

const records = [{ nature: 'good' }, { nature: 'new' }, { nature: 'good' }];

it('puts a nature it does not know among the others', () => {
  expect([natureOf({ nature: 'good' }), natureOf({ nature: 'new' })]).toEqual(['good', 'other']);
});

it('counts in the page’s order and leaves nothing out', () => {
  expect(tallyOf(records, ['dishonesty', 'good', 'other'])).toEqual([{ nature: 'dishonesty', count: 0 }, { nature: 'good', count: 2 }, { nature: 'other', count: 1 }]);
  expect([ofNature(records, '').length, ofNature(records, 'good').length, ofNature(records, 'other').length]).toEqual([3, 2, 1]);
});
