// SPDX-License-Identifier: Apache-2.0
// Lines over months or days, by ECharts with no more of it than that takes. Loaded by LineChart
// when there is something to draw.
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Line {
  name: string;
  values: readonly (number | null)[];
}

export interface Lines {
  places: readonly string[]; // along the axis
  lines: readonly Line[];
  unit: string; // "%", or empty for a count
}

export interface Colours {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  lines: string[];
}

export type Chart = EChartsType;

// The tokens of styles/, as they are now: light or dark.
export function coloursOf(style: CSSStyleDeclaration): Colours {
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { ink: token('ink'), soft: token('ink-soft'), line: token('line'), paper: token('paper'), lines: ['brand', 'good', 'bad', 'soon', 'edge'].map(token) };
}

// Lines differ in mark and stroke too: no meaning by colour alone.
const marks = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];
const strokes = ['solid', 'dashed', 'dotted'] as const;

export function optionOf({ places, lines, unit }: Lines, colours: Colours, font: string) {
  const text = { color: colours.soft, fontFamily: font, fontSize: 13 };
  return {
    animation: false,
    color: colours.lines,
    textStyle: { fontFamily: font },
    grid: { left: 8, right: 16, top: 44, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemGap: 16, textStyle: { ...text, color: colours.ink } },
    // Rich text: a tooltip of HTML needs inline styles, which the pages' policy forbids.
    tooltip: {
      trigger: 'axis' as const, renderMode: 'richText' as const, confine: true, backgroundColor: colours.paper, borderColor: colours.line,
      textStyle: { ...text, color: colours.ink }, valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value}${unit}` : '–'),
    },
    xAxis: { type: 'category' as const, data: [...places], axisLabel: text, axisLine: { lineStyle: { color: colours.line } } },
    yAxis: {
      type: 'value' as const, axisLabel: { ...text, formatter: `{value}${unit}` }, splitLine: { lineStyle: { color: colours.line } },
      max: unit === '%' ? 100 : undefined, minInterval: unit === '%' ? undefined : 1,
    },
    series: lines.map((line, index) => ({
      type: 'line' as const, name: line.name, data: [...line.values], symbol: marks[index % marks.length], symbolSize: 8,
      lineStyle: { type: strokes[index % strokes.length], width: 2 },
    })),
  };
}

export function draw(place: HTMLElement): Chart {
  return init(place, undefined, { renderer: 'canvas' });
}
