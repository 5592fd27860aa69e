// SPDX-License-Identifier: Apache-2.0
// What a receipt says at a glance.
import type { Schemas } from '@/api/client';

export type Receipt = Schemas['Receipt'];
export type ReceiptState = 'finished' | 'running' | 'stopped' | 'corrections';

export function stateOf(receipt: Receipt): ReceiptState {
  if (!receipt.finished) return receipt.progress ? 'running' : 'stopped';
  return receipt.rejected > 0 ? 'corrections' : 'finished';
}

export function takenOf(receipt: Receipt): number {
  return receipt.added + receipt.changed + receipt.duplicate;
}

// The parts of what was sent, in the order of the equation.
export const parts = ['added', 'changed', 'duplicate', 'rejected'] as const;
