// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type GridRow, cellFaults, movedBy, usefulColumns } from './grid';

const fault = (column?: number) => ({ column, message: 'm', remedy: 'r', basis: '' });
const row: GridRow = { id: 7, cells: ['a', 'b', 'c', 'd'], faults: [fault(3), fault()] };
const columns = ['A', 'B', 'C', 'D'].map((label, at) => ({ at, label }));

it('finds what is wrong with a cell, and not what is wrong with the row', () => {
  expect(cellFaults(row, 3)).toHaveLength(1);
  expect(cellFaults(row, 0)).toHaveLength(0);
});

it('shows the telling columns and the wrong ones', () => {
  expect(usefulColumns(columns, [row], 1).map((one) => one.label)).toEqual(['A', 'D']);
});

it('moves by Enter and the arrows up and down, and leaves the others to the cell', () => {
  expect([movedBy('Enter', false), movedBy('Enter', true), movedBy('ArrowUp', false), movedBy('ArrowLeft', false)]).toEqual([1, -1, -1, undefined]);
});
