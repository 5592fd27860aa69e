// SPDX-License-Identifier: Apache-2.0
#include "app/cases/form.h"

#include <algorithm>
#include <charconv>

#include "base/money.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::FormField;
using rulebook::Procedure;
using Type = FormField::Type;

constexpr std::size_t changes_max = 40;

Error wrong_field(const FormField& field, const Act& act, Words what, Words remedy) {
  Error error =
      make_error(ErrorCode::invalid, "case.field",
                 {"“" + field.label.zh + "”" + what.zh, "“" + field.label.en + "” " + what.en},
                 std::move(remedy), act.basis);
  error.place.field = field.id;
  return error;
}

Error unknown_field(const std::string& id, const Act& act) {
  std::string known;
  for (const auto& field : act.fields) known += (known.empty() ? "" : ", ") + field.id;
  Error error = make_error(
      ErrorCode::invalid, "case.field_unknown",
      {"步骤“" + act.label.zh + "”没有字段“" + id + "”。",
       "The act “" + act.label.en + "” has no field “" + id + "”."},
      {known.empty() ? "请删去：这一步骤不需要填写。" : "可填写：" + known + "。",
       known.empty() ? "Leave it out: this act has no form." : "There are: " + known + "."},
      act.basis);
  error.place.field = id;
  return error;
}

bool is_money(const std::string& text) { return parse_ten_thousand_yuan(text).has_value(); }

std::optional<Error> unfit_text(const FormField& field, const Act& act, const std::string& value) {
  if (field.length > 0 && value.size() > static_cast<std::size_t>(field.length)) {
    const std::string most = std::to_string(field.length);
    return wrong_field(
        field, act,
        {"过长（最多 " + most + " 字节）。", "is too long (" + most + " bytes at most)."},
        {"请缩短，详细材料可作为附件。", "Shorten it; details can be attached."});
  }
  if (!domain::contains_resident_id(nfkc(value))) return std::nullopt;
  return wrong_field(field, act, {"中含有身份证号码。", "contains an identity number."},
                     {"请删去证件号码；需要核验身份的，由窗口当面核验。",
                      "Remove the number; identities are verified at the counter."});
}

std::optional<Error> unfit_day(const FormField& field, const Act& act, const std::string& value,
                               Date today) {
  const auto day = parse_date(value);
  if (day && *day <= today) return std::nullopt;
  return wrong_field(field, act, {"应为不晚于今天的日期。", "must be a day, at the latest today."},
                     {"请写成 2026-03-01 的形式。", "Write it as 2026-03-01."});
}

std::optional<Error> unfit_choice(const FormField& field, const Act& act,
                                  const std::string& value) {
  if (std::ranges::count(field.choices, value, &FormField::Choice::id) > 0) return std::nullopt;
  std::string zh, en;
  for (const auto& one : field.choices) {
    zh += (zh.empty() ? "" : "、") + one.id + "（" + one.label.zh + "）";
    en += (en.empty() ? "" : ", ") + one.id;
  }
  return wrong_field(field, act, {"不是可选的值。", "is not one of the choices."},
                     {"可选：" + zh + "。", "Choose one of: " + en + "."});
}

Error no_unit(const FormField& field, const Act& act) {
  Error error = make_error(ErrorCode::not_found, "unit.not_found",
                           {"“" + field.label.zh + "”未在平台登记或已停用。",
                            "“" + field.label.en + "” is not an active unit of the register."},
                           {"请核对单位代码。", "Check its code."}, act.basis);
  error.place.field = field.id;
  return error;
}

std::optional<Error> unfit(const FormField& field, const Act& act, const std::string& value,
                           Date today, const std::function<bool(const std::string&)>& is_unit) {
  switch (field.type) {
    case Type::text:
      return unfit_text(field, act, value);
    case Type::date:
      return unfit_day(field, act, value, today);
    case Type::choice:
    case Type::list:  // its choices are those of the day, see with_lists()
      return unfit_choice(field, act, value);
    case Type::unit:
      return is_unit(value) ? std::nullopt : std::optional(no_unit(field, act));
    case Type::changes:
      if (auto changes = read_changes(value); !changes) return changes.error();
      return std::nullopt;
    case Type::money:
      if (is_money(value)) return std::nullopt;
      return wrong_field(field, act, {"应为金额（万元）。", "must be an amount in 10 000 yuan."},
                         {"如 0.2 表示 2000 元。", "0.2 means 2 000 yuan."});
    case Type::flag:
      break;
  }
  if (value == "true" || value == "false") return std::nullopt;
  return wrong_field(field, act, {"应为 true 或 false。", "must be true or false."}, {});
}

