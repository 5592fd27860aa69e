// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/sealed_files.h"
#include "app/cases/hooks.h"
#include "app/intake/mapping.h"
#include "app/intake/row_checker.h"
#include "base/clock.h"
#include "store/database.h"
#include "wire/json.h"

// One row that a case decided: a record corrected (correction.h), or a record of its own
// (decided_record.h). It passes the checks of intake and becomes a submission of one row with a
// receipt, an original and entries of the log of its own, so that proofs, provenance, fsck and
// answers as of an earlier day hold for it as for every row.

namespace credence::app {

// What a case wants to have stored.
struct RowWanted {
  const rulebook::RuleBook& book;
  const rulebook::Item& item;
  std::string_view format;  // of its receipt: correction_format, decision_format
  std::string layout;       // what the row need not say
  // By field of the item, as a clerk would write them.
  std::vector<std::string> values;
  std::vector<bool> said;     // fields that stand in the line even when they are empty
  boost::json::object noted;  // beside the decider in the line
  Decider decider;
};

// A checked row on its way into the store. Made only by DecidedRows::check(); holds personal values
// in the clear.
struct DecidedRow {
  const rulebook::Item* item = nullptr;  // of the book it was checked with, which must outlive it
  Decider decider;
  std::string line;  // the original
  FileFacts original;
  std::string_view format;
  std::string layout, edition;
  std::string seed;  // of its salt
  Candidate row;
  std::string open_values;  // JSON, as packed in the row
  Measures measures;        // warnings only: it is no submission of a provider to be measured
};

// Thread safe.
class DecidedRows {
 public:
  DecidedRows(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault,
              const Clock& clock);

  // The checks of intake, outside any transaction. Errors: invalid, the findings of intake by their
  // ids, such as "cell.type" or "rule.V4", with the field as place.
  Result<DecidedRow> check(store::Session& sql, const RowWanted& wanted) const;
  // Keeps the original; one that is then not stored is harmless (Corrections::sweep). Throws
  // Failure when it cannot be written.
  void keep(const DecidedRow& row) const;
  // Within a work of the facts lane; may run twice. Gives the receipt's number. Throws Failure
  // (conflict, "decided.submitted") when somebody submitted this very line as a file. REQUIRES:
  // `subject` is the row's, as stored.
  std::int64_t store(store::Write& write, const DecidedRow& row,
                     const store::KnownSubject& subject) const;

 private:
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  const Clock& clock_;
};

// The columns of a kept line, whose header is field codes and what else was noted: what check() was
// done with, again for fsck.
ColumnMap decided_columns(const rulebook::Item& item, const std::vector<std::string>& header,
                          const std::string& layout);

}  // namespace credence::app
