// SPDX-License-Identifier: Apache-2.0
// What a step says, as people read it: the words of a choice, the name of a unit, corrections field
// by field. The API gives ids; its procedure and item give their words.
import type { Schemas, Words } from '@/api/client';

export interface Known {
  procedure?: Schemas['ProcedureView'];
  item?: Schemas['ItemDetail'];
  units: readonly Schemas['Unit'][];
  lists: readonly { id: string; label: Words }[];
}

export interface Saying {
  words: (both: Words | undefined) => string;
  yes: string;
  no: string;
  cleared: string;
  money: (value: string) => string;
}

interface Change { code: string; value: string }

function readChanges(value: string): Change[] | undefined {
  try {
    const found: unknown = JSON.parse(value);
    return Array.isArray(found) ? (found as Change[]) : undefined;
  } catch {
    return undefined;
  }
}

function changesText(value: string, known: Known, say: Saying): string {
  const changes = readChanges(value);
  if (!changes) return value;
  return changes
    .map((one) => `${say.words(known.item?.fields.find((field) => field.code === one.code)?.label) || one.code}：${one.value || say.cleared}`)
    .join('；');
}

export function valueText(step: Schemas['ShownStep'], shown: Schemas['ShownValue'], known: Known, say: Saying): string {
  const field = known.procedure?.acts.find((act) => act.id === step.act)?.fields.find((one) => one.id === shown.id);
  switch (field?.type) {
    case 'changes': return changesText(shown.value, known, say);
    case 'unit': return known.units.find((unit) => unit.code === shown.value)?.name ?? shown.value;
    case 'flag': return shown.value === 'true' ? say.yes : say.no;
    case 'list': return say.words(known.lists.find((list) => list.id === shown.value)?.label) || shown.value;
    case 'money': return say.money(shown.value);
    case 'choice': return say.words(field.choices.find((choice) => choice.id === shown.value)?.label) || shown.value;
    default: return shown.value;
  }
}

// The name of an office by its code; empty for what is none, as the code a subject's account stands under.
export function unitName(code: string, units: readonly Schemas['Unit'][]): string {
  return units.find((unit) => unit.code === code)?.name ?? '';
}
