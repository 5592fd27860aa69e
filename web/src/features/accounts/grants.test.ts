// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { codesIn, purposesOf, rolesFor, rolesForKeys, toggled } from './grants';

const role = (id: string, unit_kinds: string[], more: object = {}) => ({ id, unit_kinds, management: 'none', powers: ['ask'], purposes: [] as string[], by_enrolment: false, ...more });
const roles = [
  role('system', ['credit_centre'], { management: 'system', powers: ['manage_accounts'] }),
  role('steward', ['credit_centre'], { powers: ['ask', 'enrol'], purposes: ['stewardship', 'case_handling'] }),
  role('monitor', ['credit_centre'], { powers: ['operate'] }),
  role('regulator', ['regulator'], { purposes: ['supervision', 'case_handling'] }),
  role('subject', ['subject'], { by_enrolment: true }),
];

describe('roles', () => {
  it('are those of the unit’s kinds, and none that is opened at the counter', () => {
    expect(rolesFor(['credit_centre', 'subject'], roles).map((one) => one.id)).toEqual(['system', 'steward', 'monitor']);
    expect(rolesFor([], roles)).toEqual([]);
  });
  it('of machines decide over nobody', () => {
    expect(rolesForKeys(['credit_centre'], roles).map((one) => one.id)).toEqual(['monitor']);
  });
  it('of management stand alone', () => {
    expect(toggled(['steward', 'monitor'], 'system', roles)).toEqual(['system']);
    expect(toggled(['system'], 'steward', roles)).toEqual(['steward']);
    expect(toggled(['steward'], 'monitor', roles)).toEqual(['steward', 'monitor']);
    expect(toggled(['steward', 'monitor'], 'steward', roles)).toEqual(['monitor']);
  });
  it('bring their purposes, each once', () => {
    expect(purposesOf(['steward', 'regulator'], roles)).toEqual(['stewardship', 'case_handling', 'supervision']);
  });
});

it('division codes are read however they are separated', () => {
  expect(codesIn(' 3701，3702、370300;\n')).toEqual(['3701', '3702', '370300']);
  expect(codesIn('')).toEqual([]);
});
