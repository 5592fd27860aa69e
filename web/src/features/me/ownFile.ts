// SPDX-License-Identifier: Apache-2.0
// One's own file; nothing where the platform holds nothing about one, which is no fault of anybody.
import { ProblemError, type Schemas, get } from '@/api/client';

export async function ownFile(signal?: AbortSignal): Promise<Schemas['DisclosedFile'] | null> {
  return orNull(() => get('/api/v1/me/file', { signal }));
}

export async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'subject.not_found') return null;
    throw error;
  }
}
