// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "app/intake/tabular/archive.h"
#include "app/intake/tabular/encoding.h"
#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/readers.h"
#include "app/intake/tabular/xml_stream.h"
#include "base/date.h"
#include "base/text.h"

// XLSX (ECMA-376, Office Open XML): the first visible sheet that has rows, as a stream. The zip is
// read entry by entry, never unpacked to disk or memory as a whole.

namespace credence::app {
namespace {

using Event = XmlStream::Event;

constexpr double digits_kept = 1e15;  // a double holds no more
constexpr std::int64_t sheet_rows_max = 1'048'576;

Error too_much(const Words& what) {
  return file_error("workbook_size",
                    {"工作簿的" + what.zh + "过多，已拒收。",
                     "The workbook has too many " + what.en + " and was refused."},
                    {"请只保留要报送的一张工作表，另存后再报送。",
                     "Keep only the sheet to be sent, save it anew and send that."},
                    ErrorCode::limit);
}

XmlStream stream_of(Entry& entry) {
  return XmlStream([&entry](std::string& out) { return entry.read(out); });
}

std::string unescaped(std::string_view xml) {
  std::string text;
  append_unescaped(xml, text);
  return text;
}

// "_x000D_" stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
std::string without_escapes(std::string text) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    unsigned code = 0;
    const char* digits = text.data() + at + 2;
    const bool escape =
        text.size() - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' &&
        std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 && code < 0x80;
    text[kept++] = escape ? static_cast<char>(code) : text[at];
    at += escape ? 7 : 1;
  }
  text.resize(kept);
  return text;
}

// ---- the small parts

struct Sheet {
  std::string name, relation;
  bool visible = true;
};
struct Workbook {
  std::vector<Sheet> sheets;
  bool from_1904 = false;
};

Workbook read_workbook(const std::shared_ptr<Archive>& archive) {
  Entry entry(archive, "xl/workbook.xml");
  if (!entry.exists()) throw Failure(damaged_archive());
  XmlStream xml = stream_of(entry);
  Workbook workbook;
  for (auto event = xml.next(); event != Event::end; event = xml.next()) {
    if (event != Event::open) continue;
    if (xml.name() == "workbookPr")
      workbook.from_1904 = xml.attribute("date1904") == "1" || xml.attribute("date1904") == "true";
    if (xml.name() != "sheet") continue;
    const auto state = xml.attribute("state");
    workbook.sheets.push_back({unescaped(xml.attribute("name")), std::string(xml.attribute("id")),
                               state.empty() || state == "visible"});
    if (workbook.sheets.size() > sheets) throw Failure(too_much({"工作表", "sheets"}));
  }
  return workbook;
}

// Relation id → path in the archive.
std::map<std::string, std::string> read_relations(const std::shared_ptr<Archive>& archive) {
  Entry entry(archive, "xl/_rels/workbook.xml.rels");
  XmlStream xml = stream_of(entry);
  std::map<std::string, std::string> paths;
  for (auto event = xml.next(); event != Event::end; event = xml.next()) {
    if (event != Event::open || xml.name() != "Relationship") continue;
    std::string target = unescaped(xml.attribute("Target"));
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    paths.emplace(xml.attribute("Id"), std::move(target));
    if (paths.size() > sheets) throw Failure(too_much({"关系", "relations"}));
  }
  return paths;
}

// Whether a custom number format shows a day: y, m or d outside quotes and brackets.
bool is_date_format(std::string_view format) {
  bool quoted = false, bracketed = false;
  for (const char c : format) {
    if (c == '"') quoted = !quoted;
    if (c == '[' || c == ']') bracketed = c == '[';
    if (!quoted && !bracketed && (c == 'y' || c == 'd' || c == 'Y' || c == 'D')) return true;
  }
  return false;
}

bool is_builtin_date(int id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
         (id >= 50 && id <= 54) || id == 57 || id == 58;
}

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// By cell style: is it a date?
std::vector<bool> read_styles(const std::shared_ptr<Archive>& archive) {
  Entry entry(archive, "xl/styles.xml");
  XmlStream xml = stream_of(entry);
  std::set<int> custom;
  std::vector<bool> dates;
  bool in_cells = false;
  for (auto event = xml.next(); event != Event::end; event = xml.next()) {
    if (xml.name() == "cellXfs") in_cells = event == Event::open;
    if (event != Event::open) continue;
    if (xml.name() == "numFmt" && is_date_format(unescaped(xml.attribute("formatCode"))))
      custom.insert(to_int(xml.attribute("numFmtId")));
    if (xml.name() == "xf" && in_cells) {
      const int id = to_int(xml.attribute("numFmtId"));
      dates.push_back(is_builtin_date(id) || custom.contains(id));
    }
    if (dates.size() > styles || custom.size() > styles)
      throw Failure(too_much({"单元格样式", "cell styles"}));
  }
  return dates;
}

