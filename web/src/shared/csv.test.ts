// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes what needs it and nothing else', () => {
  expect(csvOf([['名称', 'a,b'], ['他说"好"', 7], [null, 'x\ny']])).toBe('名称,"a,b"\r\n"他说""好""",7\r\n,"x\ny"\r\n');
});
