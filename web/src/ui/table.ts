// SPDX-License-Identifier: Apache-2.0
// What a table is told of its columns.
export interface Column {
  key: string; // of the slot “cell-<key>”, and of the value where there is no slot
  label: string;
  number?: boolean; // to the right, digits under digits
  narrow?: boolean; // as wide as its content
}
