// SPDX-License-Identifier: Apache-2.0
// The code a subject is asked for by, from its own file: the credit code before older ones; a
// person’s passport and the like with its kind before it.
import type { Schemas } from '@/api/client';

const bare = ['uscc', 'registration', 'organization_code', 'resident_id'];

export function ownCode(subject: Schemas['ShownSubject']): string {
  const first = bare.map((scheme) => subject.codes.find((one) => one.scheme === scheme)).find(Boolean) ?? subject.codes[0];
  if (!first) return '';
  return bare.includes(first.scheme) ? first.code : `${first.scheme}:${first.code}`;
}
