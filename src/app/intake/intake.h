// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/packing.h"
#include "wire/json.h"

// Intake: a department's file in, a receipt out. Sending the same file again answers with the first receipt;
// a kill at any moment loses nothing acknowledged, and sending again completes it exactly once.

namespace credence::app {

struct ErrorTotal {
  std::string id;      // "cell.required", "rule.V2"
  Words message;       // what it means, once
  std::string basis;
  std::int64_t rows = 0;
  bool warning = false;
};
BOOST_DESCRIBE_STRUCT(ErrorTotal, (), (id, message, basis, rows, warning))

// What became of a file: sent = added + changed + duplicate + rejected.
struct Receipt {
  std::string receipt;       // number of the batch, in text
  std::string item;
  Words item_label;
  std::string provider;
  std::string file_name;
  std::string file_sha256;
  std::int64_t file_bytes = 0;
  std::string format, encoding, layout;
  Instant received, finished;
  std::string edition;       // rule edition the rows were checked under
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0;
  std::int64_t warned = 0, late = 0;
  std::vector<ErrorTotal> errors;
  std::vector<std::string> reject_files;  // paths below the data folder, CSV and XLSX; empty when none
  bool first_time = true;    // false: this very file was sent before and this is its first receipt
};
BOOST_DESCRIBE_STRUCT(Receipt, (),
                      (receipt, item, item_label, provider, file_name, file_sha256, file_bytes, format,
                       encoding, layout, received, finished, edition, sent, added, changed, duplicate,
                       rejected, warned, late, errors, reject_files, first_time))

struct Submission {
  std::filesystem::path file;
  std::string file_name;  // as the sender calls it
  std::string item;       // catalogue id
  std::string provider;   // credit code of the providing unit
  std::string provider_name;
};

struct Progress {
  std::int64_t rows = 0;
  std::uint64_t bytes_read = 0, bytes_total = 0;
};

class Vault;

class Intake {
 public:
  Intake(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault,
         const Clock& clock);

  // Errors for the whole file: invalid ("intake.item_unknown", "intake.provider", "intake.empty",
  // "intake.headers", "intake.encoding", …), unavailable (disk full). A row's errors are in the receipt
  // and in the reject files, never here.
  Result<Receipt> submit(const rulebook::RuleBook& book, const Submission& submission,
                         const std::function<void(const Progress&)>& progress = {});
  Result<Receipt> receipt(std::string_view number) const;
  // Newest first; `provider` and `item` may be empty.
  std::vector<Receipt> receipts(std::string_view provider, std::string_view item, int limit) const;

 private:
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  const Clock& clock_;
};

// Writes an empty table with the item's headers, notes and choice lists. `format` is "csv" or "xlsx".
// Errors: not_found ("intake.item_unknown"), invalid ("intake.format").
Result<void> write_template(const rulebook::RuleBook& book, std::string_view item,
                            std::string_view format, const std::filesystem::path& to);

}  // namespace credence::app
