// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Purpose, missingIn } from './asking';

const purpose = { id: 'supervision', audience: 'public_body', matter_required: true } as Purpose;
const nothing = { code: '', matter: ' ', consent: '' };

it('asks for the matter where the purpose needs one, for the consent where it rests on consent', () => {
  expect(missingIn(nothing, purpose)).toEqual({ code: true, matter: true });
  expect(missingIn(nothing, { ...purpose, audience: 'consented', matter_required: false })).toEqual({ code: true, consent: true });
  expect(missingIn({ code: '9', matter: '1', consent: '' }, purpose)).toEqual({});
});
