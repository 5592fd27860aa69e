// SPDX-License-Identifier: Apache-2.0
// ECharts, as much of it as bars and the squares of the cities need. Fetched when the first chart
// is shown (useChart.ts).
import { BarChart, MapChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { cityShapes } from './cities';

use([BarChart, MapChart, AriaComponent, GeoComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);
registerMap('cities', cityShapes() as Parameters<typeof registerMap>[1]);

export type Chart = EChartsType;

export function openChart(host: HTMLElement): Chart {
  return init(host);
}
