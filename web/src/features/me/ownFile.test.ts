// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { ProblemError, nowhere } from '@/api/client';
import { orNull } from './ownFile';

function refusal(code: string): ProblemError {
  const nothing = { zh: '', en: '' };
  return new ProblemError({ status: 404, code, detail: nothing, remedy: nothing, basis: '', place: nowhere, request: '', retryAfter: 0 });
}

it('takes “nothing is held” for an answer and every other refusal for what it is', async () => {
  expect(await orNull(() => Promise.resolve(7))).toBe(7);
  expect(await orNull(() => Promise.reject(refusal('subject.not_found')))).toBeNull();
  await expect(orNull(() => Promise.reject(refusal('http.not_found')))).rejects.toThrow('http.not_found');
});
