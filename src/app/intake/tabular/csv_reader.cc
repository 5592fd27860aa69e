// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "app/intake/tabular/encoding.h"
#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/readers.h"
#include "base/text.h"

// CSV (RFC 4180) as people really write it: any of four separators, any line end, quotes that are
// never closed.

namespace credence::app {
namespace {

// What one attempt to read a row came to.
enum class Attempt : std::uint8_t { row, blank, more, too_long, row_too_long, unclosed };

class CsvTable final : public Table {
 public:
  CsvTable(std::unique_ptr<Utf8File> file, const TableLimits& limits)
      : file_(std::move(file)), limits_(limits) {
    notes_.format = "csv";
    notes_.encoding = file_->encoding();
  }

  std::optional<Error> read_header() {
    fill();
    choose_line_end();
    skip_blank_lines();
    choose_separator();
    RowBlock block;
    if (!read_row(block)) {
      return file_error("empty", {"文件是空的。", "The file is empty."},
                        {"请核对是否选对了文件。", "Check that it is the right file."});
    }
    Row row;
    block.row(0, row);
    if (!row.faults.empty()) return header_fault(row.faults.front());
    auto header = tidy_header({row.cells.begin(), row.cells.end()}, limits_);
    if (!header) return header.error();
    header_ = std::move(*header);
    return std::nullopt;
  }

  const std::vector<std::string>& header() const override { return header_; }
  const TableNotes& notes() const override { return notes_; }
  std::uint64_t bytes_read() const override { return file_->bytes_read(); }

  bool next_block(RowBlock& block, std::size_t max_rows) override {
    while (block.size() < max_rows && block.bytes() < block_bytes && read_row(block)) {
    }
    return block.size() > 0;
  }

 private:
  bool fill() {
    buffer_.erase(0, at_);
    at_ = 0;
    return file_->read(buffer_);
  }

  // A header beyond every bound is told by its columns, not as a row.
  Error header_fault(const Error& fault) const {
    if (cells_.size() <= limits_.columns) return fault;
    return tidy_header(std::vector<std::string>(cells_.size(), "?"), limits_).error();
  }

  // Reads on until what is not yet consumed has doubled, so that a long row is not scanned over and
  // over.
  bool fill_twice() {
    const std::size_t wanted = 2 * (buffer_.size() - at_);
    bool any = fill();
    while (buffer_.size() < wanted && fill()) any = true;
    return any;
  }

  void choose_line_end() { line_end_ = buffer_.find('\n') == std::string::npos ? '\r' : '\n'; }

  void skip_blank_lines() {
    for (;;) {
      const auto end = buffer_.find(line_end_, at_);
      if (end == std::string::npos ||
          !trim(std::string_view(buffer_).substr(at_, end - at_)).empty())
        return;
      at_ = end + 1;
      ++line_;
    }
  }

  // The separator that stands most often in the first line, outside quotation marks.
  void choose_separator() {
    constexpr std::array<char, 4> known = {',', '\t', ';', '|'};
    std::array<int, 4> count{};
    bool quoted = false;
    for (std::size_t i = at_; i < buffer_.size() && (quoted || buffer_[i] != line_end_); ++i) {
      if (buffer_[i] == '"') quoted = !quoted;
      if (quoted) continue;
      for (std::size_t k = 0; k < known.size(); ++k) count[k] += buffer_[i] == known[k] ? 1 : 0;
    }
    separator_ = known[static_cast<std::size_t>(std::ranges::max_element(count) - count.begin())];
  }

