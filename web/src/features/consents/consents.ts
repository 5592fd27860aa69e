// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/client';

export type Consent = Schemas['Consent'];
export type ConsentState = 'live' | 'future' | 'ended' | 'withdrawn';

// Withdrawn counts no more from its day on; the last day of the term counts.
export function stateOf(consent: Pick<Consent, 'from' | 'to' | 'withdrawn'>, day: string): ConsentState {
  if (consent.withdrawn && consent.withdrawn <= day) return 'withdrawn';
  if (day < consent.from) return 'future';
  return day > consent.to ? 'ended' : 'live';
}

// SHA-256 in hex, worked out here: the scan stays with the clerk.
export async function checksumOf(file: Blob): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
