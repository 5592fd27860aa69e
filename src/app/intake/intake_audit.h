// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/access/audit.h"
#include "app/access/vault.h"
#include "app/intake/tabular/table.h"
#include "rulebook/rulebook.h"
#include "store/packing.h"

namespace credence::app {

// Submissions, rows, records and subjects against the log; kept originals and reject files against
// their hashes. Reads everything once. `deep`: reads every kept original again under today's rules
// and compares the values of its rows with the stored ones, where the rule edition is still the one
// they were checked under.
struct IntakeAudit {
  store::Dictionaries& dictionaries;
  const Vault& vault;
  const rulebook::RuleBook& book;
  bool deep = false;
  TableOpener open = reading_here();  // how kept originals are read
};
void audit_intake(Audit& audit, const IntakeAudit& with);

}  // namespace credence::app
