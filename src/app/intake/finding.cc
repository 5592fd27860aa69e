// SPDX-License-Identifier: Apache-2.0
#include "app/intake/finding.h"

#include <algorithm>
#include <array>

namespace credence::app {
namespace {

struct Kind {
  std::string_view id, zh, en, basis;
};

constexpr std::array<Kind, 26> kinds = {{
    {"cell.required", "必填栏为空", "a required cell is empty", "SD-2020/12"},
    {"cell.placeholder", "必填栏填写了占位文字", "a required cell holds a placeholder",
     "SD-2020/12"},
    {"cell.length", "内容超长", "a text is too long", "NDRC-424-2018"},
    {"cell.type", "日期或数字格式不对", "a day or number is not one", "NDRC-424-2018"},
    {"cell.choice", "不在允许值之内", "a value is not one of those allowed", "NDRC-424-2018"},
    {"cell.code", "代码有误", "a code is wrong", "GB32100-2015"},
    {"cell.control", "含有特殊字符", "a control character stands in a name", "NDRC-424-2018"},
    {"cell.personal", "公开文本中含有身份证号码", "an identity number stands in free text",
     "PIPL-2021/6"},
    {"row.no_code", "没有可识别主体的代码", "no code identifies the subject", "SD-2020/10"},
    {"row.subject_kind", "该事项不收集此类主体", "the item does not collect this kind of subject",
     "SD-2020/10"},
    {"row.subject_mismatch", "名称与代码不是同一主体", "name and code are not of one subject",
     "SD-2020/12"},
    {"row.minor", "未成年人信息不得归集", "nothing about minors is collected", "SD-2020/2"},
    {"row.simplified", "简易程序处罚不纳入", "a simplified-procedure penalty is not collected",
     "SD-2020/13"},
    {"row.ragged", "列数与表头不符", "the row has another number of cells than the header", ""},
    {"row.quote", "引号用法有误", "a quotation mark is misplaced", ""},
    {"row.unclosed_quote", "引号没有闭合", "a quotation mark is never closed", ""},
    {"row.nul", "含有空字节", "a NUL byte stands in the row", ""},
    {"row.cell_too_long", "单元格过大", "a cell is far too large", ""},
    {"row.encoding", "编码混乱", "bytes that are not text in the file's encoding", ""},
    {"row.formula", "单元格是公式", "a cell is a formula", ""},
    {"row.merged", "含有合并单元格", "cells are merged", ""},
    {"row.number_damaged", "长号码被表格软件改成了数值",
     "a spreadsheet turned a long code into a number", ""},
    {"row.cell_error", "单元格是错误值", "a cell holds a spreadsheet error", ""},
    {"row.json", "不是有效的 JSON", "the line is not JSON", ""},
    {"row.nested", "JSON 中有嵌套内容", "a JSON value is nested", ""},
    {"row.unknown_key", "JSON 中有未知的键", "a JSON key is unknown", ""},
}};

}  // namespace

FindingKind finding_kind(std::string_view id) {
  const auto* kind = std::ranges::find(kinds, id, &Kind::id);
  if (kind == kinds.end()) return {{std::string(id), std::string(id)}, "", false};
  return {{std::string(kind->zh), std::string(kind->en)}, std::string(kind->basis), false};
}

}  // namespace credence::app
