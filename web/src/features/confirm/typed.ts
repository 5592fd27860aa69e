// SPDX-License-Identifier: Apache-2.0
// What people copy from paper: spaces, full-width characters and case do not count.
export function tidyCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

export type Outcome = 'unchanged' | 'superseded' | 'notOurs';
export function outcomeOf(state: string): Outcome {
  return state === 'unchanged' || state === 'superseded' ? state : 'notOurs';
}
