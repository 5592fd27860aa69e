// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { byCity, cities, cityName, stepEnds, stepOf } from './cities';

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
  it('gather what lies in them', () => {
    const sums = byCity([{ region: '370700', count: 2 }, { region: '370783', count: 3 }, { region: '110000', count: 9 }]);
    expect([...sums]).toEqual([['3707', 5]]);
  });
});

describe('steps', () => {
  it('begin at nothing and end with the most', () => {
    expect([0, 1, 400, 10_000].map((count) => stepOf(count, 10_000))).toEqual([0, 1, 1, 5]);
  });
  it('hold every count up to their end', () => {
    const most = 137;
    const ends = stepEnds(most);
    for (let count = 1; count <= most; ++count) {
      const step = stepOf(count, most);
      expect(count).toBeLessThanOrEqual(ends[step - 1] ?? 0);
      expect(count).toBeGreaterThan(ends[step - 2] ?? 0);
    }
  });
});
