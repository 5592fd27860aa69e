// SPDX-License-Identifier: Apache-2.0
// What a look-up must say before it is sent.
import type { Schemas } from '@/api/client';

export type Purpose = Schemas['PurposeAnswer'];
export type ShownRecord = Schemas['ShownRecord'];
export interface Asked {
  code: string;
  matter: string;
  consent: string;
}
export type Missing = Partial<Record<'code' | 'matter' | 'consent', true>>;

export function missingIn(asked: Asked, purpose: Purpose | undefined): Missing {
  const missing: Missing = {};
  if (!asked.code) missing.code = true;
  if (purpose?.matter_required && !asked.matter.trim()) missing.matter = true;
  if (purpose?.audience === 'consented' && !asked.consent.trim()) missing.consent = true;
  return missing;
}
