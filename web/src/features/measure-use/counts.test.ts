// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Outcome, sumOf, toldOf } from './counts';

function outcome(measure: string, told: number): Outcome {
  const words = { zh: measure, en: measure };
  const counts = { told, applied: 0, not_applied: 0, overturned: 0, unanswered: told, late: 0, fell: 0, ground_withdrawn: 0, ground_repaired: 0, ground_corrected: 0, why_not: { put_right: 0, exempt: 0, ground_gone: 0, unrelated: 0, other: 0 } };
  return { measure, label: words, effect: 'reward', force: 'reference', basis: '', article: words, counts, never_applied: true, mostly_overturned: false };
}

it('puts what was told most often first and leaves out what never was', () => {
  const all = [outcome('a', 1), outcome('b', 0), outcome('c', 7)];
  expect(toldOf(all).map((one) => one.measure)).toEqual(['c', 'a']);
  expect(sumOf(all, (counts) => counts.told)).toBe(8);
});
