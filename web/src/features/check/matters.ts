// SPDX-License-Identifier: Apache-2.0
// The matters an account may check for, by kind, and with which of its purposes.
import type { Schemas } from '@/api/client';

export type Matter = Schemas['MatterView'];
export type Purpose = Schemas['PurposeAnswer'];

export function mattersFor(all: readonly Matter[], purposes: readonly string[]): Matter[] {
  return all.filter((matter) => matter.purposes.some((one) => purposes.includes(one)));
}

export function byKind(all: readonly Matter[]): { kind: string; matters: Matter[] }[] {
  const kinds = [...new Set(all.map((one) => one.kind))];
  return kinds.map((kind) => ({ kind, matters: all.filter((one) => one.kind === kind) }));
}

export function purposesOf(matter: Matter | undefined, all: readonly Purpose[], own: readonly string[]): Purpose[] {
  return all.filter((one) => own.includes(one.id) && (matter?.purposes.includes(one.id) ?? false));
}

export interface Form {
  matter: string;
  purpose: string;
  business: string;
  consent: string;
}
export type Missing = Partial<Record<'matter' | 'business' | 'consent' | 'code' | 'file', true>>;

// Of a form about `what`: a subject's code or a file.
export function missingIn(form: Form, purpose: Purpose | undefined, what: 'code' | 'file', given: unknown): Missing {
  const missing: Missing = {};
  if (!form.matter) missing.matter = true;
  if (purpose?.matter_required && !form.business.trim()) missing.business = true;
  if (purpose?.audience === 'consented' && !form.consent.trim()) missing.consent = true;
  if (!given) missing[what] = true;
  return missing;
}
