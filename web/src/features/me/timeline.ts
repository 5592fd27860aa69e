// SPDX-License-Identifier: Apache-2.0
// Looks by the day they happened on, in China.
import type { Schemas } from '@/api/client';
import { today } from '@/shared/dates';

export type Look = Schemas['Look'];

export interface LookDay {
  day: string;
  looks: Look[];
}

export function byDay(looks: readonly Look[]): LookDay[] {
  const days: LookDay[] = [];
  for (const look of looks) {
    const day = today(new Date(look.at));
    const last = days.at(-1);
    if (last?.day === day) last.looks.push(look);
    else days.push({ day, looks: [look] });
  }
  return days;
}

// How long each bar is, in per cent of the longest; what is counted at all is seen.
export function barsOf(counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts);
  return counts.map((count) => (count === 0 ? 0 : Math.max(2, Math.round((count / most) * 100))));
}
