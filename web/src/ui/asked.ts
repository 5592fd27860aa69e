// SPDX-License-Identifier: Apache-2.0
// Whom a question is about. Numbers of persons go into bodies of requests and nowhere else: what
// looks like one is not even searched for while it is typed.

// A division, then a year of birth: the beginning of a resident identity number (GB 11643).
export function looksPersonal(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  return /^[1-8]\d{5}(?:19|20)\d*X?$/i.test(digits);
}

// A whole code of an organisation, typed or pasted; empty where it is not one.
export function codeIn(text: string): string {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-Z]{15,18}$/.test(code) ? code : '';
}