  // One row that is not blank into the block; false at the end of the file.
  bool read_row(RowBlock& block) {
    for (bool ended = false;;) {
      if (at_ >= buffer_.size()) {
        if (ended || !fill()) return false;
        continue;
      }
      switch (attempt(ended)) {
        case Attempt::row:
          put_row(block);
          return true;
        case Attempt::blank:
          take(next_);
          break;
        case Attempt::more:
          ended = !fill_twice();
          break;
        case Attempt::too_long:
          put_broken(block, long_cell_fault(limits_.cell_bytes));
          return true;
        case Attempt::row_too_long:
          put_broken(block, long_row_fault());
          return true;
        case Attempt::unclosed:
          put_broken(block, unclosed_quote_fault());
          return true;
      }
    }
  }

  // Finds the cells of the row at at_. Nothing is consumed.
  Attempt attempt(bool ended) {
    cells_.clear();
    misplaced_ = false;
    std::size_t i = at_;
    const std::size_t end = buffer_.size();
    const char* data = buffer_.data();
    for (;;) {
      Cell cell{i, i, false};
      if (i < end && data[i] == '"') {
        if (const auto stop = quoted_cell(cell, ended)) return *stop;
        i = cell.end + 1;
        if (i < end && data[i] != separator_ && data[i] != line_end_ && data[i] != '\r') {
          misplaced_ = true;
          while (i < end && data[i] != separator_ && data[i] != line_end_) ++i;
        }
        while (i < end && data[i] == '\r' && line_end_ == '\n') ++i;
      } else {
        while (i < end && data[i] != separator_ && data[i] != line_end_) ++i;
        cell.end = i;
      }
      reached_ = i;
      if (i - cell.begin > limits_.cell_bytes)
        return cell.quoted ? oversized(cell) : Attempt::too_long;
      if (i - at_ > limits_.row_bytes() || cells_.size() >= limits_.row_cells())
        return Attempt::row_too_long;
      if (i >= end && !ended) return Attempt::more;
      cells_.push_back(cell);
      if (i >= end || data[i] == line_end_) break;
      ++i;
    }
    next_ = std::min(i + 1, end);
    auto& last = cells_.back();
    if (!last.quoted && last.end > last.begin && data[last.end - 1] == '\r') --last.end;
    // A header of nothing but separators is no blank line: the row below it must not become the
    // header.
    const bool blank =
        (cells_.size() == 1 || !header_.empty()) &&
        std::ranges::all_of(cells_, [&](const Cell& c) { return trim(raw(c)).empty(); });
    return blank ? Attempt::blank : Attempt::row;
  }

  struct Cell {
    std::size_t begin, end;  // without the quotation marks
    bool quoted;             // and so doubled ones inside stand for one
  };
  std::string_view raw(const Cell& cell) const {
    return std::string_view(buffer_).substr(cell.begin, cell.end - cell.begin);
  }

  // The cell that a quotation mark opens at cell.begin; nothing when it is closed.
  std::optional<Attempt> quoted_cell(Cell& cell, bool ended) {
    std::size_t i = ++cell.begin;
    for (;;) {
      const auto mark = buffer_.find('"', i);
      if (mark == std::string::npos || (mark + 1 == buffer_.size() && !ended)) {
        reached_ = buffer_.size();
        if (buffer_.size() - cell.begin > limits_.cell_bytes) return oversized(cell);
        if (mark == std::string::npos) return ended ? Attempt::unclosed : Attempt::more;
        return Attempt::more;
      }
      if (mark + 1 < buffer_.size() && buffer_[mark + 1] == '"') {
        cell.quoted = true;
        i = mark + 2;
        continue;
      }
      cell.end = mark;
      cell.quoted = true;
      return std::nullopt;
    }
  }

  // Of a quoted cell beyond the limit: one that runs over line ends was never meant to be one cell.
  Attempt oversized(const Cell& cell) const {
    const auto text = std::string_view(buffer_).substr(cell.begin, limits_.cell_bytes);
    return text.find(line_end_) == std::string_view::npos ? Attempt::too_long : Attempt::unclosed;
  }

  Error long_row_fault() const {
    return cells_.size() > header_.size() ? ragged_fault(cells_.size(), header_.size())
                                          : long_cell_fault(limits_.cell_bytes);
  }

