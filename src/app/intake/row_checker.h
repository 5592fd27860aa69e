// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/row_statement.h"
#include "app/access/vault.h"
#include "app/intake/checks.h"
#include "app/intake/finding.h"
#include "app/intake/mapping.h"
#include "app/intake/measures.h"
#include "app/intake/tabular/table.h"
#include "base/digest.h"
#include "rulebook/rulebook.h"
#include "store/packing.h"
#include "store/records.h"

// From a row of cells to a candidate for the store, or to the reasons it is refused. Pure but for
// the random bytes of sealing; one RowChecker per thread.

namespace credence::app {

// A row that passed its own checks. Owns its texts.
struct Candidate {
  store::RecordColumns columns;
  domain::SubjectKind kind{};
  domain::Scheme scheme{};
  std::string code;  // canonical; of a person: the document number, for sealing only
  std::string name;
  std::string document_number;
  std::string fields;    // packed
  std::string personal;  // JSON of the values to be sealed; empty when there are none
  std::vector<std::pair<domain::Scheme, std::string>> aliases;
  std::int64_t row = 0;
  std::size_t position = 0;  // in its block, where the cells still stand
  std::int64_t ordinal = 0;  // in its chunk, counting every row; set there
  bool warned = false;       // taken, with warnings
  Digest commitment{};       // to what the log attests of the row
};

struct Refusal {
  std::size_t position = 0;
  std::vector<Finding> findings;
};

struct CheckedBlock {
  RowBlock block;
  std::string seed;                   // of the salts of its rows
  std::vector<Candidate> candidates;  // in row order
  std::vector<Refusal> refusals;
  Measures measures;
};

// Fixed for one submission. Const use is safe from many threads.
struct CheckPlan {
  const rulebook::RuleBook& book;
  const rulebook::Item& item;
  const ColumnMap& map;
  const Vault& vault;
  RowStamp stamp;
  std::string packing_dictionary;
  int packing_dictionary_id = 0;
  bool unlogged = false;  // store::Location::unlogged
};

class RowChecker {
 public:
  explicit RowChecker(const CheckPlan& plan);
  ~RowChecker();
  CheckedBlock check(RowBlock block);
  // The same with the salts the rows had before: gives the commitments they had then (fsck --deep).
  using SaltOfRow = std::function<std::string(std::int64_t row)>;
  CheckedBlock check_again(RowBlock block, const SaltOfRow& salt);
  // The open values of the accepted rows as JSON: what a packing dictionary is trained on.
  std::vector<std::string> samples(const RowBlock& block);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace credence::app
