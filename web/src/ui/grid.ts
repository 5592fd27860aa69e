// SPDX-License-Identifier: Apache-2.0
// What a grid of cells is told, and which cell is beside which.
export interface GridColumn {
  at: number; // place among the row's cells
  label: string;
}

export interface GridFault {
  column?: number; // none: the row as a whole
  message: string;
  remedy: string;
  basis: string;
}

export interface GridRow {
  id: number; // as the file counts
  cells: readonly string[];
  faults: readonly GridFault[];
}

export function cellFaults(row: GridRow, at: number): GridFault[] {
  return row.faults.filter((fault) => fault.column === at);
}

// Where the cursor goes by Enter and the arrow keys; undefined: the key is the cell's own.
export function movedBy(key: string, shift: boolean): number | undefined {
  if (key === 'Enter') return shift ? -1 : 1;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : undefined;
}

// A column with something wrong, and those before it that tell which row it is.
export function usefulColumns(columns: readonly GridColumn[], rows: readonly GridRow[], telling: number): GridColumn[] {
  const wrong = new Set(rows.flatMap((row) => row.faults.map((fault) => fault.column)));
  return columns.filter((column, index) => index < telling || wrong.has(column.at));
}
