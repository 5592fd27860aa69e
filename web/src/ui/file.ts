// SPDX-License-Identifier: Apache-2.0
// What is known of a file before it leaves.

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export type FileFault = 'wrongKind' | 'tooLarge' | 'empty';

// `accept`: endings, ".csv,.xlsx". `most`: bytes, 0 for any.
export function faultOf(file: { name: string; size: number }, accept: string, most: number): FileFault | undefined {
  const name = file.name.toLowerCase();
  if (accept && !accept.split(',').some((ending) => name.endsWith(ending.trim()))) return 'wrongKind';
  if (file.size === 0) return 'empty';
  return most > 0 && file.size > most ? 'tooLarge' : undefined;
}
