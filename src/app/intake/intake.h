// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/access/access.h"
#include "app/intake/refused_page.h"
#include "app/intake/tabular/table.h"
#include "base/ids.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/packing.h"
#include "wire/json.h"

// Intake: a department's file in, a receipt out. Sending the same file again answers with the first
// receipt; a kill at any moment loses nothing acknowledged, and sending again completes it exactly
// once.

namespace credence::app {

struct ErrorTotal {
  std::string id;  // "cell.required", "rule.V2"
  Words message;   // what it means, once
  std::string basis;
  std::int64_t rows = 0;
  bool warning = false;
};
BOOST_DESCRIBE_STRUCT(ErrorTotal, (), (id, message, basis, rows, warning))

// How far a file has been read; what of it is durable is in the totals of its receipt.
struct Progress {
  std::int64_t rows = 0;
  std::uint64_t bytes_read = 0, bytes_total = 0;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (rows, bytes_read, bytes_total))

// What became of a file: sent = added + changed + duplicate + rejected.
struct Receipt {
  std::string receipt;  // number of the batch, in text
  std::string item;
  Words item_label;
  std::string provider, provider_name;
  std::string file_name;
  std::string file_sha256;
  std::int64_t file_bytes = 0;
  std::string format, encoding, layout;
  Instant received;
  std::optional<Instant> finished;   // not yet: it was interrupted, or is being taken in now
  std::optional<Progress> progress;  // while this process takes it in
  std::string edition;               // rule edition the rows were checked under
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0;
  std::int64_t warned = 0, late = 0;
  std::vector<ErrorTotal> errors;
  std::vector<std::string>
      reject_files;        // paths below the data folder, CSV and XLSX; empty when none
  bool first_time = true;  // false: this very file was sent before and this is its first receipt
};
BOOST_DESCRIBE_STRUCT(Receipt, (),
                      (receipt, item, item_label, provider, provider_name, file_name, file_sha256,
                       file_bytes, format, encoding, layout, received, finished, progress, edition,
                       sent, added, changed, duplicate, rejected, warned, late, errors,
                       reject_files, first_time))

struct Submission {
  std::filesystem::path file;
  std::string file_name;  // as the sender calls it
  std::string item;       // catalogue id
  std::string provider;   // credit code of the providing unit
  std::string provider_name;
  TableOpener open = reading_here();  // how its bytes are read
};

class Vault;

class Intake {
 public:
  Intake(store::Database& database, store::Dictionaries& dictionaries, const Vault& vault);

  // Errors for the whole file: not_found ("intake.item_unknown"), invalid ("intake.provider",
  // "intake.no_rows", and those of mapping.h and tabular/table.h or tabular/sandbox.h), conflict
  // ("intake.running"). A row's errors are in the receipt and in the reject files, never here.
  // Throws Failure when storing fails (disk full …) or the file cannot be read to its end: then
  // sending the same file again goes on where it stopped. Thread safe.
  Result<Receipt> submit(const rulebook::RuleBook& book, const Submission& submission,
                         const std::function<void(const Progress&)>& progress = {});
  Result<Receipt> receipt(const rulebook::RuleBook& book, std::string_view number) const;
  // Newest first; `provider` and `item` may be empty.
  std::vector<Receipt> receipts(const rulebook::RuleBook& book, std::string_view provider,
                                std::string_view item, int limit) const;
  // The rows a submission refused. Errors: not_found ("intake.receipt_unknown") and those of
  // refused_page.
  Result<RefusedPage> refused_rows(const rulebook::RuleBook& book, std::string_view number,
                                   std::string_view after, std::size_t most) const;
  // The proof file of one row of a receipt (C2SP tlog-proof, with what was said in its extra data):
  // that it was accepted, and as what, or refused, and why. For the unit that sent it: the permit's
  // purpose is "own_submission". Errors: forbidden ("receipt.not_yours"), not_found
  // ("receipt.no_row": no such row, or lawfully destroyed).
  Result<Pending<std::string>> row_proof(const Permit& permit, std::string_view provider,
                                         std::string_view receipt, std::int64_t row) const;
  // Writes the original file of a receipt, as it was sent. Errors: not_found, unavailable
  // (damaged).
  Result<void> original(std::string_view receipt, const std::filesystem::path& to) const;

 private:
  class OnlyOne;
  Receipt receipt_now(const rulebook::RuleBook& book, const Batch& batch) const;
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  const Vault& vault_;
  mutable std::mutex mutex_;
  std::map<BatchId, Progress> running_;  // what this process takes in
};

// Writes an empty table with the item's headers, notes and choice lists. `format` is "csv" or
// "xlsx". Errors: not_found ("intake.item_unknown"), invalid ("intake.format").
Result<void> write_template(const rulebook::RuleBook& book, std::string_view item,
                            std::string_view format, const std::filesystem::path& to);

}  // namespace credence::app
