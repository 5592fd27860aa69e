// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "app/intake/tabular/writer.h"
#include "base/error.h"

namespace credence::app {
namespace {

// Text written beside its place and moved there when complete.
class PlainFile {
 public:
  explicit PlainFile(const std::filesystem::path& path)
      : path_(path),
        part_(path.string() + ".part"),
        out_(part_, std::ios::binary | std::ios::trunc) {
    if (!out_) fail();
  }
  ~PlainFile() {
    if (out_.is_open()) {
      out_.close();
      std::error_code ignored;
      std::filesystem::remove(part_, ignored);
    }
  }
  PlainFile(const PlainFile&) = delete;
  PlainFile& operator=(const PlainFile&) = delete;

  void write(std::string_view text) {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out_) fail();
  }
  void close() {
    out_.close();
    if (!out_) fail();
    std::error_code refused;
    std::filesystem::rename(part_, path_, refused);
    if (refused) {
      errno = refused.value();
      fail();
    }
  }

 private:
  [[noreturn]] void fail() const {
    Error error =
        make_error(ErrorCode::unavailable, "file.unwritable",
                   {"文件无法写入：" + std::string(std::strerror(errno)) + "。",
                    "The file cannot be written: " + std::string(std::strerror(errno)) + "."},
                   {"请检查磁盘空间和目录权限。", "Check disk space and permissions."});
    error.place.file = path_.filename().string();
    throw Failure(std::move(error));
  }
  std::filesystem::path path_, part_;
  std::ofstream out_;
};

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n;\t|=+-@") != std::string_view::npos ||
         (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
}

class CsvWriter final : public TableWriter {
 public:
  CsvWriter(const std::filesystem::path& path, std::span<const WriterColumn> columns)
      : file_(path) {
    file_.write("\xEF\xBB\xBF");
    std::vector<std::string_view> headers;
    for (const auto& column : columns) headers.push_back(column.header);
    write(headers);
  }
  void write(std::span<const std::string_view> cells) override {
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_ += ',';
      add(cells[i]);
    }
    line_ += "\r\n";
    file_.write(line_);
  }
  void close() override { file_.close(); }

 private:
  void add(std::string_view cell) {
    if (!needs_quotes(cell)) {
      line_ += cell;
      return;
    }
    line_ += '"';
    for (const char c : cell) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    line_ += '"';
  }
  PlainFile file_;
  std::string line_;
};

void append_json(std::string_view text, std::string& out) {
  constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += std::string("\\u00") + digits[byte >> 4] + digits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

class JsonLinesWriter final : public TableWriter {
 public:
  JsonLinesWriter(const std::filesystem::path& path, std::span<const WriterColumn> columns)
      : file_(path), columns_(columns.begin(), columns.end()) {}
  void write(std::span<const std::string_view> cells) override {
    line_ = "{";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      if (line_.size() > 1) line_ += ',';
      append_json(columns_[i].header, line_);
      line_ += ':';
      append_json(cells[i], line_);
    }
    line_ += "}\n";
    file_.write(line_);
  }
  void close() override { file_.close(); }

 private:
  PlainFile file_;
  std::vector<WriterColumn> columns_;
  std::string line_;
};

}  // namespace

std::unique_ptr<TableWriter> make_csv_writer(const std::filesystem::path& path,
                                             std::span<const WriterColumn> columns) {
  return std::make_unique<CsvWriter>(path, columns);
}

std::unique_ptr<TableWriter> make_jsonl_writer(const std::filesystem::path& path,
                                               std::span<const WriterColumn> columns) {
  return std::make_unique<JsonLinesWriter>(path, columns);
}

}  // namespace credence::app
