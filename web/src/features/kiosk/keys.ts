// SPDX-License-Identifier: Apache-2.0
// The keys on the screen, and what a scanner sends.

// A credit code has no I, O, S, V, Z (GB 32100-2015).
export const codeKeys = [...'1234567890ABCDEFGHJKLMNPQRTUWXY'];
export const digitKeys = [...'1234567890'];

// Rows of ten, as on a keyboard.
const plainKeys = [...'1234567890qwertyuiopasdfghjkl-zxcvbnm_.@'];
const shiftedKeys = [...'!@#$%^&*()QWERTYUIOPASDFGHJKL+ZXCVBNM=?/'];
export function textKeys(shifted: boolean): string[] {
  return shifted ? shiftedKeys : plainKeys;
}

const within = /(?:^|[^0-9A-Z])([159ANY][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])/;
const plain = (scanned: string) => scanned.normalize('NFKC').trim().toUpperCase();

// A licence's QR code holds an address or a line of text with the code in it; a scanner gives it as
// if it were typed. What holds no code is taken as it is: the platform says what is wrong with it.
export function codeIn(scanned: string): string {
  const text = plain(scanned);
  return within.exec(text)?.[1] ?? text.replace(/[^0-9A-Z]/g, '').slice(0, 40);
}

// A licence was scanned; else it is a card.
export function holdsCode(scanned: string): boolean {
  return within.test(plain(scanned));
}
