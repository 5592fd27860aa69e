// SPDX-License-Identifier: Apache-2.0
// Which roles a unit's people may hold, and together with which: the three management powers stand
// alone. The server decides; this only keeps what it would refuse out of sight.
import type { Schemas } from '@/api/client';

type Role = Pick<Schemas['RoleAnswer'], 'id' | 'management' | 'unit_kinds' | 'purposes' | 'powers' | 'by_enrolment'>;
export type Grant = Schemas['Grant'];

export function emptyGrant(): Grant {
  return { roles: [], purposes: [], items: [], regions: [] };
}

export function rolesFor<R extends Role>(kinds: readonly string[], roles: readonly R[]): R[] {
  return roles.filter((role) => !role.by_enrolment && role.unit_kinds.some((kind) => kinds.includes(kind)));
}

// Powers of people alone: no machine decides over others or destroys.
const ofPeople = [
  'propose_erasure', 'approve_erasure', 'manage_accounts', 'manage_roles', 'read_ledger', 'enrol', 'lodge_consent', 'answer_requests', 'handle_findings',
];
export function rolesForKeys<R extends Role>(kinds: readonly string[], roles: readonly R[]): R[] {
  return rolesFor(kinds, roles).filter((role) => !role.powers.some((power) => ofPeople.includes(power)));
}

const stands = (role: Role | undefined) => role !== undefined && role.management !== 'none';

// With one more role, or without it; a management role puts out the others.
export function toggled(chosen: readonly string[], id: string, roles: readonly Role[]): string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  const of = (one: string) => roles.find((role) => role.id === one);
  if (stands(of(id))) return [id];
  return [...chosen.filter((one) => !stands(of(one))), id];
}

export function purposesOf(chosen: readonly string[], roles: readonly Role[]): string[] {
  return [...new Set(roles.filter((role) => chosen.includes(role.id)).flatMap((role) => role.purposes))];
}

// Division codes as people write them: with spaces, commas of either kind.
export function codesIn(text: string): string[] {
  return text.split(/[\s,，、;；]+/).filter(Boolean);
}

export function copyOf(grant: Grant): Grant {
  return { roles: [...grant.roles], purposes: [...grant.purposes], items: [...grant.items], regions: [...grant.regions] };
}
