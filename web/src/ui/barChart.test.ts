// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Bars, barOption, heightOf } from './barChart';
import type { Ink } from './chartInk';

const ink: Ink = { brand: '#01', good: '#02', soon: '#03', bad: '#04', edge: '#05', ink: '#06', soft: '#07', line: '#08', paper: '#09', font: 'x' };
const bars: Bars = { categories: ['甲', '乙'], series: [{ name: '按期', values: [1, 2], tone: 'good' }, { name: '逾期', values: [0, 3], tone: 'bad' }], lying: true, stacked: true };

it('lays rows for long names, the first on top', () => {
  const option = barOption(bars, ink, 600) as { yAxis: { data: string[]; inverse: boolean }; series: { stack: string; itemStyle: { color: string } }[] };
  expect(option.yAxis.data).toEqual(['甲', '乙']);
  expect(option.yAxis.inverse).toBe(true);
  expect(option.series.map((one) => one.itemStyle.color)).toEqual(['#02', '#04']);
});

it('writes no inline style and tells series apart by pattern too', () => {
  const option = barOption(bars, ink, 600) as { tooltip: { renderMode: string }; aria: { decal: { show: boolean } } };
  expect(option.tooltip.renderMode).toBe('richText');
  expect(option.aria.decal.show).toBe(true);
});

it('reserves room for every row before it is drawn', () => {
  const taller = { ...bars, categories: [...bars.categories, '丙'] };
  expect(parseInt(heightOf(taller))).toBeGreaterThan(parseInt(heightOf(bars)));
});
