// SPDX-License-Identifier: Apache-2.0
// The form that starts a campaign: what is checked before it is sent. The server checks again.
import type { Schemas } from '@/api/client';

export type CampaignForm = Schemas['CampaignForm'];
export const plan = 'SDPLAN-145/四'; // the plan's part on campaigns, the basis of most
export const severities = ['minor', 'general', 'serious'] as const;

export interface Fault {
  field: 'id' | 'title' | 'task' | 'whom' | 'codes' | 'units';
  text: string; // key in texts.form
  line?: number;
}

export function emptyForm(id: string): CampaignForm {
  return { id, title: '', basis: plan, task: '', lists: [], items: [], severity: '', codes: [], regions: [], units: [{ region: '', unit: '' }] };
}

// “ZX-2026-03” after the second of the year.
export function nextId(taken: readonly string[], year: string): string {
  const start = `ZX-${year}-`;
  const numbers = taken.filter((id) => id.startsWith(start)).map((id) => Number(id.slice(start.length))).filter(Number.isInteger);
  return start + String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}

export function codesOf(text: string): string[] {
  return text.split(/[\s,，、;；]+/).map((one) => one.trim().toUpperCase()).filter(Boolean);
}

// An organisation's code is 18 letters and digits; a resident's number has 17 digits and a check.
function isCode(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && !/^[1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/.test(code);
}

export function faultsOf(form: CampaignForm): Fault[] {
  const faults: Fault[] = [];
  if (!/^[A-Z0-9-]{1,40}$/.test(form.id)) faults.push({ field: 'id', text: 'badId' });
  if (!form.title.trim()) faults.push({ field: 'title', text: 'needTitle' });
  if (!form.task.trim()) faults.push({ field: 'task', text: 'needTask' });
  const bad = form.codes.findIndex((code) => !isCode(code));
  if (bad >= 0) faults.push({ field: 'codes', text: 'badCode', line: bad + 1 });
  else if (form.lists.length + form.items.length + form.codes.length === 0) faults.push({ field: 'whom', text: 'needWhom' });
  if (form.units.some((one) => !one.unit)) faults.push({ field: 'units', text: 'needUnit' });
  return faults;
}
