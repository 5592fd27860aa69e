// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/client';
import { daysBetween } from '@/shared/dates';

export type RightsRequest = Schemas['RightsRequest'];
export const states = ['open', 'answered', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof states)[number];

export function stateIn(text: unknown): RequestState {
  return states.find((one) => one === text) ?? 'open';
}

export interface Urgency {
  tone: 'bad' | 'soon' | 'plain';
  text: 'overdue' | 'dueToday' | 'dueIn';
  days: number;
}

// Calendar days: the server has put the working days into `due`.
export function urgencyOf(due: string, today: string): Urgency {
  const left = daysBetween(today, due);
  if (left < 0) return { tone: 'bad', text: 'overdue', days: -left };
  if (left === 0) return { tone: 'soon', text: 'dueToday', days: 0 };
  return { tone: left <= 2 ? 'soon' : 'plain', text: 'dueIn', days: left };
}

// The law gives a longer clock when others must help for corrections alone (SD-2020 art. 39), and a
// ground of erasure belongs to a granted deletion alone.
export const canRefer = (request: Pick<RightsRequest, 'right' | 'with_unit'>) => request.right === 'correction' && !request.with_unit;
export const needsGround = (right: string, granted: boolean) => right === 'deletion' && granted;

export const grounds = ['purpose_achieved', 'retention_ended', 'consent_withdrawn', 'unlawful_processing', 'must_not_be_collected'] as const;
