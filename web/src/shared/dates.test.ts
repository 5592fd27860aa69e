// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { addDays, dayText, daysBetween, momentText, today } from './dates';

describe('days', () => {
  it('are read in both languages', () => {
    expect(dayText('2026-03-05', 'zh')).toBe('2026年3月5日');
    expect(dayText('2026-03-05', 'en')).toBe('5 Mar 2026');
    expect(dayText('', 'zh')).toBe('');
  });
  it('add and subtract across months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    for (const days of [-400, -1, 0, 1, 31, 365, 366]) expect(daysBetween('2026-11-27', addDays('2026-11-27', days))).toBe(days);
  });
  it('begin at midnight in China', () => {
    expect(today(new Date('2026-11-26T16:00:00Z'))).toBe('2026-11-27');
    expect(today(new Date('2026-11-26T15:59:59Z'))).toBe('2026-11-26');
  });
});

describe('instants', () => {
  it('are told in China’s time', () => {
    expect(momentText('2026-11-26T16:05:00Z', 'zh')).toContain('2026/11/27');
    expect(momentText('nonsense', 'zh')).toBe('');
  });
});
