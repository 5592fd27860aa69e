// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/faults.h"

#include <algorithm>
#include <utility>

#include "app/intake/tabular/limits.h"
#include "base/text.h"

namespace credence::app {
namespace {

Error row_fault(const char* id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, std::string("row.") + id, std::move(message),
                    std::move(remedy));
}

// A foreign name as it is repeated in a message.
std::string shown(const std::string& name) {
  return name.size() <= named_bytes ? name : std::string(clip(name, named_bytes)) + "…";
}

// "AB12", or as much as looks like it.
std::string shown_address(const std::string& address) {
  constexpr std::size_t longest = 12;
  const auto end = address.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  return address.substr(0, std::min(end, longest));
}

}  // namespace

void add_fault(std::vector<Error>& faults, Error fault) {
  if (faults.size() < faults_per_row) faults.push_back(std::move(fault));
}

Error ragged_fault(std::size_t cells, std::size_t columns) {
  return row_fault(
      "ragged",
      {"本行有 " + std::to_string(cells) + " 列，表头有 " + std::to_string(columns) + " 列。",
       "The row has " + std::to_string(cells) + " cells; the header has " +
           std::to_string(columns) + "."},
      {"请补齐或删去多余的分隔符；内容中含逗号时整格加引号。",
       "Add or remove separators; a text that holds a comma must stand in quotation marks."});
}

Error unclosed_quote_fault() {
  return row_fault("unclosed_quote",
                   {"本行有一个引号没有闭合，后面各行已分别处理。",
                    "A quotation mark opened in this row is never closed; the rows after it were "
                    "read on their own."},
                   {"请补上或删去引号，内容里的引号写两个。",
                    "Close or remove the quotation mark; inside a text, write it twice."});
}

Error misplaced_quote_fault() {
  return row_fault("quote", {"引号之后还有文字。", "Text follows a closing quotation mark."},
                   {"内容里的引号请写两个。", "Inside a text, write a quotation mark twice."});
}

Error nul_fault() {
  return row_fault("nul", {"本行含有空字节（NUL）。", "The row holds NUL bytes."},
                   {"请从原系统重新导出。", "Export it again from its system."});
}

Error long_cell_fault(std::size_t limit) {
  return row_fault("cell_too_long",
                   {"有单元格超过 " + std::to_string(limit >> 10) + " KiB，此处只显示开头。",
                    "A cell is longer than " + std::to_string(limit >> 10) +
                        " KiB; only its beginning is shown here."},
                   {"请检查是否漏了引号或换行，或缩短内容。",
                    "Look for a missing quotation mark or line end, or shorten the text."});
}

Error encoding_fault() {
  return row_fault(
      "encoding",
      {"本行有无法按文件编码识别的字节。",
       "The row holds bytes that are not text in the file's encoding."},
      {"请以 UTF-8 或 GB18030 统一保存整份文件。", "Save the whole file as UTF-8 or GB18030."});
}

Error formula_fault(const std::string& address) {
  return row_fault("formula",
                   {"单元格 " + shown_address(address) + " 是公式。",
                    "Cell " + shown_address(address) + " is a formula."},
                   {"请选择性粘贴为“数值”后再报送。", "Paste it as a value and send again."});
}

Error merged_fault() {
  return row_fault("merged", {"本行含有合并单元格。", "The row holds merged cells."},
                   {"请取消合并，每行填写完整。", "Unmerge them and fill in every row."});
}

Error damaged_number_fault(const std::string& address) {
  return row_fault(
      "number_damaged",
      {"单元格 " + shown_address(address) + " 的长号码被表格软件改成了数值，末几位已丢失。",
       "The long code in cell " + shown_address(address) +
           " was turned into a number by the spreadsheet; its last digits are lost."},
      {"请先把该列设为“文本”，再重新录入号码。",
       "Format the column as text, then enter the code again."});
}

Error cell_error_fault(const std::string& address, const std::string& value) {
  return row_fault("cell_error",
                   {"单元格 " + shown_address(address) + " 是错误值 " + shown(value) + "。",
                    "Cell " + shown_address(address) + " holds the error " + shown(value) + "."},
                   {"请改正该单元格。", "Correct the cell."});
}

Error json_fault() {
  return row_fault("json", {"本行不是有效的 JSON 对象。", "The line is not a JSON object."},
                   {"每行写一个完整的 JSON 对象。", "Write one whole JSON object per line."});
}

Error nested_fault(const std::string& key) {
  return row_fault(
      "nested",
      {"“" + shown(key) + "”的值是嵌套的。", "The value of “" + shown(key) + "” is nested."},
      {"请写成文字或数字。", "Write a text or a number."});
}

Error unknown_key_fault(const std::string& key) {
  return row_fault("unknown_key",
                   {"“" + shown(key) + "”不在文件开头出现过的键之中。",
                    "“" + shown(key) + "” is not among the keys at the file's beginning."},
                   {"请让每行使用同一组键。", "Use one set of keys in every line."});
}

Error doubled_key_fault(const std::string& key) {
  return row_fault("json",
                   {"“" + shown(key) + "”出现了两次。", "“" + shown(key) + "” is given twice."},
                   {"请只保留一个。", "Keep one."});
}

Error file_error(const std::string& id, Words message, Words remedy, ErrorCode code) {
  return make_error(code, "intake." + id, std::move(message), std::move(remedy));
}

}  // namespace credence::app
