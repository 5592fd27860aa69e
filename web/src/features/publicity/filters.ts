// SPDX-License-Identifier: Apache-2.0
// What the address of the page says: the item and how it is narrowed.
import type { LocationQuery } from 'vue-router';
import { addDays } from '@/shared/dates';

export interface Filters {
  item: string;
  region: string;
  body: string;
  from: string;
  to: string;
}

function one(query: LocationQuery, name: string): string {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function filtersOf(query: LocationQuery): Filters {
  return { item: one(query, 'item') || 'penalty', region: one(query, 'region'), body: one(query, 'body'), from: one(query, 'from'), to: one(query, 'to') };
}

// What is empty stays out of the address.
export function queryOf(filters: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}

export function isNarrowed({ region, body, from, to }: Filters): boolean {
  return Boolean(region || body || from || to);
}

export type Quick = 'week' | 'month' | 'year' | 'ever';
export function quickPeriods(day: string): { id: Quick; from: string; to: string }[] {
  return [
    { id: 'week', from: addDays(day, -6), to: '' },
    { id: 'month', from: addDays(day, -29), to: '' },
    { id: 'year', from: `${day.slice(0, 4)}-01-01`, to: '' },
    { id: 'ever', from: '', to: '' },
  ];
}

// A division by its code: two digits for the province, four for the city, six for the county.
export function cityOf(region: string): string {
  return region.length >= 4 ? region.slice(0, 4) : '';
}
export function countyOf(region: string): string {
  return region.length >= 6 ? region : '';
}
