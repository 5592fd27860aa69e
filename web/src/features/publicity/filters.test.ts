// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { cityOf, countyOf, filtersOf, isNarrowed, queryOf, quickPeriods } from './filters';

it('goes to the address and back', () => {
  const filters = { item: 'permit', region: '3701', body: '', from: '2026-01-01', to: '' };
  expect(filtersOf(queryOf(filters))).toEqual(filters);
  expect(filtersOf({}).item).toBe('penalty');
  expect(filtersOf({ item: ['permit', 'penalty'] }).item).toBe('permit');
});
it('knows when it is narrowed', () => {
  expect(isNarrowed(filtersOf({ item: 'permit' }))).toBe(false);
  expect(isNarrowed(filtersOf({ to: '2026-01-01' }))).toBe(true);
});
it('counts a week with its last day', () => {
  expect(quickPeriods('2026-11-27').map((one) => one.from)).toEqual(['2026-11-21', '2026-10-29', '2026-01-01', '']);
});
it('reads city and county from a code', () => {
  expect([cityOf('3701'), countyOf('3701')]).toEqual(['3701', '']);
  expect([cityOf('370102'), countyOf('370102')]).toEqual(['3701', '370102']);
  expect([cityOf(''), countyOf('')]).toEqual(['', '']);
});
