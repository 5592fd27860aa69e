// SPDX-License-Identifier: Apache-2.0
// Days (YYYY-MM-DD) and instants (RFC 3339) as people read them. The platform's clock is China's.
import type { Language } from './language';

const zone = 'Asia/Shanghai';

export function dayText(day: string | undefined | null, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '');
  if (!parts) return '';
  const [, year, month, date] = parts;
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日`;
  return new Date(`${year}-${month}-${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}

export function momentText(instant: string | undefined | null, language: Language): string {
  if (!instant) return '';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return at.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric', month: language === 'zh' ? '2-digit' : 'short', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone,
  });
}

// The day it is in China.
export function today(now: Date = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: zone });
}

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

// From the first day to the second; negative when it is over.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
