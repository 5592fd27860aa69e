// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { byCity, cities, cityName, shortCount, squareName, stepOf, stepRanges } from './cities';

describe('cities', () => {
  it('are sixteen, each in a place of its own', () => {
    expect(cities).toHaveLength(16);
    expect(new Set(cities.map((one) => `${one.column}/${one.row}`)).size).toBe(16);
    expect(new Set(cities.map((one) => one.code)).size).toBe(16);
  });
  it('are told by the codes of their counties', () => {
    expect(cityName('370783', 'zh')).toBe('潍坊市');
    expect(cityName('3702', 'en')).toBe('Qingdao');
    expect(cityName('110000', 'zh')).toBe('');
  });
  it('have a name that a small square holds', () => {
    const names = cities.filter((one) => one.code === '3704').map((one) => [squareName(one, 'zh'), squareName(one, 'en'), one.en]);
    expect(names).toEqual([['枣庄', 'Zao\u00adzhuang', 'Zaozhuang']]);
  });
  it('gather what lies in them', () => {
    const sums = byCity([{ region: '370700', count: 2 }, { region: '370783', count: 3 }, { region: '110000', count: 9 }]);
    expect([...sums]).toEqual([['3707', 5]]);
  });
});

describe('steps', () => {
  it('begin at nothing and end with the most', () => {
    expect([0, 1, 400, 10_000].map((count) => stepOf(count, 10_000))).toEqual([0, 1, 1, 5]);
  });
  it('hold every count from their beginning to their end', () => {
    for (const most of [1, 3, 137, 10_000]) {
      const ranges = stepRanges(most);
      for (let count = 1; count <= most; ++count) {
        const range = ranges.find((one) => one.step === stepOf(count, most));
        expect(count).toBeGreaterThanOrEqual(range?.from ?? Infinity);
        expect(count).toBeLessThanOrEqual(range?.to ?? 0);
      }
    }
  });
  it('are none where there is nothing', () => {
    expect(stepRanges(0)).toEqual([]);
    expect(stepOf(0, 0)).toBe(0);
  });
});

describe('a count in a square', () => {
  it('is whole while it is small, and short in the words of its language', () => {
    expect(shortCount(9999, 'zh')).toBe('9999');
    expect([shortCount(123_456_789, 'zh'), shortCount(123_456_789, 'en')]).toEqual(['1.2亿', '123.5M']);
  });
});
