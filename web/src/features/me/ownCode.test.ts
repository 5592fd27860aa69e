// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { ownCode } from './ownCode';

function subject(...codes: [string, string][]) {
  return { id: '1', kind: 'organization', name: '', codes: codes.map(([scheme, code]) => ({ scheme, code })), former_names: [], region: '', authority: '', registered: true };
}

it('is the credit code where there is one', () => {
  expect(ownCode(subject(['organization_code', 'MA15447T8'], ['uscc', '91370783MA15447T8D']))).toBe('91370783MA15447T8D');
  expect(ownCode(subject(['passport', 'E12345678']))).toBe('passport:E12345678');
  expect(ownCode(subject())).toBe('');
});