Error missing(const FormField& field, const Act& act) {
  return wrong_field(field, act, {"必须填写。", "must be filled in."},
                     {"请填写后再提交。", "Fill it in and send again."});
}

std::optional<Error> unfit_document(const Procedure& procedure, const Act& act,
                                    const AttachedDocument& document) {
  const auto known = [&](const rulebook::DocumentKind& kind) { return kind.id == document.kind; };
  if (std::ranges::any_of(procedure.documents, known)) return std::nullopt;
  std::string zh, en;
  for (const auto& kind : procedure.documents) {
    zh += (zh.empty() ? "" : "、") + kind.id + "（" + kind.label.zh + "）";
    en += (en.empty() ? "" : ", ") + kind.id;
  }
  // Nothing may be asked for, nor is taken, beyond what the rule allows.
  return make_error(ErrorCode::invalid, "case.document",
                    {"本程序不收取“" + document.kind + "”这类材料。",
                     "This procedure takes no document of the kind “" + document.kind + "”."},
                    {zh.empty() ? "无须提交材料。" : "可提交：" + zh + "。",
                     en.empty() ? "No documents are needed." : "It takes: " + en + "."},
                    act.basis);
}

// The form as one text per field, trimmed; unknown and doubled fields are refused.
Result<std::vector<FieldValue>> known_fields(const Act& act,
                                             const std::vector<FieldValue>& fields) {
  std::vector<FieldValue> given;
  for (const FieldValue& one : fields) {
    const bool known = std::ranges::count(act.fields, one.id, &FormField::id) > 0;
    const bool doubled = std::ranges::count(given, one.id, &FieldValue::id) > 0;
    if (!known || doubled) return unknown_field(one.id, act);
    given.push_back({one.id, std::string(trim(one.value))});
  }
  return given;
}

}  // namespace

std::string value_in(const std::vector<FieldValue>& fields, std::string_view id) {
  const auto at = std::ranges::find(fields, id, &FieldValue::id);
  return at == fields.end() ? "" : at->value;
}

Result<std::vector<FieldChange>> read_changes(const std::string& text) {
  boost::system::error_code fault;
  const auto json = boost::json::parse(text, fault);
  const Error wrong = make_error(ErrorCode::invalid, "case.changes",
                                 {"更正内容应为字段代码与新值的列表。",
                                  "Corrections are a list of field codes and new values."},
                                 {R"(如 [{"code":"CF_NR","value":"罚款1000元"}]。)",
                                  R"(Such as [{"code":"CF_NR","value":"..."}].)"},
                                 "SD-2020/39");
  if (fault || !json.is_array() || json.get_array().empty()) return wrong;
  auto changes = wire::from_json<std::vector<FieldChange>>(json);
  if (!changes || changes->size() > changes_max) return wrong;
  return changes;
}

Result<CheckedForm> check_form(const Procedure& procedure, const Act& act,
                               const std::vector<FieldValue>& fields,
                               const std::vector<AttachedDocument>& documents, Date today,
                               const std::function<bool(const std::string&)>& is_unit) {
  auto given = known_fields(act, fields);
  if (!given) return given.error();
  CheckedForm checked;
  for (const FormField& field : act.fields) {
    const std::string value = value_in(*given, field.id);
    if (value.empty()) {
      if (field.required) return missing(field, act);
      continue;
    }
    if (auto wrong = unfit(field, act, value, today, is_unit)) return std::move(*wrong);
    (field.sealed_for.empty() ? checked.body.fields : checked.secret).push_back({field.id, value});
  }
  for (const AttachedDocument& document : documents) {
    if (auto wrong = unfit_document(procedure, act, document)) return std::move(*wrong);
    checked.body.documents.push_back(document);
  }
  return checked;
}

}  // namespace credence::app
