// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/finding.h"
#include "base/result.h"
#include "rulebook/rulebook.h"

// The rows a submission refused. While it runs they are appended to a journal, made durable before
// the chunk they belong to is committed; at the end the journal becomes a CSV and an XLSX file that
// repeat the original row beside what is wrong, which a clerk can correct and send back as they
// are.

namespace credence::app {

// True for the columns we add to reject files, so that a corrected file can be sent back with them
// in it.
bool is_reject_column(std::string_view header);

// What the added columns say of one row: the fields, ids, messages, remedies and cited articles.
struct RefusedRow {
  std::int64_t row = 0;
  std::span<const std::string_view> cells;
  const std::vector<Finding>* findings = nullptr;
};

class RejectJournal {
 public:
  // Continues an existing journal after its first `bytes` bytes; anything behind them was never
  // acknowledged. Throws Failure when the file cannot be written.
  RejectJournal(const std::filesystem::path& folder, std::int64_t bytes);
  ~RejectJournal();
  RejectJournal(const RejectJournal&) = delete;
  RejectJournal& operator=(const RejectJournal&) = delete;

  // Gives the row's line, without its end: a JSON array.
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
                                            const std::vector<std::string>& header);

}  // namespace credence::app
