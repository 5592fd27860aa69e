// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { patienceAt } from './forgetting';

it('warns after 45 seconds and forgets after 60', () => {
  expect(patienceAt(44_999)).toEqual({ state: 'calm', left: 16 });
  expect(patienceAt(45_000)).toEqual({ state: 'warning', left: 15 });
  expect(patienceAt(59_999)).toEqual({ state: 'warning', left: 1 });
  expect(patienceAt(60_000)).toEqual({ state: 'over', left: 0 });
  // A machine that slept forgets too.
  expect(patienceAt(86_400_000).state).toBe('over');
});
