// SPDX-License-Identifier: Apache-2.0
// What the ledger keeps of a check: “check/<matter>/<number>/<day>/<known, in microseconds>”. With
// the subject's code, which it does not keep, the check can be replayed byte for byte.
export interface Trace {
  matter: string;
  number: string;
  day: string;
  known: string; // RFC 3339, to the microsecond
}

const million = 1_000_000n;

export function instantOf(micros: string): string {
  const all = BigInt(micros);
  const rest = ((all % million) + million) % million;
  const seconds = (all - rest) / million;
  const whole = new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/, '');
  return `${whole}.${String(rest).padStart(6, '0')}Z`;
}

export function traceOf(items: string): Trace | null {
  const [word, matter, number, day, micros] = items.split('/');
  if (word !== 'check' || !matter || !number || !day || !micros || !/^-?\d+$/.test(micros)) return null;
  return { matter, number, day, known: instantOf(micros) };
}

export function itemsOf(items: string): string[] {
  return items.startsWith('check/') ? [] : items.split(',').filter(Boolean);
}
