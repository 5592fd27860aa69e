// SPDX-License-Identifier: Apache-2.0
// The API names the parties of a procedure in Chinese; their English names are here.
import type { Schemas } from '@/api/client';
import { language, words } from '@/shared/language';

type Named = Schemas['Named'];

const english: Record<string, string> = {
  organization: 'organisations', individual_business: 'individual businesses', person: 'natural persons',
  subject: 'the subject', interested: 'somebody with an interest', applicant: 'the applicant', centre: 'the credit centre', provider: 'the providing office',
  assigned: 'the assigned office', handler: 'the office in charge', platform: 'the platform', record: 'a record',
};

export function party(one: Named | undefined): string {
  if (!one) return '';
  return language() === 'en' ? (english[one.id] ?? words(one.label)) : words(one.label);
}

export function parties(all: readonly Named[]): string {
  return all.map(party).join(language() === 'en' ? ', ' : '、');
}