  std::string_view value(const Cell& cell) {
    const std::string_view text = raw(cell);
    if (!cell.quoted || !contains(text, "\"\"")) return text;
    unescaped_.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
      unescaped_ += text[i];
      if (text[i] == '"') ++i;
    }
    return unescaped_;
  }

  void put_row(RowBlock& block) {
    block.begin_row(line_);
    std::size_t count = cells_.size();
    const std::size_t columns = header_.empty() ? count : header_.size();
    // Separators without content behind the last column come from spreadsheets and mean nothing.
    while (count > columns && trim(raw(cells_[count - 1])).empty()) --count;
    for (std::size_t c = 0; c < count; ++c) block.add_cell(value(cells_[c]));
    const std::string_view text = std::string_view(buffer_).substr(at_, next_ - at_);
    if (misplaced_) block.add_fault(misplaced_quote_fault());
    if (count != columns) block.add_fault(ragged_fault(count, columns));
    if (std::memchr(text.data(), 0, text.size()) != nullptr) block.add_fault(nul_fault());
    if (contains(text, replacement)) block.add_fault(encoding_fault());
    block.end_row();
    take(next_);
  }

  // A row that cannot be read as one: its first line is shown, and reading goes on behind that
  // line.
  void put_broken(RowBlock& block, Error fault) {
    block.begin_row(line_);
    count_rescanned();
    const auto end = buffer_.find(line_end_, at_);
    const std::string_view first =
        std::string_view(buffer_).substr(at_, end == std::string::npos ? end : end - at_);
    block.add_cell(clip(first, shown_bytes));
    block.add_fault(std::move(fault));
    block.end_row();
    if (end != std::string::npos) {
      take(end + 1);
    } else {
      skip_line();
    }
  }

  // Quotation marks can be set so that every line begins a row which seems to have no end; without
  // this, such a file costs the square of its size.
  void count_rescanned() {
    rescanned_ += reached_ - at_;
    if (rescanned_ > rescanned_bytes) {
      throw Failure(file_error(
          "quotes",
          {"引号错乱的行太多，无法分辨各行，已停止读取。",
           "So many rows have misplaced quotation marks that rows cannot be told apart; reading "
           "was stopped."},
          {"请从原系统重新导出 CSV，或改用 XLSX。",
           "Export the CSV again from its system, or send XLSX."}));
    }
  }

  // Goes behind the next line end without keeping what lies before it.
  void skip_line() {
    for (;;) {
      at_ = buffer_.size();
      if (!fill()) return;
      const auto end = buffer_.find(line_end_);
      if (end == std::string::npos) continue;
      take(end + 1);
      return;
    }
  }

  void take(std::size_t next) {
    line_ += std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
                        buffer_.begin() + static_cast<std::ptrdiff_t>(next), line_end_);
    at_ = next;
  }

  std::unique_ptr<Utf8File> file_;
  TableLimits limits_;
  TableNotes notes_;
  std::vector<std::string> header_;
  std::string buffer_;
  std::size_t at_ = 0;       // the next row begins here
  std::size_t next_ = 0;     // and the one behind it here
  std::size_t reached_ = 0;  // so far the last attempt looked
  std::uint64_t rescanned_ = 0;
  std::int64_t line_ = 1;
  char line_end_ = '\n', separator_ = ',';
  std::vector<Cell> cells_;
  bool misplaced_ = false;
  std::string unescaped_;
};

}  // namespace

Result<std::unique_ptr<Table>> open_csv(SharedFile file, const TableLimits& limits) {
  auto text = Utf8File::open(std::move(file));
  if (!text) return text.error();
  auto table = std::make_unique<CsvTable>(std::move(*text), limits);
  if (auto wrong = table->read_header()) return std::move(*wrong);
  return std::unique_ptr<Table>(std::move(table));
}

}  // namespace credence::app
