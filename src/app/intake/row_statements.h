// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "app/access/proofs.h"
#include "app/access/row_runs.h"
#include "app/access/row_statement.h"
#include "app/access/vault.h"
#include "store/packing.h"
#include "store/records.h"

// What the log attests of rows, written anew from what is stored; for proofs and for fsck.

namespace credence::app {

struct StoredDuplicate {
  std::int64_t leaf = 0;
  SubjectId subject;
  RecordKey record;
  std::string columns;
};
std::optional<StoredDuplicate> duplicate_at_leaf(store::Session& sql, std::int64_t leaf);

// Not for use by two threads at once.
class RowStatements {
 public:
  RowStatements(store::Session& sql, store::Dictionaries& dictionaries, const Vault& vault,
                std::filesystem::path folder);

  // Throws Failure when what is stored cannot be opened (damaged). Nothing when the subject's key
  // was destroyed.
  std::optional<std::string> of_record(const store::StoredRecord& record);
  std::optional<std::string> of_duplicate(const StoredDuplicate& duplicate, const StoredRun& run);
  // Reads the submission's journal; nothing when the row is not in it.
  std::optional<std::string> of_refusal(const StoredRun& run, std::int64_t row);
  // Whatever the row at this entry became. Nothing: no such row, or destroyed.
  std::optional<Attestation> at(std::int64_t leaf);

  const RowStamp& stamp(std::int64_t batch);
  // The open values and the personal ones of a record, as JSON.
  struct Values {
    std::string fields, personal;
  };
  std::optional<Values> values_of(const store::StoredRecord& record);

 private:
  store::Session& sql_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  std::filesystem::path folder_;
  std::map<std::int64_t, RowStamp> stamps_;
  std::string columns_, text_;
};

// The number of the row a journal line tells of; 0 when it is not such a line.
std::int64_t row_of_journal_line(std::string_view line);

}  // namespace credence::app
