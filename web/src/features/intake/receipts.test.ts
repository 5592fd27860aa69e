// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Receipt, stateOf, takenOf } from './receipts';

const receipt = { finished: '2026-11-27T12:00:00+08:00', sent: 5, added: 2, changed: 1, duplicate: 1, rejected: 1 } as Receipt;

it('tells a running submission from one that stopped, and from one that is done', () => {
  expect(stateOf(receipt)).toBe('corrections');
  expect(stateOf({ ...receipt, rejected: 0 })).toBe('finished');
  expect(stateOf({ ...receipt, finished: undefined })).toBe('stopped');
  expect(stateOf({ ...receipt, finished: undefined, progress: { rows: 1, bytes_read: 1, bytes_total: 9 } })).toBe('running');
});

it('counts what was taken, the duplicate rows too', () => {
  expect(takenOf(receipt)).toBe(4);
});
