// SPDX-License-Identifier: Apache-2.0
// Which procedures, and by which acts, a caller may open: as http/case_forms.cc offers it. The
// server decides when it is sent.
import type { Schemas } from '@/api/client';

type View = Schemas['ProcedureView'];

export interface Opener {
  subject: boolean;
  centre: boolean;
  provider: boolean; // an office that handles cases and is not the credit centre
}

function fits(party: string, who: Opener): boolean {
  if (party === 'subject' || party === 'interested') return who.subject;
  return (party === 'centre' && who.centre) || (party === 'provider' && who.provider);
}

export function openings(procedure: View, who: Opener): Schemas['OfferedAct'][] {
  return procedure.acts
    .filter((act) => act.opens && act.by.some((party) => fits(party.id, who)))
    .map(({ id, label, basis, fields }) => ({ id, label, basis, fields }));
}

export function mayOpen(procedure: View, who: Opener): boolean {
  return openings(procedure, who).length > 0;
}
