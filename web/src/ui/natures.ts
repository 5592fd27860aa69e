// SPDX-License-Identifier: Apache-2.0
// Records by their nature (SD-2020 arts. 11–14), as files of a subject are counted and narrowed. In
// which order natures stand is the page's choice.

export type Nature = 'basic' | 'dishonesty' | 'good' | 'other';
const known: readonly Nature[] = ['basic', 'dishonesty', 'good', 'other'];

interface Natured {
  nature: string;
}

// What the page does not know stands among the others.
export function natureOf(record: Natured): Nature {
  return known.find((nature) => nature === record.nature) ?? 'other';
}

export function tallyOf(records: readonly Natured[], order: readonly Nature[]): { nature: Nature; count: number }[] {
  return order.map((nature) => ({ nature, count: records.filter((one) => natureOf(one) === nature).length }));
}

// All of them where none is chosen.
export function ofNature<T extends Natured>(records: readonly T[], only: Nature | '' | undefined): T[] {
  return records.filter((one) => !only || natureOf(one) === only);
}
