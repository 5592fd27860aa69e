// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "app/intake/tabular/table.h"

// Files of rows for tests: read whole, with everything that was said of them, and workbooks made of
// any XML.

namespace credence::testing {

struct ReadRow {
  std::int64_t number = 0;
  std::vector<std::string> cells;
  std::vector<std::string> faults;  // their ids
  std::vector<std::string> words;   // and all they say
  bool operator==(const ReadRow&) const = default;
};

struct ReadFile {
  std::vector<std::string> header;
  std::string format, encoding, sheet;
  std::vector<ReadRow> rows;
  std::string error, words;  // of the file as a whole, at its beginning or further on
  bool operator==(const ReadFile&) const = default;
};

inline std::string all_words(const Error& error) {
  return to_text(error, true) + to_text(error, false) + error.place.file +
         std::to_string(error.place.row) + std::to_string(static_cast<int>(error.code));
}

inline ReadRow read_row(const app::Row& row) {
  ReadRow one{row.number, {row.cells.begin(), row.cells.end()}, {}, {}};
  for (const auto& fault : row.faults) {
    one.faults.push_back(fault.id);
    one.words.push_back(all_words(fault));
  }
  return one;
}

inline void read_rows(app::Table& table, std::size_t at_once, ReadFile& out) {
  app::Row row;
  for (app::RowBlock block; table.next_block(block, at_once); block = app::RowBlock()) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      block.row(i, row);
      out.rows.push_back(read_row(row));
    }
  }
}

inline ReadFile read_whole(Result<std::unique_ptr<app::Table>> table, std::size_t at_once = 7) {
  ReadFile out;
  const auto wrong = [&](const Error& error) {
    out.error = error.id;
    out.words = all_words(error);
    return out;
  };
  if (!table) return wrong(table.error());
  const auto& notes = (*table)->notes();
  out = {(*table)->header(), notes.format, notes.encoding, notes.sheet, {}, {}, {}};
  try {
    read_rows(**table, at_once, out);
  } catch (const Failure& failure) {
    return wrong(failure.error());
  }
  return out;
}

using Parts = std::vector<std::pair<std::string, std::string>>;  // name, content

inline void write_zip(const std::filesystem::path& path, const Parts& parts, bool secret = false) {
  int fault = 0;
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault);
  if (zip == nullptr) throw std::runtime_error("zip_open");
  for (const auto& [name, text] : parts) {
    const auto at =
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    if (secret)
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, "password");
  }
  if (zip_close(zip) != 0) throw std::runtime_error("zip_close");
}

// A workbook of one sheet, with the sheet's XML as given, and other parts besides.
inline void write_workbook(const std::filesystem::path& path, const std::string& sheet,
                           const Parts& more = {}, bool secret = false) {
  Parts parts = {
      {"xl/workbook.xml",
       "<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
       "</Relationships>"},
      {"xl/worksheets/sheet1.xml", sheet}};
  parts.insert(parts.end(), more.begin(), more.end());
  write_zip(path, parts, secret);
}

inline std::string cell(const std::string& address, const std::string& text) {
  return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline const std::string sheet_head =
    "<worksheet><sheetData><row r=\"1\">" + cell("A1", "a") + cell("B1", "b") + "</row>";
inline const std::string sheet_tail = "</sheetData></worksheet>";

}  // namespace credence::testing
