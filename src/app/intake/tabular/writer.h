// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Tables we hand out: reject files, templates, simulated submissions.

namespace credence::app {

struct WriterColumn {
  std::string header;
  std::string note;                  // told on a sheet of its own (XLSX)
  std::vector<std::string> choices;  // offered as a list in the cells below (XLSX)
  bool required = false;             // header in bold red (XLSX)
};

class TableWriter {
 public:
  virtual ~TableWriter() = default;
  // REQUIRES: one cell per column, valid UTF-8. Every cell is written as text, so that codes keep
  // their leading zeros and nothing is taken for a formula. Throws Failure ("file.unwritable").
  virtual void write(std::span<const std::string_view> cells) = 0;
  // Completes the file. Throws Failure. A writer that goes without it leaves no usable file.
  virtual void close() = 0;
};

// UTF-8 with BOM, CRLF line ends, quoted where needed: what Excel in Chinese Windows opens rightly.
std::unique_ptr<TableWriter> make_csv_writer(const std::filesystem::path& path,
                                             std::span<const WriterColumn> columns);
// One sheet, header frozen, in constant memory however many rows.
std::unique_ptr<TableWriter> make_xlsx_writer(const std::filesystem::path& path,
                                              std::span<const WriterColumn> columns);
// One object per line, keyed by header; empty cells left out.
std::unique_ptr<TableWriter> make_jsonl_writer(const std::filesystem::path& path,
                                               std::span<const WriterColumn> columns);

}  // namespace credence::app
