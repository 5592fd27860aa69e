// SPDX-License-Identifier: Apache-2.0
// What every chart is drawn with: the colours of styles/tokens.css as they are now, light or dark,
// and the parts that bars and lines have alike.

export type Tone = 'brand' | 'good' | 'soon' | 'bad' | 'edge';

export interface Ink extends Record<Tone, string> {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  font: string;
}

export interface Series {
  name: string;
  values: readonly (number | null)[]; // null: there is nothing to tell
}

export type Option = Record<string, unknown>;
export type Drawing = (ink: Ink, width: number) => Option;

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    brand: token('brand'), good: token('good'), soon: token('soon'), bad: token('bad'), edge: token('edge'),
    ink: token('ink'), soft: token('ink-soft'), line: token('line'), paper: token('paper'), font: style.fontFamily,
  };
}

export const legendHeight = 34;

export function valueText(value: unknown, unit = ''): string {
  return typeof value === 'number' ? `${value.toLocaleString('en-US')}${unit}` : '–';
}

export function textOf(ink: Ink) {
  return { color: ink.soft, fontFamily: ink.font, fontSize: 13 };
}

// The pages' policy forbids inline styles, which ECharts’ own tooltips are full of.
export function tooltipOf(ink: Ink, unit = '') {
  return {
    trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: ink.paper, borderColor: ink.line, padding: [8, 12],
    textStyle: { ...textOf(ink), color: ink.ink, fontSize: 14 }, valueFormatter: (value: unknown) => valueText(value, unit),
  };
}

export function legendOf(ink: Ink) {
  return {
    type: 'scroll', top: 0, left: 0, itemGap: 16, textStyle: { ...textOf(ink), color: ink.ink }, inactiveColor: ink.line,
    pageIconColor: ink.brand, pageIconInactiveColor: ink.line, pageTextStyle: textOf(ink),
  };
}
