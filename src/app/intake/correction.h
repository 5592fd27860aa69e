// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/cases/form.h"
#include "app/cases/hooks.h"
#include "app/intake/decided_row.h"
#include "base/clock.h"
#include "store/database.h"
#include "wire/json.h"

// One record corrected because a case decided that fields of it are wrong (SD-2020 art. 39: an
// objection, or the unit's own initiative): a row that a case decided (decided_row.h).

namespace credence::app {

struct CorrectionOrder {
  SubjectId subject;
  RecordKey record;
  int version = 0;  // that the decider saw
  std::vector<FieldChange> changes;
  Decider decider;  // whose correction it is: the provider or the credit centre
};

// A field that changed. Values that are sealed at rest are masked: of a person all of them.
struct CorrectedField {
  std::string code;
  Words label;
  std::string before, after;
};
BOOST_DESCRIBE_STRUCT(CorrectedField, (), (code, label, before, after))

// What became of it.
struct Corrected {
  SubjectId subject;
  RecordKey record;
  int version = 0;
  std::int64_t batch = 0;  // its receipt
  std::vector<CorrectedField> fields;
};
BOOST_DESCRIBE_STRUCT(Corrected, (), (subject, record, version, batch, fields))

// A checked correction on its way into the store. Made only by Corrections::prepare().
struct PreparedCorrection {
  CorrectionOrder order;
  DecidedRow row;
  std::vector<CorrectedField> fields;
};

// Thread safe.
class Corrections {
 public:
  Corrections(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault,
              const Clock& clock);

  // Checks the order and keeps its original, outside any transaction. One that is then not stored
  // is harmless: sweep() destroys it. Errors: not_found ("correction.record",
  // "correction.forgotten"), conflict ("correction.version"), invalid ("correction.field",
  // "correction.field_twice", "correction.none", and the findings of intake by their ids, such as
  // "cell.type" or "rule.V4", with the field as place), forbidden ("correction.moves": it would be
  // a record of another subject, body or document; "intake.denied_field"). Throws Failure when
  // what is stored is damaged or the original cannot be written.
  Result<PreparedCorrection> prepare(const rulebook::RuleBook& book,
                                     const CorrectionOrder& order) const;
  // Within a work of the facts lane; may run twice. Throws Failure (conflict, "correction.version")
  // when the record is no longer as the decider saw it; those of DecidedRows::store().
  Corrected store(store::Write& write, const PreparedCorrection& prepared) const;
  // The effect `correct` of procedures: prepares a correction of the record as it is now. What
  // comes back must not outlive this object.
  CaseHooks::Stores decided(const CorrectionWanted& wanted) const;
  // Destroys originals that no receipt names, older than a day. Gives how many went.
  std::size_t sweep() const;

 private:
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  const Clock& clock_;
  DecidedRows rows_;
};

}  // namespace credence::app
