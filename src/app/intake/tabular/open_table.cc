// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/readers.h"
#include "base/text.h"

namespace credence::app {
namespace {

struct Signature {
  std::string_view bytes, zh, en;
};

// Files that people send by mistake, by their first bytes.
constexpr std::array<Signature, 8> foreign = {{
    {"%PDF", "PDF 文档", "a PDF document"},
    {"\x89PNG", "图片", "a picture"},
    {"\xFF\xD8\xFF", "图片", "a picture"},
    {"\x1F\x8B", "gzip 压缩包", "a gzip archive"},
    {"\x28\xB5\x2F\xFD", "zstd 压缩包", "a zstd archive"},
    {"Rar!", "RAR 压缩包", "a RAR archive"},
    {"7z\xBC\xAF", "7z 压缩包", "a 7z archive"},
    {"{\\rtf", "RTF 文档", "an RTF document"},
}};

constexpr std::string_view compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

Error wrong_form(std::string_view zh, std::string_view en) {
  return file_error(
      "format",
      {"这是" + std::string(zh) + "，不是数据表。",
       "This is " + std::string(en) + ", not a table."},
      {"请发送 CSV、XLSX 或 JSON Lines 文件。", "Send a CSV, XLSX or JSON Lines file."});
}

// Its directory lies anywhere in the file; the header says in which sector ([MS-CFB] 2.2).
std::string directory_of(const ForeignFile& file, std::string_view head) {
  const auto byte = [&](std::size_t at) {
    return at < head.size() ? static_cast<std::uint64_t>(static_cast<unsigned char>(head[at])) : 0;
  };
  const std::uint64_t sector = byte(0x30) | byte(0x31) << 8 | byte(0x32) << 16 | byte(0x33) << 24;
  const std::uint64_t shift = byte(0x1E) == 12 ? 12 : 9;
  return file.piece((sector + 1) << shift, 4'096);
}

// An old workbook and an encrypted new one share their container; the latter names its stream in
// UTF-16.
Error compound_file(const ForeignFile& file, std::string_view head) {
  constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  if (contains(head, encrypted) || contains(directory_of(file, head), encrypted)) {
    return file_error("encrypted",
                      {"文件设有打开密码。", "The workbook is protected by a password."},
                      {"请取消密码后再报送。", "Remove the password and send it again."});
  }
  return file_error("format",
                    {"这是旧版 Excel（.xls）文件。", "This is an old Excel (.xls) workbook."},
                    {"请另存为 .xlsx 或 CSV。", "Save it as .xlsx or CSV."});
}

}  // namespace

Result<std::vector<std::string>> tidy_header(std::vector<std::string> cells,
                                             const TableLimits& limits) {
  for (auto& cell : cells) cell = std::string(trim(cell));
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (cells.empty()) {
    return file_error("headers_empty", {"第一行没有表头。", "The first row holds no headers."},
                      {"请在第一行写列名；可下载模板。",
                       "Put the column names in the first row; there is a template."});
  }
  if (cells.size() > limits.columns) {
    return file_error("columns", {"列数过多。", "There are too many columns."},
                      {"请核对分隔符和文件。", "Check the separator and the file."},
                      ErrorCode::limit);
  }
  if (std::ranges::any_of(cells, [](const auto& cell) { return cell.size() > header_bytes; })) {
    return file_error(
        "header_too_long",
        {"有列名超过 " + std::to_string(header_bytes) + " 字节。",
         "A column name is longer than " + std::to_string(header_bytes) + " bytes."},
        {"请核对第一行是否为表头。", "Check that the first row holds the column names."});
  }
  return cells;
}

Result<std::unique_ptr<Table>> open_table(SharedFile file, const TableLimits& limits) {
  const std::string head = file->piece(0, 1 << 16);
  if (std::string_view(head).starts_with("PK\x03\x04")) return open_xlsx(std::move(file), limits);
  if (std::string_view(head).starts_with(compound)) return compound_file(*file, head);
  for (const auto& form : foreign) {
    if (head.starts_with(form.bytes)) return wrong_form(form.zh, form.en);
  }
  const std::string_view text = trim(head);
  if (text.starts_with("{")) return open_jsonl(std::move(file), limits);
  if (text.starts_with("<")) return wrong_form("网页或 XML 文件", "a web page or XML file");
  return open_csv(std::move(file), limits);
}

Result<std::unique_ptr<Table>> open_table(const std::filesystem::path& path,
                                          const TableLimits& limits) {
  auto file = ForeignFile::open(path);
  if (!file) return file.error();
  return open_table(std::move(*file), limits);
}

TableOpener reading_here() {
  return [](const std::filesystem::path& path) { return open_table(path); };
}

}  // namespace credence::app
