// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/finding.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "wire/json.h"

// The rows a submission refused. While it runs they are appended to a journal, made durable before
// the chunk they belong to is committed; at the end the journal becomes a CSV and an XLSX file that
// repeat the original row beside what is wrong, which a clerk can correct and send back as they
// are.

namespace credence::app {

// True for the columns we add to reject files, so that a corrected file can be sent back with them
// in it.
bool is_reject_column(std::string_view header);

struct RefusedRow {
  std::int64_t row = 0;
  std::span<const std::string_view> cells;
  const std::vector<Finding>* findings = nullptr;
};

// One thing a row is refused for, as the journal keeps it.
struct RefusalReason {
  std::string field;  // code of the item's field; empty: the row as a whole
  std::string id;     // "cell.required", "rule.V2"
  Words message, remedy;
  std::string basis;
};
BOOST_DESCRIBE_STRUCT(RefusalReason, (), (field, id, message, remedy, basis))

// A line of the journal, read back.
struct JournaledRow {
  std::int64_t row = 0;
  std::vector<RefusalReason> reasons;
  std::vector<std::string> cells;  // as the file had them
};
// Errors: internal ("record.damaged").
Result<JournaledRow> journaled_row(const std::string& line);

class RejectJournal {
 public:
  // Continues an existing journal after its first `bytes` bytes; anything behind them was never
  // acknowledged. Throws Failure when the file cannot be written.
  RejectJournal(const std::filesystem::path& folder, std::int64_t bytes);
  ~RejectJournal();
  RejectJournal(const RejectJournal&) = delete;
  RejectJournal& operator=(const RejectJournal&) = delete;

  // Gives the row's line, without its end: a JSON array of texts, the row's number, its reasons as
  // JSON, and its cells. What is only a warning is no reason.
  std::string add(const rulebook::Item& item, const RefusedRow& row);
  // Makes everything added durable and gives the journal's length. Throws Failure (disk full).
  std::int64_t flush();

 private:
  int file_ = -1;
  std::int64_t bytes_ = 0;
  std::string pending_;
  std::string name_;
};

// Writes rejects.csv and rejects.xlsx beside the journal and gives their names; nothing when it is
// empty.
std::vector<std::string> write_reject_files(const std::filesystem::path& folder,
                                            const rulebook::Item& item,
                                            const std::vector<std::string>& header);

// Some rows of the journal in `folder`, in file order.
struct JournaledRows {
  std::vector<JournaledRow> rows;
  std::optional<std::string> next;  // where the row after them begins; none: they are the last
};
// After the page whose `next` is given, the first when empty; of the journal's first `bytes` bytes.
// Errors: not_found ("intake.rejects_destroyed": the journal is not there any more), invalid
// ("intake.after": no row begins there), internal ("record.damaged").
Result<JournaledRows> journaled_rows(const std::filesystem::path& folder, std::string_view after,
                                     std::int64_t bytes, std::size_t most);
// The header of the file as it was sent, from the reject file. Errors: those of open_table.
Result<std::vector<std::string>> header_of_rejects(const std::filesystem::path& folder);

}  // namespace credence::app
