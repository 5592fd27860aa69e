// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { codesOf, emptyForm, faultsOf, nextId } from './form';

describe('the number of a campaign', () => {
  it('follows those of the year', () => {
    expect(nextId([], '2026')).toBe('ZX-2026-01');
    expect(nextId(['ZX-2026-01', 'ZX-2026-09', 'ZX-2025-30', 'ZX-2026-B'], '2026')).toBe('ZX-2026-10');
  });
});

describe('the form', () => {
  const whole = { ...emptyForm('ZX-2026-01'), title: '治理', task: '核查', lists: ['tax_major'], units: [{ region: '', unit: '11370000MB2850121L' }] };
  it('passes when whole', () => {
    expect(faultsOf(whole)).toEqual([]);
  });
  it('says all that is missing at once', () => {
    expect(faultsOf(emptyForm('zx')).map((one) => one.field)).toEqual(['id', 'title', 'task', 'whom', 'units']);
  });
  it('takes codes as they are pasted, and none of a person', () => {
    expect(codesOf(' 91370783ma15447t8d\n、11370000MB2850121L ')).toEqual(['91370783MA15447T8D', '11370000MB2850121L']);
    expect(faultsOf({ ...whole, codes: ['91370783MA15447T8D'] })).toEqual([]);
    expect(faultsOf({ ...whole, codes: ['91370783MA15447T8D', '370102199003077218'] })).toEqual([{ field: 'codes', text: 'badCode', line: 2 }]);
  });
});
