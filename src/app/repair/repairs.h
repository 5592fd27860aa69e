// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/cases/hooks.h"
#include "app/repair/path.h"
#include "store/packing.h"

// Repair in use: the guard `repairable` of procedures, and the path to repair of a subject with
// what its earlier cases add.

namespace credence::app {

// Of the subject's cases: the first days no longer barred, one for each finding of false material
// (acts named find_false).
std::vector<Date> bars_of(const rulebook::RuleBook& book, store::Session& sql, SubjectId subject);

// Thread safe.
class Repairs {
 public:
  Repairs(store::Database& database, store::Dictionaries& dictionaries);

  // Why the case's record may not be repaired today; nothing when it may. Reads with the question's
  // session, inside the deciding transaction. Errors: those of check_repairable; not_found
  // ("record.not_found").
  std::optional<Error> refusal(const GuardQuestion& question) const;
  // The path for a file that was released to the subject or the steward.
  RepairPath path(const rulebook::RuleBook& book, const DisclosedFile& file) const;

 private:
  store::Database& database_;
  store::Dictionaries& dictionaries_;
};

}  // namespace credence::app
