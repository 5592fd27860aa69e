// SPDX-License-Identifier: Apache-2.0
// How much of a deadline is used up.
import type { Schemas } from '@/api/client';
import { daysBetween } from '@/shared/dates';

type Deadline = Schemas['ShownDeadline'];
export type Urgency = 'late' | 'soon' | 'calm' | 'paused';

const soon = 3; // working days; what the law gives for an objection

export function urgencyOf(deadline: Deadline): Urgency {
  if (!deadline.due || deadline.days_left === undefined) return 'paused';
  if (deadline.days_left < 0) return 'late';
  return deadline.days_left <= soon ? 'soon' : 'calm';
}

// Per cent of its days that are over; all of them when it is late.
export function usedOf(deadline: Deadline, today: string): number {
  if (!deadline.due) return 0;
  const whole = daysBetween(deadline.counted_from.slice(0, 10), deadline.due);
  const over = daysBetween(deadline.counted_from.slice(0, 10), today);
  if (whole <= 0) return 100;
  return Math.min(100, Math.max(0, Math.round((over / whole) * 100)));
}
