// SPDX-License-Identifier: Apache-2.0
// Shandong's sixteen cities, each a square in its rough place: column and row from the north-west.
// Squares and no drawn borders: a drawn map would need a map-approval number (审图号).
import type { Language } from '@/shared/language';

export interface City {
  code: string;
  zh: string;
  en: string;
  breakable: string; // the English name, which may break between its syllables
  column: number;
  row: number;
}

function city(code: string, zh: string, syllables: string, column: number, row: number): City {
  return { code, zh, en: syllables.replace(' ', ''), breakable: syllables.replace(' ', '\u00ad'), column, row };
}

export const cities: readonly City[] = [
  city('3701', '济南', 'Ji nan', 1, 1), city('3702', '青岛', 'Qing dao', 4, 1), city('3703', '淄博', 'Zi bo', 2, 1),
  city('3704', '枣庄', 'Zao zhuang', 2, 3), city('3705', '东营', 'Dong ying', 3, 0), city('3706', '烟台', 'Yan tai', 4, 0),
  city('3707', '潍坊', 'Wei fang', 3, 1), city('3708', '济宁', 'Ji ning', 1, 3), city('3709', '泰安', 'Tai’ an', 1, 2),
  city('3710', '威海', 'Wei hai', 5, 0), city('3711', '日照', 'Ri zhao', 3, 2), city('3713', '临沂', 'Lin yi', 2, 2),
  city('3714', '德州', 'De zhou', 1, 0), city('3715', '聊城', 'Liao cheng', 0, 1), city('3716', '滨州', 'Bin zhou', 2, 0),
  city('3717', '菏泽', 'He ze', 0, 3),
];

export function cityOf(region: string): City | undefined {
  return cities.find((one) => region.startsWith(one.code));
}

export function cityName(region: string, language: Language): string {
  const found = cityOf(region);
  return found ? (language === 'zh' ? `${found.zh}市` : found.en) : '';
}

// The name in a small square, where everything is a city and a long name takes two lines.
export function squareName(one: City, language: Language): string {
  return language === 'zh' ? one.zh : one.breakable;
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
