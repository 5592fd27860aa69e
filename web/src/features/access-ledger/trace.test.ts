// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { instantOf, itemsOf, traceOf } from './trace';

describe('the trace of a check', () => {
  it('is read to the microsecond', () => {
    expect(traceOf('check/government_procurement/HC20261127-46e3/2026-11-27/1795752939195123')).toEqual({
      matter: 'government_procurement', number: 'HC20261127-46e3', day: '2026-11-27', known: '2026-11-27T04:15:39.195123Z',
    });
    expect(instantOf('1000001')).toBe('1970-01-01T00:00:01.000001Z');
    expect(instantOf('-1')).toBe('1969-12-31T23:59:59.999999Z');
  });
  it('is not what else was looked at', () => {
    expect(traceOf('penalty,permit')).toBeNull();
    expect(traceOf('check/a/b/2026-01-01/x')).toBeNull();
    expect(itemsOf('penalty,permit')).toEqual(['penalty', 'permit']);
    expect(itemsOf('check/a/b/2026-01-01/1')).toEqual([]);
    expect(itemsOf('')).toEqual([]);
  });
});
