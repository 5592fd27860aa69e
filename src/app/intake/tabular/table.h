// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/tabular/limits.h"
#include "base/error.h"
#include "base/result.h"

// A file of rows, whatever its form: CSV, XLSX or JSON Lines, UTF-8 or GB18030, found out by
// looking at it. Read front to back in bounded memory. What is wrong with one row is said on the
// row; what is wrong with the file as a whole ends the reading.

namespace credence::app {

struct Row {
  std::int64_t number =
      0;  // 1-based line (CSV, JSON Lines) or sheet row on which it starts: what a clerk sees
  std::vector<std::string_view>
      cells;  // UTF-8; by column of the header; may be shorter or longer (then a fault)
  std::vector<Error> faults;  // why this row cannot be used as it stands; usually none
};

// Some consecutive rows with the bytes they point into. Movable between threads.
class RowBlock {
 public:
  std::size_t size() const { return ends_.size(); }
  std::int64_t number(std::size_t i) const { return numbers_[i]; }
  // Fills `out`; its cells stay good as long as the block stays where it is.
  void row(std::size_t i, Row& out) const;

  // For readers. A row is begun, its cells are added in order, faults are attached, and it is
  // ended.
  void begin_row(std::int64_t number);
  void add_cell(std::string_view utf8);
  void add_fault(Error fault);  // those beyond faults_per_row are dropped
  void end_row();
  // Bytes held, so that a reader can stop early at wide rows.
  std::size_t bytes() const;

 private:
  struct Fault {
    std::size_t row = 0;
    Error error;
  };
  std::string text_;
  std::vector<std::size_t> cells_;  // end of each cell in text_
  std::vector<std::size_t> ends_;   // end of each row in cells_
  std::vector<std::int64_t> numbers_;
  std::vector<Fault> faults_;  // in row order
};

struct TableNotes {
  std::string format;    // "csv", "xlsx", "jsonl"
  std::string encoding;  // "UTF-8", "UTF-8 with BOM", "GB18030"; XLSX is "UTF-8"
  std::string sheet;     // name of the sheet read; empty but for XLSX
};

class Table {
 public:
  virtual ~Table() = default;
  virtual const std::vector<std::string>& header() const = 0;
  virtual const TableNotes& notes() const = 0;
  // Adds up to `max_rows` rows to an empty block; false at the end of the file, when none was
  // added. Throws Failure when the file as a whole cannot be read on.
  virtual bool next_block(RowBlock& block, std::size_t max_rows) = 0;
  // Bytes of the file consumed so far; for progress.
  virtual std::uint64_t bytes_read() const = 0;
};

// Opens a file by its content, not its name. Errors (ErrorCode::invalid unless said):
// "intake.empty", "intake.encoding", "intake.headers_empty", "intake.header_too_long",
// "intake.columns" (limit), "intake.format" (an old .xls, a PDF, a picture …: say what it is and
// what to do), "intake.zip_bomb" and "intake.workbook_size" (limit), "intake.xml_dtd",
// "intake.xml_depth", "intake.encrypted", "intake.damaged", or the fault of the header's row;
// unavailable: "file.unreadable". Reading on may also end in "intake.quotes".
Result<std::unique_ptr<Table>> open_table(const std::filesystem::path& path,
                                          const TableLimits& limits = {});

// How the bytes of a file become a table: in this process, or in a child of it (sandbox.h).
// Callable from several threads at once.
using TableOpener = std::function<Result<std::unique_ptr<Table>>(const std::filesystem::path&)>;
// In this process: for files of the operator's own.
TableOpener reading_here();

}  // namespace credence::app
