// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { canRefer, needsGround, stateIn, urgencyOf } from './requests';

it('says how much time is left', () => {
  expect(urgencyOf('2026-11-27', '2026-11-30')).toEqual({ tone: 'bad', text: 'overdue', days: 3 });
  expect(urgencyOf('2026-11-27', '2026-11-27')).toEqual({ tone: 'soon', text: 'dueToday', days: 0 });
  expect(urgencyOf('2026-11-29', '2026-11-27')).toEqual({ tone: 'soon', text: 'dueIn', days: 2 });
  expect(urgencyOf('2026-12-01', '2026-11-27').tone).toBe('plain');
});

it('an unknown state in an address is the desk', () => {
  expect(stateIn('refused')).toBe('refused');
  expect(stateIn(undefined)).toBe('open');
  expect(stateIn('nonsense')).toBe('open');
});

it('only a correction is referred, once; only a granted deletion names a ground', () => {
  expect(canRefer({ right: 'correction', with_unit: '' })).toBe(true);
  expect(canRefer({ right: 'correction', with_unit: '11' })).toBe(false);
  expect(canRefer({ right: 'deletion', with_unit: '' })).toBe(false);
  expect([needsGround('deletion', true), needsGround('deletion', false), needsGround('correction', true)]).toEqual([true, false, false]);
});
