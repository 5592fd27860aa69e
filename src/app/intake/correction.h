// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/access/sealed_files.h"
#include "app/cases/form.h"
#include "app/cases/hooks.h"
#include "app/intake/mapping.h"
#include "app/intake/row_checker.h"
#include "base/clock.h"
#include "store/database.h"
#include "wire/json.h"

// One record corrected because a case decided that fields of it are wrong (SD-2020 art. 39: an
// objection, or the unit's own initiative). It passes the checks of intake and becomes a submission
// of one row with a receipt, an original and entries of the log of its own, so that proofs,
// provenance, fsck and answers as of an earlier day hold for it as for every row.

namespace credence::app {

struct CorrectionOrder {
  SubjectId subject;
  RecordKey record;
  int version = 0;  // that the decider saw
  std::vector<FieldChange> changes;
  std::string case_number, reason;
  std::string unit, unit_name;  // whose correction it is: the provider or the credit centre
  std::string by;               // who decided
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

// A checked correction on its way into the store. Made only by Corrections::prepare(); holds
// personal values in the clear.
struct PreparedCorrection {
  const rulebook::Item* item = nullptr;  // of the book it was prepared with, which must outlive it
  CorrectionOrder order;
  FileFacts original;
  std::string edition;
  std::string layout;  // of the version it corrects: what that one did not have to say
  std::string seed;    // of its salt
  Candidate row;
  std::string open_values;  // JSON, as packed in the row
  Measures measures;        // warnings only: it is no submission of the provider to be measured
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
  // when the record is no longer as the decider saw it.
  Corrected store(store::Write& write, const PreparedCorrection& prepared) const;
  // The effect `correct` of procedures: prepares a correction of the record as it is now. What
  // comes back must not outlive this object.
  Result<std::function<void(store::Write&)>> decided(const CorrectionWanted& wanted) const;
  // Destroys originals that no receipt names, older than a day. Gives how many went.
  std::size_t sweep() const;

 private:
  // Gives the line to be kept as `original`.
  Result<PreparedCorrection> check(const rulebook::RuleBook& book, const CorrectionOrder& order,
                                   std::string& original) const;
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  const Clock& clock_;
};

// The columns of a kept correction, whose header is field codes and what else was noted: what
// prepare() checked it with, again for fsck.
ColumnMap correction_columns(const rulebook::Item& item, const std::vector<std::string>& header,
                             const std::string& layout);

}  // namespace credence::app