// The shared strings, one after the other in one arena.
struct Strings {
  std::string text;
  std::vector<std::size_t> ends;
  std::size_t bytes() const { return text.size() + ends.size() * sizeof(std::size_t); }
  std::string_view at(std::size_t i) const {
    if (i >= ends.size()) throw Failure(damaged_archive());
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::string_view(text).substr(begin, ends[i] - begin);
  }
};

Strings read_strings(const std::shared_ptr<Archive>& archive) {
  Strings strings;
  Entry entry(archive, "xl/sharedStrings.xml");
  XmlStream xml = stream_of(entry);
  bool in_text = false;
  int phonetic = 0;  // readings above the text, which are not the text
  for (auto event = xml.next(); event != Event::end; event = xml.next()) {
    if (event == Event::text) {
      if (in_text && phonetic == 0) strings.text += xml.text();
      continue;
    }
    const bool opens = event == Event::open;
    if (xml.name() == "t") in_text = opens;
    if (xml.name() == "rPh") phonetic += opens ? 1 : -1;
    if (xml.name() == "si" && !opens) strings.ends.push_back(strings.text.size());
    if (strings.bytes() > strings_bytes) throw Failure(zip_bomb());
  }
  return strings;
}

// ---- cells

struct Address {
  std::int64_t row = 0;
  std::size_t column = 0;  // from 0
};

// "AB12". The row is 0 when the text has none.
Address parse_address(std::string_view text) {
  Address address;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; ++i)
    address.column = address.column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
  if (address.column > 0) --address.column;
  std::from_chars(text.data() + i, text.data() + text.size(), address.row);
  return address;
}

struct Rows {
  std::int64_t first = 0, last = 0;
};

