// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { authenticatorAddress, grouped } from './secret';

it('is written in groups of four', () => {
  expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(grouped('ABCD')).toBe('ABCD');
});

it('is an address for authenticator apps', () => {
  expect(authenticatorAddress('ABCD', '王 伟')).toBe('otpauth://totp/%E6%98%8E%E4%BF%A1:%E7%8E%8B%20%E4%BC%9F?secret=ABCD&issuer=%E6%98%8E%E4%BF%A1');
});
