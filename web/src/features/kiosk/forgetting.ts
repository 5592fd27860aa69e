// SPDX-License-Identifier: Apache-2.0
// When the machine warns and when it forgets. Time without a touch, not time of use: who reads
// slowly touches the screen once a minute (WCAG 2.2.1: warned, and extended by one touch).
export const warnAfter = 45; // seconds without a touch
export const forgetAfter = 60;

export type Patience = { state: 'calm' | 'warning' | 'over'; left: number };

export function patienceAt(idleMs: number): Patience {
  const idle = Math.floor(idleMs / 1000);
  if (idle >= forgetAfter) return { state: 'over', left: 0 };
  return { state: idle >= warnAfter ? 'warning' : 'calm', left: forgetAfter - idle };
}
