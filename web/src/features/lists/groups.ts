// SPDX-License-Identifier: Apache-2.0
// The lists as a reader looks through them: by sort, the ones with entries first.
import type { Schemas } from '@/api/client';

export type ListLine = Schemas['ListLine'];
export const sorts = ['serious', 'abnormal', 'red'] as const;

function mentions(line: ListLine, text: string): boolean {
  const all = [line.label, line.area, line.recognised_by].flatMap((one) => [one.zh, one.en]);
  return all.some((one) => one.toLowerCase().includes(text));
}

export function grouped(lines: readonly ListLine[], asked: string) {
  const text = asked.trim().toLowerCase();
  const fit = lines.filter((line) => !text || mentions(line, text));
  const kinds = [...sorts, ...new Set(fit.map((one) => one.sort).filter((sort) => !(sorts as readonly string[]).includes(sort)))];
  return kinds
    .map((sort) => ({ sort, lines: fit.filter((one) => one.sort === sort).sort((a, b) => b.on - a.on) }))
    .filter((group) => group.lines.length > 0);
}
