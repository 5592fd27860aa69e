// SPDX-License-Identifier: Apache-2.0
#include "app/intake/rejects.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <memory>

#include "app/access/values.h"
#include "app/intake/row_statements.h"
#include "app/intake/tabular/table.h"
#include "app/intake/tabular/writer.h"
#include "base/text.h"
#include "wire/from_json.h"

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

const rulebook::Field* field_named(const rulebook::Item& item, const std::string& code) {
  const auto field = std::ranges::find(item.fields, code, &rulebook::Field::code);
  return field == item.fields.end() ? nullptr : &*field;
}

// The added columns for one row.
std::array<std::string, reject_columns.size()> reasons_in_columns(const rulebook::Item& item,
                                                                  const JournaledRow& row) {
  std::array<std::string, reject_columns.size()> columns;
  columns[0] = std::to_string(row.row);
  for (const RefusalReason& reason : row.reasons) {
    if (const auto* field = field_named(item, reason.field)) join(columns[1], field->label.zh);
    join(columns[2], reason.id);
    join(columns[3], reason.message.zh);
    join(columns[4], reason.remedy.zh);
    if (!reason.basis.empty()) join(columns[5], reason.basis);
  }
  return columns;
}

// Only what refuses the row: warnings are in the receipt.
std::vector<RefusalReason> reasons_of(const rulebook::Item& item, const RefusedRow& row) {
  std::vector<RefusalReason> reasons;
  for (const Finding& finding : *row.findings) {
    if (finding.warning) continue;
    const auto field = static_cast<std::size_t>(finding.field);
    reasons.push_back({finding.field < 0 ? "" : item.fields[field].code, finding.id,
                       finding.message, finding.remedy, finding.basis});
  }
  return reasons;
}

Error damaged_line() {
  return make_error(ErrorCode::internal, "record.damaged",
                    {"拒收日记的一行已损坏。", "A line of the journal of refusals is damaged."},
                    {"请运行一致性检查并从备份恢复。", "Run fsck and restore from a backup."});
}

// Journal lines back as rows of the two files.
class RejectFiles {
 public:
  RejectFiles(const std::filesystem::path& folder, const rulebook::Item& item,
              const std::vector<std::string>& header)
      : item_(item), columns_(header.size()) {
    std::vector<WriterColumn> columns;
    for (const auto column : reject_columns)
      columns.push_back({std::string(column), "", {}, false});
    for (const auto& name : header) columns.push_back({name, "", {}, false});
    csv_ = make_csv_writer(folder / "rejects.csv", columns);
    xlsx_ = make_xlsx_writer(folder / "rejects.xlsx", columns);
  }

  void add(const std::string& line) {
    const auto row = journaled_row(line).or_throw();
    const auto said = reasons_in_columns(item_, row);
    std::vector<std::string_view> cells(said.begin(), said.end());
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    cells.resize(reject_columns.size() + columns_);
    csv_->write(cells);
    xlsx_->write(cells);
  }
  void close() {
    csv_->close();
    xlsx_->close();
  }

 private:
  const rulebook::Item& item_;
  std::size_t columns_;
  std::unique_ptr<TableWriter> csv_, xlsx_;
};

}  // namespace

bool is_reject_column(std::string_view header) {
  return std::ranges::find(reject_columns, trim(header)) != reject_columns.end();
}

Result<JournaledRow> journaled_row(const std::string& line) {
  auto values = decode_values(line, cells_max);
  if (!values) return values.error();
  auto last = values->end();
  while (last - values->begin() > 2 && (last - 1)->empty()) --last;  // what decoding padded
  boost::system::error_code fault;
  const auto parsed = boost::json::parse((*values)[1], fault);
  if (fault) return damaged_line();
  auto reasons = wire::from_json<std::vector<RefusalReason>>(parsed);
  if (!reasons) return damaged_line();
  return JournaledRow{row_of_journal_line(line), std::move(*reasons), {values->begin() + 2, last}};
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
  const std::string number = std::to_string(row.row),
                    reasons = wire::to_line(reasons_of(item, row));
  std::vector<std::string_view> values{number, reasons};
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
                                            const rulebook::Item& item,
                                            const std::vector<std::string>& header) {
  std::ifstream journal(folder / journal_name, std::ios::binary);
  std::string line;
  if (!std::getline(journal, line)) return {};
  // A corrected reject file that is refused again already carries our columns; they are not
  // doubled.
  std::vector<std::string> own;
  for (const auto& name : header) own.push_back(is_reject_column(name) ? "上次" + name : name);
  RejectFiles files(folder, item, own);
  do {
    files.add(line);
  } while (std::getline(journal, line));
  files.close();
  return {"rejects.csv", "rejects.xlsx"};
}

namespace {

Error destroyed() {
  return make_error(ErrorCode::not_found, "intake.rejects_destroyed",
                    {"这次报送的拒收清单已不在：其中的个人信息已依法销毁。",
                     "The refused rows of this submission are gone: personal data in them was "
                     "lawfully destroyed."},
                    {"请从本单位的原始文件更正。", "Correct them in your own file."},
                    "PIPL-2021/47");
}

Error no_row_begins() {
  return make_error(ErrorCode::invalid, "intake.after",
                    {"after 不是上一页的 next。", "`after` is not the `next` of a page before."},
                    {"请从第一页读起。", "Begin with the first page."});
}

// The byte a page begins at, if a line does; the journal stands there then.
std::optional<std::int64_t> page_begin(std::ifstream& journal, std::string_view after,
                                       std::int64_t bytes) {
  std::int64_t at = 0;
  if (after.empty()) return at;
  const auto [end, fault] = std::from_chars(after.data(), after.data() + after.size(), at);
  if (fault != std::errc{} || end != after.data() + after.size()) return std::nullopt;
  if (at < 1 || at >= bytes) return std::nullopt;
  journal.seekg(at - 1);
  return journal.get() == '\n' ? std::optional(at) : std::nullopt;
}

}  // namespace

Result<JournaledRows> journaled_rows(const std::filesystem::path& folder, std::string_view after,
                                     std::int64_t bytes, std::size_t most) {
  std::ifstream journal(folder / journal_name, std::ios::binary);
  if (!journal) return destroyed();
  const auto begin = page_begin(journal, after, bytes);
  if (!begin) return no_row_begins();
  JournaledRows found;
  std::int64_t at = *begin;
  for (std::string line; found.rows.size() < most && at < bytes && std::getline(journal, line);) {
    auto row = journaled_row(line);
    if (!row) return row.error();
    found.rows.push_back(std::move(*row));
    at += static_cast<std::int64_t>(line.size()) + 1;
  }
  if (at < bytes) found.next = std::to_string(at);
  return found;
}

Result<std::vector<std::string>> header_of_rejects(const std::filesystem::path& folder) {
  const auto table = open_table(folder / "rejects.csv");
  if (!table) return table.error();
  const auto& header = (*table)->header();
  const auto added = static_cast<std::ptrdiff_t>(std::min(reject_columns.size(), header.size()));
  return std::vector<std::string>(header.begin() + added, header.end());
}

}  // namespace credence::app
