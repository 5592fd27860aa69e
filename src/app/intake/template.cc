// SPDX-License-Identifier: Apache-2.0
#include "app/intake/intake.h"
#include "app/intake/tabular/writer.h"

// The empty table of an item, for download.

namespace credence::app {
namespace {

using rulebook::Field;
using rulebook::FieldType;
using rulebook::Item;
using rulebook::Required;

std::string required_note(Required required) {
  switch (required) {
    case Required::no:
      return "选填";
    case Required::always:
      return "必填";
    case Required::units:
      return "法人及非法人组织必填";
    case Required::persons:
      return "自然人必填";
    case Required::units_and_businesses:
      return "法人及非法人组织、个体工商户必填";
  }
  return "";
}

std::string type_note(const Field& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::code:
      return field.length > 0 ? "最多 " + std::to_string(field.length) + " 个字符" : "文字";
    case FieldType::date:
      return "日期，如 2024/03/01" +
             std::string(field.role == rulebook::Role::valid_to ? "；长期填 2099/12/31" : "");
    case FieldType::money:
      return "金额，单位万元，最多六位小数";
    case FieldType::integer:
      return "整数";
    case FieldType::number:
      return "数字";
    case FieldType::choice:
      return "从列表中选一";
    case FieldType::choices:
      return "可选多个，用英文分号 ; 连接";
    case FieldType::uscc:
      return "18 位统一社会信用代码";
  }
  return "";
}

WriterColumn column_of(const Field& field) {
  std::string note = field.code + "：" + required_note(field.required) + "；" + type_note(field);
  if (!field.note.empty()) note += "；" + field.note;
  const bool pick = field.type == FieldType::choice;
  return {field.label.zh, std::move(note), pick ? field.choices : std::vector<std::string>{},
          field.required == Required::always};
}

}  // namespace

Result<void> write_template(const rulebook::RuleBook& book, std::string_view item_id,
                            std::string_view format, const std::filesystem::path& to) {
  const Item* item = book.catalogue.find(item_id);
  if (item == nullptr) {
    return make_error(ErrorCode::not_found, "intake.item_unknown",
                      {"目录中没有事项“" + std::string(item_id) + "”。",
                       "There is no item “" + std::string(item_id) + "” in the catalogue."},
                      {"可用事项见 credence rules items。", "credence rules items lists them."},
                      "SD-2020/10");
  }
  if (format != "csv" && format != "xlsx") {
    return make_error(ErrorCode::invalid, "intake.format",
                      {"模板只有 csv 和 xlsx 两种。", "Templates come as csv or xlsx."},
                      {"请选择其一。", "Choose one of them."});
  }
  std::vector<WriterColumn> columns;
  for (const Field& field : item->fields) columns.push_back(column_of(field));
  const auto writer =
      format == "csv" ? make_csv_writer(to, columns) : make_xlsx_writer(to, columns);
  writer->close();
  return {};
}

}  // namespace credence::app
