// SPDX-License-Identifier: Apache-2.0
// ECharts, as much of it as bars and lines need: one chunk, fetched by useChart.ts when the first
// chart of a visit is shown.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type Chart = EChartsType;

export function openChart(host: HTMLElement): Chart {
  return init(host);
}
