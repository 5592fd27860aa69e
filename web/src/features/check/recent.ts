// SPDX-License-Identifier: Apache-2.0
// Numbers of files checked here: the server tells of a file by its number only. A number opens
// nothing to another unit.
import { remember, remembered } from '@/shared/language';

const most = 8;
const key = (unit: string) => `check-files-${unit}`;

export function recentFiles(unit: string): string[] {
  return (remembered(key(unit)) ?? '').split(' ').filter(Boolean);
}

export function rememberFile(unit: string, number: string): void {
  remember(key(unit), [number, ...recentFiles(unit).filter((one) => one !== number)].slice(0, most).join(' '));
}
