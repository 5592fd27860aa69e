// SPDX-License-Identifier: Apache-2.0
// Shandong's sixteen cities, each a square in its rough place: column and row from the north-west.
// Squares and no drawn borders: a drawn map would need a map-approval number (审图号).
import type { Language } from '@/shared/language';

export interface City {
  code: string;
  zh: string;
  en: string;
  column: number;
  row: number;
}

function city(code: string, zh: string, en: string, column: number, row: number): City {
  return { code, zh, en, column, row };
}

export const cities: readonly City[] = [
  city('3701', '济南', 'Jinan', 1, 1), city('3702', '青岛', 'Qingdao', 4, 1), city('3703', '淄博', 'Zibo', 2, 1),
  city('3704', '枣庄', 'Zaozhuang', 2, 3), city('3705', '东营', 'Dongying', 3, 0), city('3706', '烟台', 'Yantai', 4, 0),
  city('3707', '潍坊', 'Weifang', 3, 1), city('3708', '济宁', 'Jining', 1, 3), city('3709', '泰安', 'Tai’an', 1, 2),
  city('3710', '威海', 'Weihai', 5, 0), city('3711', '日照', 'Rizhao', 3, 2), city('3713', '临沂', 'Linyi', 2, 2),
  city('3714', '德州', 'Dezhou', 1, 0), city('3715', '聊城', 'Liaocheng', 0, 1), city('3716', '滨州', 'Binzhou', 2, 0),
  city('3717', '菏泽', 'Heze', 0, 3),
];

export function cityOf(region: string): City | undefined {
  return cities.find((one) => region.startsWith(one.code));
}

export function cityName(region: string, language: Language): string {
  const found = cityOf(region);
  return found ? (language === 'zh' ? `${found.zh}市` : found.en) : '';
}

// A count that stands in a small square: the province has hundreds of millions.
export function shortCount(count: number, language: Language): string {
  if (count < 10_000) return String(count);
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

// Counts of divisions gathered under their cities; what lies in none of them is left out.
export function byCity(counts: readonly { region: string; count: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { region, count } of counts) {
    const found = cityOf(region);
    if (found) sums.set(found.code, (sums.get(found.code) ?? 0) + count);
  }
  return sums;
}

// Five steps of one colour: 1 to 5, and 0 for nothing. Roots, so that one large city does not
// leave all others in the first step.
export function stepOf(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil(Math.sqrt(count / most) * 5));
}

// The largest count of each step.
function stepEnds(most: number): number[] {
  return [1, 2, 3, 4, 5].map((step) => Math.floor(most * (step / 5) ** 2));
}

export interface StepRange {
  step: number;
  from: number;
  to: number;
}

// What each step holds; with few counts some steps hold none and are left out.
export function stepRanges(most: number): StepRange[] {
  const ends = stepEnds(most);
  return ends.map((to, index) => ({ step: index + 1, from: (ends[index - 1] ?? 0) + 1, to })).filter((one) => one.to >= one.from);
}
