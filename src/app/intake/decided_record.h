// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/intake/decided_row.h"

// A record of its own because a case decided so: an entry in a list (SD-2020 arts. 29 to 31;
// GBF-2020-49), told by the unit that decided it.

namespace credence::app {

// Thread safe.
class DecidedRecords {
 public:
  DecidedRecords(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault,
                 const Clock& clock);

  // The effect `record` of procedures: checks the record as intake would and keeps its original.
  // Who it is about follows from the register. What comes back stores it, within a work of the
  // facts lane, and must not outlive this object; it throws Failure (conflict, "record.exists")
  // when the record is there by then. Errors: not_found ("record.subject"), invalid
  // ("record.subject_code": the subject has no credit code, and the findings of intake by their
  // ids, such as "cell.required", with the field as place), conflict ("record.exists").
  CaseHooks::Stores decided(const RecordWanted& wanted) const;

 private:
  store::Database& database_;
  DecidedRows rows_;
};

}  // namespace credence::app
