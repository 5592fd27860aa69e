// SPDX-License-Identifier: Apache-2.0
#include "app/intake/correction_check.h"

#include <algorithm>
#include <set>

#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/limits.h"
#include "base/text.h"

namespace credence::app {
namespace {

using rulebook::Field;
using rulebook::Item;
using rulebook::Role;
using rulebook::RuleBook;

Error at_field(Error error, std::string_view code) {
  error.place.field = code;
  return error;
}

Error unknown_field(const RuleBook& book, const Item& item, const std::string& code) {
  if (const auto* denied = rulebook::denied_header(book, code)) {
    return at_field(
        make_error(ErrorCode::forbidden, "intake.denied_field",
                   {"“" + code + "”属于禁止采集的个人信息（" + denied->label.zh + "）。",
                    "“" + code + "” is personal data that must not be collected (" +
                        denied->label.en + ")."},
                   {"请删去该项。", "Leave it out."}, denied->basis),
        code);
  }
  return at_field(make_error(ErrorCode::invalid, "correction.field",
                             {"“" + item.label.zh + "”没有字段“" + code + "”。",
                              "“" + item.label.en + "” has no field “" + code + "”."},
                             {"请使用目录中的字段代码，如 " + item.fields.front().code + "。",
                              "Use the field codes of the catalogue, such as " +
                                  item.fields.front().code + "."},
                             "SD-2020/10"),
                  code);
}

Error field_twice(const std::string& code) {
  return at_field(
      make_error(ErrorCode::invalid, "correction.field_twice",
                 {"字段“" + code + "”给出了两次。", "Field “" + code + "” is given twice."},
                 {"每个字段只写一次。", "Name each field once."}, "SD-2020/39"),
      code);
}

// Whom a record is about and which document it is of.
bool tells_which(Role role) {
  switch (role) {
    case Role::subject_name:
    case Role::subject_kind:
    case Role::subject_uscc:
    case Role::subject_registration:
    case Role::subject_organization_code:
    case Role::subject_tax:
    case Role::subject_institution:
    case Role::subject_social:
    case Role::person_document_type:
    case Role::person_document_number:
    case Role::document_number:
      return true;
    default:
      return false;
  }
}

Error cannot_change(const Field& field) {
  return at_field(
      make_error(
          ErrorCode::forbidden, "correction.moves",
          {"更正“" + field.label.zh + "”会使它成为另一主体、机关或文书的记录，不能以更正办理。",
           "Changing “" + field.label.en +
               "” would make it a record of another subject, body or document; that is no "
               "correction."},
          {"请撤回本条记录，由提供单位重新报送正确的一条。",
           "Withdraw this record and let its provider submit the right one."},
          "SD-2020/39"),
      field.code);
}

// What tells records of one subject apart (RowChecker).
bool makes_key(const Item& item, const Field& field) {
  return field.role == Role::issuing_body || field.role == Role::issuing_body_code ||
         field.role == Role::decided_on ||
         std::ranges::find(item.caption, field.code) != item.caption.end();
}

// What a reader of files would say of a text.
std::optional<Error> unreadable(std::string_view text) {
  const TableLimits limits;
  if (!is_valid_utf8(text) || contains(text, "\uFFFD")) return encoding_fault();
  if (text.find('\0') != std::string_view::npos) return nul_fault();
  if (text.size() > limits.cell_bytes) return long_cell_fault(limits.cell_bytes);
  return std::nullopt;
}

}  // namespace

Error no_record() {
  return make_error(ErrorCode::not_found, "correction.record",
                    {"没有这条记录。", "There is no such record."},
                    {"请核对主体和记录编号。", "Check the subject and the record."}, "SD-2020/39");
}

Error forgotten() {
  return make_error(ErrorCode::not_found, "correction.forgotten",
                    {"该记录的内容已依法销毁，不能更正。",
                     "What the record said was lawfully destroyed; it cannot be corrected."},
                    {"无需处理。", "Nothing need be done."}, "PIPL-2021/47");
}

Error other_version(int now) {
  return make_error(
      ErrorCode::conflict, "correction.version",
      {"记录在您查看之后已有变化（现为第 " + std::to_string(now) + " 版），未作更正。",
       "The record has changed since you saw it (it is at version " + std::to_string(now) +
           " now); it was not corrected."},
      {"请查看现在的内容，再决定是否更正。", "Look at it as it is now and decide again."},
      "SD-2020/39");
}

Error no_change() {
  return make_error(
      ErrorCode::invalid, "correction.none",
      {"更正后的内容与现有记录相同。", "The record says this already; nothing would change."},
      {"请填写要更正的字段和正确的值。", "Give the fields that are wrong and their right values."},
      "SD-2020/39");
}

Error moves(const Item& item, const CorrectionOrder& order) {
  const auto cause = std::ranges::find_if(order.changes, [&](const FieldChange& change) {
    return makes_key(item, *item.field(change.code));
  });
  const auto& code = cause == order.changes.end() ? order.changes.front().code : cause->code;
  return cannot_change(*item.field(code));
}

Error findings_error(const Item& item, const std::vector<Finding>& findings) {
  Error error;
  for (const auto& finding : findings) {
    if (finding.warning) continue;
    if (error.id.empty()) {
      error = make_error(ErrorCode::invalid, finding.id, {}, {}, finding.basis);
      if (finding.field >= 0)
        error.place.field = item.fields[static_cast<std::size_t>(finding.field)].code;
    }
    error.message.zh += finding.message.zh;
    error.message.en += (error.message.en.empty() ? "" : " ") + finding.message.en;
    if (contains(error.remedy.zh, finding.remedy.zh)) continue;
    error.remedy.zh += finding.remedy.zh;
    error.remedy.en += (error.remedy.en.empty() ? "" : " ") + finding.remedy.en;
  }
  return error;
}

std::optional<Error> check_order(const RuleBook& book, const Item& item,
                                 const CorrectionOrder& order,
                                 const std::vector<std::string>& values) {
  if (order.changes.empty()) return no_change();
  std::set<std::string_view> seen;
  for (const auto& [code, value] : order.changes) {
    const int at = item.field_index(code);
    if (at < 0) return unknown_field(book, item, code);
    if (!seen.insert(code).second) return field_twice(code);
    if (auto fault = unreadable(value)) return at_field(std::move(*fault), code);
    const Field& field = item.fields[static_cast<std::size_t>(at)];
    if (tells_which(field.role) && value != values[static_cast<std::size_t>(at)])
      return cannot_change(field);
  }
  for (const auto* text : {&order.decider.reason, &order.decider.case_number, &order.decider.by,
                           &order.decider.unit_name}) {
    if (auto fault = unreadable(*text)) return fault;
  }
  return std::nullopt;
}

}  // namespace credence::app
