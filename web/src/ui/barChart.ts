// SPDX-License-Identifier: Apache-2.0
// What a chart of bars is told, and how it is put to ECharts.
import { type Ink, type Option, type Tone, legendHeight, legendOf, textOf, tooltipOf, valueText } from './chartInk';

export interface BarSeries {
  name: string;
  values: number[];
  tone?: Tone;
}

export interface Bars {
  categories: string[];
  series: BarSeries[];
  lying?: boolean; // bars to the right, a row for each category: for long names
  stacked?: boolean;
}

const rowHeight = 40; // room for names of two lines

export function heightOf(bars: Bars): string {
  const legend = bars.series.length > 1 ? legendHeight : 0;
  return bars.lying ? `${bars.categories.length * rowHeight + legend + 36}px` : '260px';
}

function widestOf(bars: Bars, width: number): number {
  const letters = Math.max(0, ...bars.categories.map((name) => [...name].reduce((sum, one) => sum + (one > '\u2e7f' ? 14 : 8), 0)));
  return Math.min(letters + 4, Math.round(width * 0.42));
}

// Of the number at the end of the longest bar.
function labelWidth(bars: Bars): number {
  const most = Math.max(0, ...bars.series.flatMap((one) => one.values));
  return valueText(most).length * 8 + 16;
}

function seriesOf(bars: Bars, ink: Ink, lone: boolean): object[] {
  const decals = patterns(ink);
  return bars.series.map((one, index) => ({
    type: 'bar', name: one.name, data: one.values, stack: bars.stacked ? 'all' : undefined, barMaxWidth: 22,
    itemStyle: { color: ink[one.tone ?? 'brand'], decal: decals[index % decals.length], borderColor: ink.paper, borderWidth: bars.stacked ? 1 : 0 },
    label: { show: lone && bars.lying === true, position: 'right', color: ink.ink, fontFamily: ink.font, formatter: (one: { value: number }) => valueText(one.value) },
  }));
}

export function barOption(bars: Bars, ink: Ink, width: number): Option {
  const lone = bars.series.length === 1;
  const text = textOf(ink);
  const names = {
    type: 'category', data: bars.categories, inverse: bars.lying, axisTick: { show: false }, axisLine: { lineStyle: { color: ink.line } },
    axisLabel: { ...text, ...(bars.lying ? { color: ink.ink, width: widestOf(bars, width), overflow: 'break', lineHeight: 15, interval: 0 } : { hideOverlap: true }) },
  };
  const counts = { type: 'value', minInterval: 1, splitNumber: width < 500 ? 3 : 5, axisLabel: { ...text, hideOverlap: true }, splitLine: { lineStyle: { color: ink.line } } };
  return {
    animation: false,
    // Series are told apart by pattern as well as by colour.
    aria: { enabled: true, label: { enabled: false }, decal: { show: !lone } },
    textStyle: { fontFamily: ink.font },
    grid: { left: 4, right: lone && bars.lying ? labelWidth(bars) : 28, top: lone ? 12 : legendHeight + 6, bottom: 4, containLabel: true },
    legend: lone ? undefined : { ...legendOf(ink), itemWidth: 22 },
    tooltip: { ...tooltipOf(ink), axisPointer: { type: 'shadow', shadowStyle: { color: ink.line, opacity: 0.35 } } },
    xAxis: bars.lying ? counts : names,
    yAxis: bars.lying ? names : counts,
    series: seriesOf(bars, ink, lone),
  };
}

function patterns(ink: Ink): object[] {
  const plain = { color: 'rgba(0,0,0,0)' };
  const color = `${ink.paper}8c`; // half through: the colour below stays what one sees first
  const stripes = { color, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 };
  const dots = { color, symbol: 'circle', symbolSize: 0.7, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] };
  const dashes = { color, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 };
  return [plain, stripes, dots, dashes];
}
