// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { optionOf } from './chart';

const colours = { ink: '#000', soft: '#333', line: '#ccc', paper: '#fff', lines: ['#00f', '#0a0'] };

it('draws each line with a mark and stroke of its own, and no HTML', () => {
  const option = optionOf({ places: ['2026-01'], lines: [{ name: 'a', values: [1] }, { name: 'b', values: [null] }], unit: '%' }, colours, 'sans');
  const [first, second] = option.series;
  expect(first?.symbol).not.toBe(second?.symbol);
  expect(first?.lineStyle.type).not.toBe(second?.lineStyle.type);
  expect(option.tooltip.renderMode).toBe('richText');
  expect(option.tooltip.valueFormatter(98)).toBe('98%');
  expect(option.tooltip.valueFormatter(null)).toBe('–');
});
