// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { linesOf } from './acts';

it('tells what is there, laid flat, and leaves out what is empty or secret', () => {
  expect(linesOf({ id: 'x', name: 'lihua', person: '', grant: { roles: ['steward'], purposes: [] }, active: false, per_minute: 0, label: { zh: '甲', en: 'a' }, totp: 'x' })).toEqual([
    { key: 'name', values: ['lihua'] },
    { key: 'roles', values: ['steward'] },
    { key: 'active', values: [false] },
    { key: 'per_minute', values: ['0'] },
  ]);
});