// In order and apart, so that they can be searched; never more than a sheet has rows.
void tidy(std::vector<Rows>& ranges) {
  std::ranges::sort(ranges, {}, &Rows::first);
  std::size_t kept = 0;
  for (const Rows range : ranges) {
    if (kept > 0 && range.first <= ranges[kept - 1].last + 1) {
      ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

// The rows that `<mergeCell ref="A2:B3"/>` covers.
std::optional<Rows> merged_rows(std::string_view tag) {
  const auto name = tag.find("ref=");
  if (name == std::string_view::npos || name + 5 > tag.size()) return std::nullopt;
  const std::string_view range = tag.substr(name + 5, tag.find(tag[name + 4], name + 5) - name - 5);
  const auto colon = range.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const Rows rows{parse_address(range.substr(0, colon)).row,
                  parse_address(range.substr(colon + 1)).row};
  if (rows.first < 1 || rows.first > rows.last || rows.last > sheet_rows_max) return std::nullopt;
  return rows;
}

std::vector<Rows> read_merges(const std::shared_ptr<Archive>& archive, const std::string& path) {
  Entry entry(archive, path);
  constexpr std::string_view tag = "mergeCell ";
  constexpr std::size_t tag_bytes_max = 4'096;
  std::vector<Rows> merges;
  std::string buffer;
  // Merged cells stand behind all rows; looking for the one tag is much faster than reading every
  // cell.
  while (entry.read(buffer)) {
    for (std::size_t at = 0;;) {
      const auto found = buffer.find(tag, at);
      const auto end = found == std::string::npos ? found : buffer.find('>', found);
      if (end == std::string::npos) {
        const std::size_t keep = found == std::string::npos
                                     ? std::min(buffer.size() - at, tag.size())
                                     : buffer.size() - found;
        if (keep > Entry::piece_bytes + tag_bytes_max) throw Failure(damaged_archive());
        buffer.erase(0, buffer.size() - keep);
        break;
      }
      if (const auto rows = merged_rows(std::string_view(buffer).substr(found, end - found)))
        merges.push_back(*rows);
      if (merges.size() > 2 * static_cast<std::size_t>(sheet_rows_max)) tidy(merges);
      at = end;
    }
  }
  tidy(merges);
  return merges;
}

std::string day_text(double serial, bool from_1904) {
  const auto days = static_cast<std::int32_t>(std::floor(serial));
  // The 1900 system counts a 29 February 1900 that never was.
  const Date day = from_1904   ? Date(1904, 1, 1).plus_days(days)
                   : days < 60 ? Date(1899, 12, 31).plus_days(days)
                               : Date(1899, 12, 30).plus_days(days);
  return to_string(day);
}

std::string number_text(double value) {
  std::array<char, 400> digits;
  const auto [end, fault] =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return fault == std::errc{} ? std::string(digits.data(), end) : std::string();
}

struct SheetRow {
  std::int64_t number = 0;
  std::vector<std::string> cells;
  std::vector<Error> faults;
  bool too_long = false;  // there was more text than a row may hold; it was dropped
  bool broken = false;    // there were bytes that are no text; they were replaced
  bool blank() const {
    return std::ranges::all_of(cells, [](const std::string& cell) { return trim(cell).empty(); });
  }
};

class XlsxTable final : public Table {
 public:
  XlsxTable(std::shared_ptr<Archive> archive, const TableLimits& limits)
      : archive_(std::move(archive)), limits_(limits) {
    notes_.format = "xlsx";
    notes_.encoding = "UTF-8";
  }

  // Finds the sheet and its header.
  std::optional<Error> begin() {
    const Workbook workbook = read_workbook(archive_);
    const auto paths = read_relations(archive_);
    from_1904_ = workbook.from_1904;
    styles_ = read_styles(archive_);
    strings_ = read_strings(archive_);
    for (const Sheet& sheet : workbook.sheets) {
      const auto path = paths.find(sheet.relation);
      if (!sheet.visible || path == paths.end()) continue;
      open_sheet(path->second);
      notes_.sheet = repaired(clip(sheet.name, sheet_name_bytes));
      SheetRow row;
      if (next_row(row)) return take_header(std::move(row));
    }
    return file_error("empty", {"工作簿中没有内容。", "The workbook has no content."},
                      {"请核对是否选对了文件。", "Check that it is the right file."});
  }

  const std::vector<std::string>& header() const override { return header_; }
  const TableNotes& notes() const override { return notes_; }
  std::uint64_t bytes_read() const override { return bytes_read_; }

  bool next_block(RowBlock& block, std::size_t max_rows) override {
    SheetRow row;
    while (block.size() < max_rows && block.bytes() < block_bytes && next_row(row)) put(block, row);
    bytes_read_ = entry_->compressed_done();
    return block.size() > 0;
  }

 private:
  void open_sheet(const std::string& path) {
    merges_ = read_merges(archive_, path);
    entry_ = std::make_unique<Entry>(archive_, path, false);
    xml_ = std::make_unique<XmlStream>([this](std::string& out) { return entry_->read(out); });
    row_number_ = 0;
    in_data_ = false;
  }

  // A title above the header is one merged cell; it is passed over.
  std::optional<Error> take_header(SheetRow row) {
    const auto filled =
        std::ranges::count_if(row.cells, [](const auto& cell) { return !trim(cell).empty(); });
    if (filled == 1 && is_merged(row.number) && !next_row(row)) row = {};
    mend(row);
    if (!row.faults.empty()) return row.faults.front();
    auto header = tidy_header(std::move(row.cells), limits_);
    if (!header) return header.error();
    header_ = std::move(*header);
    return std::nullopt;
  }

  bool is_merged(std::int64_t row) const {
    const auto after = std::ranges::upper_bound(merges_, row, {}, &Rows::first);
    return after != merges_.begin() && row <= std::prev(after)->last;
  }

  // The next row that is not blank.
  bool next_row(SheetRow& row) {
    for (;;) {
      const auto event = xml_->next();
      if (event == Event::end) {
        if (in_data_) throw Failure(damaged_archive());  // cut short: rows are missing
        return false;
      }
      if (xml_->name() == "sheetData" && event != Event::text) in_data_ = event == Event::open;
      if (event != Event::open || xml_->name() != "row") continue;
      const auto number = xml_->attribute("r");
      const std::int64_t next = number.empty() ? row_number_ + 1 : to_int(number);
      if (next <= row_number_) throw Failure(damaged_archive());  // two rows of one number
      row_number_ = next;
      row = {row_number_, {}, {}};
      read_cells(row);
      if (!row.blank() || !row.faults.empty() || row.too_long) return true;
    }
  }

  void read_cells(SheetRow& row) {
    std::size_t column = 0, row_bytes = 0;
    for (auto event = xml_->next(); event != Event::end; event = xml_->next()) {
      if (event == Event::close && xml_->name() == "row") return;
      if (event != Event::open || xml_->name() != "c") continue;
      const std::string reference(xml_->attribute("r"));
      if (!reference.empty()) column = parse_address(reference).column;
      std::string value = read_cell(row, reference);
      if (!is_utf8(value)) {
        value = repaired(value);
        row.broken = true;
      }
      given_bytes_ += value.size();
      if (given_bytes_ > limits_.expanded_bytes) throw Failure(zip_bomb());
      row_bytes += value.size();
      row.too_long = row.too_long || row_bytes > limits_.row_bytes();
      if (row.too_long) std::string().swap(value);  // its memory too
      if (column >= limits_.columns) {
        // Formatting reaches to the edge of the sheet; only content there is wrong.
        if (!trim(value).empty() && row.faults.size() < faults_per_row)
          row.faults.push_back(ragged_fault(column + 1, header_.size()));
      } else {
        if (row.cells.size() <= column) row.cells.resize(column + 1);
        row.cells[column] = std::move(value);
      }
      ++column;
    }
    throw Failure(damaged_archive());
  }

  std::string read_cell(SheetRow& row, const std::string& reference) {
    const std::string type(xml_->attribute("t"));
    const auto style = static_cast<std::size_t>(to_int(xml_->attribute("s")));
    std::string value;
    bool formula = false, in_value = false;
    int phonetic = 0;
    for (auto event = xml_->next(); event != Event::end; event = xml_->next()) {
      const auto name = xml_->name();
      if (event == Event::close && name == "c") break;
      if (event == Event::text) {
        if (in_value && phonetic == 0) append_bounded(value, xml_->text());
        continue;
      }
      if (name == "f") formula = true;
      if (name == "rPh") phonetic += event == Event::open ? 1 : -1;
      if (name == "v" || name == "t") in_value = event == Event::open;
    }
    if (formula) {
      add_fault(row.faults, formula_fault(reference));
    } else if (type == "e") {
      add_fault(row.faults, cell_error_fault(reference, repaired(clip(value, named_bytes))));
    } else {
      return meaning(row, type, style, value, reference);
    }
    return {};
  }

  // As much of a text as tells that a cell is too long.
  std::string_view bounded(std::string_view text) const {
    return clip(text, limits_.cell_bytes + 4);
  }
  void append_bounded(std::string& value, std::string_view text) const {
    value += bounded(text);
    value.resize(bounded(value).size());
  }

  std::string meaning(SheetRow& row, const std::string& type, std::size_t style,
                      const std::string& value, const std::string& reference) {
    if (value.empty()) return {};
    if (type == "s")
      return without_escapes(
          std::string(bounded(strings_.at(static_cast<std::size_t>(to_int(value))))));
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type == "d") return value.substr(0, 10);
    if (!type.empty() && type != "n") return without_escapes(value);
    double number = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault != std::errc{} || end != value.data() + value.size()) return value;
    if (style < styles_.size() && styles_[style] && number >= 0 && number < 3'000'000)
      return day_text(number, from_1904_);
    if (std::fabs(number) >= digits_kept) add_fault(row.faults, damaged_number_fault(reference));
    return number_text(number);
  }

  // What is wrong with the row's texts as texts.
  void mend(SheetRow& row) const {
    bool long_cell = row.too_long, nul = false;
    for (auto& cell : row.cells) {
      nul = nul || cell.find('\0') != std::string::npos;
      if (cell.size() <= limits_.cell_bytes) continue;
      long_cell = true;
      cell = std::string(clip(cell, shown_bytes));
    }
    if (long_cell) add_fault(row.faults, long_cell_fault(limits_.cell_bytes));
    if (nul) add_fault(row.faults, nul_fault());
    if (row.broken) add_fault(row.faults, encoding_fault());
  }

  void put(RowBlock& block, SheetRow& row) {
    block.begin_row(row.number);
    while (row.cells.size() > header_.size() && trim(row.cells.back()).empty())
      row.cells.pop_back();
    if (row.cells.size() > header_.size())
      add_fault(row.faults, ragged_fault(row.cells.size(), header_.size()));
    row.cells.resize(std::max(row.cells.size(), header_.size()));
    mend(row);
    for (const auto& cell : row.cells) block.add_cell(cell);
    if (is_merged(row.number)) add_fault(row.faults, merged_fault());
    for (auto& fault : row.faults) block.add_fault(std::move(fault));
    block.end_row();
  }

  std::shared_ptr<Archive> archive_;
  TableLimits limits_;
  TableNotes notes_;
  std::vector<std::string> header_;
  Strings strings_;
  std::vector<bool> styles_;
  bool from_1904_ = false;
  std::vector<Rows> merges_;
  std::unique_ptr<Entry> entry_;
  std::unique_ptr<XmlStream> xml_;
  std::int64_t row_number_ = 0;
  std::uint64_t given_bytes_ = 0;  // text handed out as cells
  bool in_data_ = false;           // between the beginning and the end of the rows
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

}  // namespace

// The one place where this reader's failures become an error value: they all say "not this file".
Result<std::unique_ptr<Table>> open_xlsx(SharedFile file, const TableLimits& limits) {
  try {
    auto table = std::make_unique<XlsxTable>(Archive::open(std::move(file), limits), limits);
    if (auto wrong = table->begin()) return std::move(*wrong);
    return std::unique_ptr<Table>(std::move(table));
  } catch (const Failure& failure) {
    return failure.error();
  }
}

}  // namespace credence::app
