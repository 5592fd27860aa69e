// SPDX-License-Identifier: Apache-2.0
// Where to go after signing in: an address of this platform, of whichever face.
import type { Face } from '@/shared/feature';

export function ownAddress(asked: unknown, otherwise: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.startsWith('//') || /[\\\s]/.test(asked)) return otherwise;
  // Whoever is sent back to the door would go round in circles; what lies behind it is meant.
  const [path, query] = asked.split('?', 2);
  if (path === '/sign-in' || path === '/work/sign-in') return ownAddress(new URLSearchParams(query).get('then'), otherwise);
  return asked;
}

export function faceOf(address: string): Face {
  const part = /^\/(work|kiosk)(?:[/?#]|$)/.exec(address)?.[1];
  return part === 'work' || part === 'kiosk' ? part : 'portal';
}
