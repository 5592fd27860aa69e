// SPDX-License-Identifier: Apache-2.0
// What an act left in the register, as labelled lines: the keys people know, in the order kept.
export interface Line {
  key: string;
  values: (string | boolean)[];
}

// Told elsewhere in the row, or of no use to a reader.
const left = new Set(['id', 'token', 'password', 'totp']);

function valuesOf(value: unknown): (string | boolean)[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value === 'boolean') return [value];
  if (typeof value === 'string') return value ? [value] : [];
  return typeof value === 'number' ? [String(value)] : [];
}

// Objects within are laid flat (a grant's roles beside its holder); words are told by their caller.
export function linesOf(body: Record<string, unknown>): Line[] {
  return Object.entries(body).flatMap(([key, value]): Line[] => {
    if (left.has(key)) return [];
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && !('zh' in value)) return linesOf(value as Record<string, unknown>);
    const values = valuesOf(value);
    return values.length ? [{ key, values }] : [];
  });
}
