// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import type { Ink } from './chartInk';
import { lineOption } from './lineChart';

const ink: Ink = { brand: '#01', good: '#02', soon: '#03', bad: '#04', edge: '#05', ink: '#06', soft: '#07', line: '#08', paper: '#09', font: 'x' };

it('draws each line with a mark and stroke of its own, and no HTML', () => {
  const option = lineOption({ categories: ['2026-01'], series: [{ name: 'a', values: [1] }, { name: 'b', values: [null] }], unit: '%' }, ink);
  const [first, second] = option.series;
  expect(first?.symbol).not.toBe(second?.symbol);
  expect(first?.lineStyle.type).not.toBe(second?.lineStyle.type);
  expect(option.tooltip.renderMode).toBe('richText');
  expect(option.tooltip.valueFormatter(98)).toBe('98%');
  expect(option.tooltip.valueFormatter(null)).toBe('–');
});

it('ends shares at a hundred, and counts where they end', () => {
  const one = { categories: ['a'], series: [] };
  expect(lineOption({ ...one, unit: '%' }, ink).yAxis.max).toBe(100);
  expect(lineOption({ ...one, unit: '' }, ink).yAxis.max).toBeUndefined();
});
