// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { byGravity, looksOf, stateIn } from './findings';

it('the gravest stand first, within that the newest', () => {
  const of = (severity: string, found: string) => ({ severity, found });
  const sorted = byGravity([of('notice', '3'), of('grave', '1'), of('serious', '5'), of('grave', '2')]);
  expect(sorted.map((one) => one.severity + one.found)).toEqual(['grave2', 'grave1', 'serious5', 'notice3']);
});

it('looks are found by unit and days, never by the account', () => {
  const finding = { asker: 'lihua', unit: '11', from: '2026-11-26T23:50:00+08:00', to: '2026-11-27T00:10:00+08:00' };
  expect(looksOf(finding)).toEqual({ path: '/work/ledger', query: { unit: '11', from: '2026-11-26', to: '2026-11-27' } });
  expect(looksOf({ ...finding, asker: '' })).toBeNull();
  expect(stateIn('x')).toBe('open');
});
