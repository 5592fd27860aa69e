// SPDX-License-Identifier: Apache-2.0
// What a chart of lines is told, and how it is put to ECharts.
import { type Ink, type Series, type Tone, legendHeight, legendOf, textOf, tooltipOf } from './chartInk';

export interface Lines {
  categories: readonly string[];
  series: readonly Series[];
  unit: string; // "%", or empty for a count
}

// Lines differ in mark and stroke too: no meaning by colour alone.
const tones: readonly Tone[] = ['brand', 'good', 'bad', 'soon', 'edge'];
const marks = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];
const strokes = ['solid', 'dashed', 'dotted'];

export function lineOption({ categories, series, unit }: Lines, ink: Ink) {
  const percent = unit === '%';
  return {
    animation: false,
    color: tones.map((tone) => ink[tone]),
    textStyle: { fontFamily: ink.font },
    grid: { left: 8, right: 16, top: legendHeight + 10, bottom: 4, containLabel: true },
    legend: legendOf(ink),
    tooltip: tooltipOf(ink, unit),
    xAxis: { type: 'category', data: [...categories], axisLabel: { ...textOf(ink), hideOverlap: true }, axisLine: { lineStyle: { color: ink.line } } },
    yAxis: {
      type: 'value', axisLabel: { ...textOf(ink), formatter: `{value}${unit}` }, splitLine: { lineStyle: { color: ink.line } },
      max: percent ? 100 : undefined, minInterval: percent ? undefined : 1,
    },
    series: series.map((one, index) => ({
      type: 'line', name: one.name, data: [...one.values], symbol: marks[index % marks.length], symbolSize: 8,
      lineStyle: { type: strokes[index % strokes.length], width: 2 },
    })),
  };
}
