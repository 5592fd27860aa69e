// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <utility>
#include <vector>

#include "app/intake/tabular/writer.h"
#include "base/error.h"
#include "base/text.h"

namespace credence::app {
namespace {

constexpr lxw_row_t last_row = LXW_ROW_MAX - 1;
constexpr std::size_t list_bytes_max =
    255;  // of a drop-down list: Excel allows as many characters, but
          // libxlsxwriter copies the list into a buffer of that many bytes
constexpr std::size_t cell_chars_max = 32'767;  // likewise

// What a spreadsheet would take for an escape ("_x0041_"), and NUL, which a C string cannot carry,
// are escaped.
void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\0') {
      out += "_x0000_";
      continue;
    }
    const std::string_view rest = text.substr(at, 7);
    const bool looks =
        rest.size() == 7 && rest.starts_with("_x") && rest[6] == '_' &&
        rest.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    out += looks ? "_x005F_" : text.substr(at, 1);
  }
}

class XlsxWriter final : public TableWriter {
 public:
  XlsxWriter(const std::filesystem::path& path, std::span<const WriterColumn> columns)
      : path_(path), part_(path.string() + ".part"), columns_(columns.begin(), columns.end()) {
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(part_.c_str(), &options);
    text_ = workbook_add_format(book_);
    format_set_num_format(text_, "@");
    begin_sheet();
  }
  ~XlsxWriter() override {
    if (book_ == nullptr) return;
    workbook_close(book_);
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
  }
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void write(std::span<const std::string_view> cells) override {
    if (row_ > last_row) begin_sheet();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      cell_.clear();
      append_escaped(length(cells[i]) > cell_chars_max ? clip(cells[i], cell_chars_max) : cells[i],
                     cell_);
      worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(i), cell_.c_str(), text_);
    }
    ++row_;
  }

  void close() override {
    add_notes();
    const auto fault = workbook_close(std::exchange(book_, nullptr));
    if (fault != LXW_NO_ERROR) fail(lxw_strerror(fault));
    std::error_code refused;
    std::filesystem::rename(part_, path_, refused);
    if (refused) fail(refused.message());
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
    Error error =
        make_error(ErrorCode::unavailable, "file.unwritable",
                   {"文件无法写入：" + why + "。", "The file cannot be written: " + why + "."},
                   {"请检查磁盘空间和目录权限。", "Check disk space and permissions."});
    error.place.file = path_.filename().string();
    throw Failure(std::move(error));
  }

  void begin_sheet() {
    sheet_ = workbook_add_worksheet(book_, nullptr);
    row_ = 1;
    worksheet_freeze_panes(sheet_, 1, 0);
    lxw_format* plain = header_format(false);
    lxw_format* required = header_format(true);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, 20, text_);
      worksheet_write_string(sheet_, 0, at, columns_[i].header.c_str(),
                             columns_[i].required ? required : plain);
      add_list(at, columns_[i]);
    }
  }

  lxw_format* header_format(bool required) {
    lxw_format* format = workbook_add_format(book_);
    format_set_bold(format);
    format_set_bg_color(format, 0xEEF3F8);
    if (required) format_set_font_color(format, 0xB00020);
    return format;
  }

  // Only what can be chosen as it stands: "其他-" asks for words of one's own, so other entries are
  // let through.
  void add_list(lxw_col_t at, const WriterColumn& column) {
    std::vector<char*> list;
    std::size_t bytes = 0;
    for (const auto& choice : column.choices) {
      list.push_back(const_cast<char*>(choice.c_str()));  // the library only reads it
      if (contains(choice, ",")) return;                  // Excel would take it for two
      bytes += choice.size() + 1;
    }
    if (list.empty() || bytes > list_bytes_max) return;
    list.push_back(nullptr);
    lxw_data_validation rule = {};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    worksheet_data_validation_range(sheet_, 1, at, last_row, at, &rule);
  }

  // What each column wants, on a sheet of its own behind the data.
  void add_notes() {
    bool any = false;
    for (const auto& column : columns_) any = any || !column.note.empty();
    if (!any) return;
    lxw_worksheet* notes = workbook_add_worksheet(book_, "填写说明");
    worksheet_set_column(notes, 0, 0, 30, nullptr);
    worksheet_set_column(notes, 1, 1, 90, nullptr);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      worksheet_write_string(notes, static_cast<lxw_row_t>(i), 0, columns_[i].header.c_str(),
                             nullptr);
      worksheet_write_string(notes, static_cast<lxw_row_t>(i), 1, columns_[i].note.c_str(),
                             nullptr);
    }
  }

  std::filesystem::path path_, part_;
  std::vector<WriterColumn> columns_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_row_t row_ = 1;
  std::string cell_;
};

}  // namespace

std::unique_ptr<TableWriter> make_xlsx_writer(const std::filesystem::path& path,
                                              std::span<const WriterColumn> columns) {
  return std::make_unique<XlsxWriter>(path, columns);
}

}  // namespace credence::app
