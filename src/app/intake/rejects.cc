// SPDX-License-Identifier: Apache-2.0
#include "app/intake/rejects.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <memory>

#include "app/access/values.h"
#include "app/intake/tabular/writer.h"
#include "base/text.h"

namespace credence::app {
namespace {

constexpr const char* journal_name = "rejects.jsonl";
constexpr std::array<std::string_view, 6> reject_columns = {"原行号", "错误栏", "错误代码",
                                                            "问题",   "怎么改", "依据"};
// Longest field count of an item; a journal line holds more only when it is damaged.
constexpr std::size_t cells_max = 4'096;

Failure journal_failure(const std::string& name) {
  Error error = make_error(
      ErrorCode::unavailable, "file.unwritable",
      {"拒收清单无法写入：" + std::string(std::strerror(errno)) + "。",
       "The reject file cannot be written: " + std::string(std::strerror(errno)) + "."},
      {"请检查磁盘空间，然后重新报送同一文件；已入库的行不会重复。",
       "Check disk space and send the same file again; rows already taken are not doubled."});
  error.place.file = name;
  return Failure(std::move(error));
}

void join(std::string& text, const std::string& part) {
  if (contains(text, part)) return;
  text += (text.empty() ? "" : "；") + part;
}

// The added columns for one row; only what refuses it, warnings are in the receipt.
std::array<std::string, reject_columns.size()> reasons(const rulebook::Item& item,
                                                       const RefusedRow& row) {
  std::array<std::string, reject_columns.size()> columns;
  columns[0] = std::to_string(row.row);
  for (const Finding& finding : *row.findings) {
    if (finding.warning) continue;
    if (finding.field >= 0) {
      join(columns[1], item.fields[static_cast<std::size_t>(finding.field)].label.zh);
    }
    join(columns[2], finding.id);
    join(columns[3], finding.message.zh);
    join(columns[4], finding.remedy.zh);
    if (!finding.basis.empty()) join(columns[5], finding.basis);
  }
  return columns;
}

// Journal lines back as rows of the two files.
class RejectFiles {
 public:
  RejectFiles(const std::filesystem::path& folder, const std::vector<std::string>& header)
      : columns_(header.size()) {
    std::vector<WriterColumn> columns;
    for (const auto column : reject_columns)
      columns.push_back({std::string(column), "", {}, false});
    for (const auto& name : header) columns.push_back({name, "", {}, false});
    csv_ = make_csv_writer(folder / "rejects.csv", columns);
    xlsx_ = make_xlsx_writer(folder / "rejects.xlsx", columns);
  }

  void add(const std::string& line) {
    const auto values = decode_values(line, cells_max).or_throw();
    std::vector<std::string_view> cells(values.begin(), values.end());
    cells.resize(reject_columns.size() + columns_);
    csv_->write(cells);
    xlsx_->write(cells);
  }
  void close() {
    csv_->close();
    xlsx_->close();
  }

 private:
  std::size_t columns_;
  std::unique_ptr<TableWriter> csv_, xlsx_;
};

}  // namespace

bool is_reject_column(std::string_view header) {
  return std::ranges::find(reject_columns, trim(header)) != reject_columns.end();
}

RejectJournal::RejectJournal(const std::filesystem::path& folder, std::int64_t bytes)
    : bytes_(bytes), name_((folder / journal_name).string()) {
  std::filesystem::create_directories(folder);
  file_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file_ < 0 || ::ftruncate(file_, bytes_) != 0 || ::lseek(file_, 0, SEEK_END) < 0) {
    throw journal_failure(name_);
  }
}

RejectJournal::~RejectJournal() {
  if (file_ >= 0) ::close(file_);
}

std::string RejectJournal::add(const rulebook::Item& item, const RefusedRow& row) {
  const auto columns = reasons(item, row);
  std::vector<std::string_view> values(columns.begin(), columns.end());
  values.insert(values.end(), row.cells.begin(), row.cells.end());
  std::vector<std::string> cleaned;  // bytes that are not text would make a journal nobody can read
  cleaned.reserve(values.size());
  for (auto& value : values) {
    if (!is_valid_utf8(value)) value = cleaned.emplace_back(to_utf8(to_code_points(value)));
  }
  std::string line;
  encode_values(values, line);
  pending_ += line + '\n';
  return line;
}

std::int64_t RejectJournal::flush() {
  if (pending_.empty()) return bytes_;
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const auto n = ::write(file_, rest.data(), rest.size());
    if (n <= 0) throw journal_failure(name_);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fdatasync(file_) != 0) throw journal_failure(name_);
  bytes_ += static_cast<std::int64_t>(pending_.size());
  pending_.clear();
  return bytes_;
}

std::vector<std::string> write_reject_files(const std::filesystem::path& folder,
                                            const std::vector<std::string>& header) {
  std::ifstream journal(folder / journal_name, std::ios::binary);
  std::string line;
  if (!std::getline(journal, line)) return {};
  // A corrected reject file that is refused again already carries our columns; they are not
  // doubled.
  std::vector<std::string> own;
  for (const auto& name : header) own.push_back(is_reject_column(name) ? "上次" + name : name);
  RejectFiles files(folder, own);
  do {
    files.add(line);
  } while (std::getline(journal, line));
  files.close();
  return {"rejects.csv", "rejects.xlsx"};
}

}  // namespace credence::app
