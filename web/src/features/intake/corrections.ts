// SPDX-License-Identifier: Apache-2.0
// What a clerk corrects in refused rows, kept over the pages of the grid until it is sent.
import { csvOf } from '@/shared/csv';

export interface RefusedRow {
  row: number;
  cells: readonly string[];
}

export interface Correction {
  original: readonly string[];
  cells: string[];
  chosen: boolean; // to be sent
}
export type Corrections = ReadonlyMap<number, Correction>;

export function valueOf(kept: Corrections, row: RefusedRow, column: number): string {
  return kept.get(row.row)?.cells[column] ?? row.cells[column] ?? '';
}

export function isChanged(kept: Corrections, row: number, column: number): boolean {
  const one = kept.get(row);
  return one !== undefined && (one.cells[column] ?? '') !== (one.original[column] ?? '');
}

// A row that was touched is one to send; who thinks otherwise takes its mark away.
export function withValue(kept: Corrections, row: RefusedRow, column: number, value: string): Corrections {
  const before = kept.get(row.row);
  const cells = [...(before?.cells ?? row.cells)];
  while (cells.length <= column) cells.push('');
  cells[column] = value;
  return new Map(kept).set(row.row, { original: before?.original ?? row.cells, cells, chosen: true });
}

export function withChoice(kept: Corrections, row: RefusedRow, chosen: boolean): Corrections {
  const before = kept.get(row.row);
  return new Map(kept).set(row.row, { original: before?.original ?? row.cells, cells: before?.cells ?? [...row.cells], chosen });
}

// What was sent is kept as it stands, and not sent twice.
export function afterSending(kept: Corrections): Corrections {
  return new Map([...kept].map(([row, one]) => [row, { ...one, chosen: false, original: one.chosen ? [...one.cells] : one.original }]));
}

export function chosenRows(kept: Corrections): Correction[] {
  return [...kept].filter(([, one]) => one.chosen).sort(([a], [b]) => a - b).map(([, one]) => one);
}

// A file like any other, with the headers of the first one; the mark tells spreadsheets that it is UTF-8.
export function fileOf(header: readonly string[], kept: Corrections): string {
  return `\uFEFF${csvOf([[...header], ...chosenRows(kept).map((one) => one.cells)])}`;
}
