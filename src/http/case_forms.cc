// SPDX-License-Identifier: Apache-2.0
#include "http/case_forms.h"

#include <algorithm>

#include "app/cases/documents.h"
#include "app/cases/form.h"
#include "app/cases/parties.h"
#include "app/report/parts.h"
#include "http/account_handlers.h"
#include "http/asking.h"
#include "rulebook/terms.h"

namespace credence::http {
namespace {

using app::escaped;
using app::OfferedAct;
using app::OfferedField;
using rulebook::Party;

constexpr std::string_view field_prefix = "f.", change_prefix = "c.", before_prefix = "was.",
                           document_prefix = "d.";

// What was filled in before, of the act that was sent.
std::string given_value(const ActPage& page, const OfferedAct& act, const std::string& name) {
  return field(page.given, "act") == act.id ? field(page.given, name) : "";
}

std::string label_html(const std::string& id, const OfferedField& one) {
  return "<label for=\"" + id + "\">" + escaped(one.label.zh) + (one.required ? "" : "（选填）") +
         "</label>";
}

// The limit is in bytes; three make a Han character.
std::string length_hint(const OfferedField& one) {
  if (one.length == 0) return "";
  return "<p class=\"grey\">最多约 " + std::to_string(one.length / 3) + " 个汉字。</p>\n";
}

std::string option(const std::string& value, const std::string& label, const std::string& chosen) {
  return "<option value=\"" + escaped(value) + "\"" + (value == chosen ? " selected" : "") + ">" +
         escaped(label) + "</option>";
}

std::string select_html(const std::string& id, const std::string& name, const OfferedField& one,
                        const std::string& options) {
  return label_html(id, one) + "<select id=\"" + id + "\" name=\"" + name + "\"" +
         (one.required ? " required" : "") + "><option value=\"\">请选择</option>" + options +
         "</select>\n";
}

std::string unit_options(const Services& services, const std::string& chosen) {
  std::string html;
  for (const auto& unit : services.members.units()) {
    if (unit.active) html += option(unit.code, unit.name, chosen);
  }
  return html;
}

std::string input_html(const std::string& id, const std::string& name, const OfferedField& one,
                       const std::string& value, const std::string& more) {
  return label_html(id, one) + "<input id=\"" + id + "\" name=\"" + name + "\" value=\"" +
         escaped(value) + "\"" + (one.required ? " required" : "") + " " + more + ">\n";
}

std::string present_value(const app::ShownRecord& record, const std::string& code) {
  const auto at = std::ranges::find(record.fields, code, &app::ShownField::code);
  return at == record.fields.end() || at->masked ? "" : at->value;
}

// Who a record is about is not corrected in it: that would be another's record.
bool is_about_whom(rulebook::Role role) {
  return role > rulebook::Role::subject_name && role <= rulebook::Role::person_document_number;
}

std::string change_input(const ActPage& page, const OfferedAct& act, const rulebook::Field& known,
                         const std::string& before) {
  const std::string name = std::string(change_prefix) + known.code;
  const std::string given = given_value(page, act, name);
  return hidden(std::string(before_prefix) + known.code, before) +
         input(name, escaped(known.label.zh),
               "value=\"" + escaped(given.empty() ? before : given) + "\"");
}

// The fields of the record's item with their present values, those that have one first; what is
// masked stays out of sight.
std::string changes_html(const ActPage& page, const OfferedAct& act, const OfferedField& one) {
  if (page.record == nullptr)
    return "<p><a href=\"?record=open#act-" + escaped(act.id) + "\">打开记录，填写" +
           escaped(one.label.zh) + "</a></p>\n";
  const auto* item = page.services.book.catalogue.find(page.record->item);
  std::string present, absent;
  for (const auto& known : item->fields) {
    if (is_about_whom(known.role)) continue;
    const std::string before = present_value(*page.record, known.code);
    (before.empty() ? absent : present) += change_input(page, act, known, before);
  }
  return hidden("changes", one.id) + "<fieldset><legend>" + escaped(one.label.zh) +
         "：直接修改有误的字段，其余不动</legend>\n" + present +
         (absent.empty() ? ""
                         : "<details><summary>没有填写或者不展示的字段</summary>\n" + absent +
                               "</details>\n") +
         "</fieldset>\n";
}

std::string input_of(const ActPage& page, const OfferedAct& act, const OfferedField& one) {
  const std::string name = std::string(field_prefix) + one.id, id = act.id + "." + one.id;
  const std::string value = given_value(page, act, name);
  if (one.type == "changes") return changes_html(page, act, one);
  if (one.type == "date")
    return input_html(id, name, one, value,
                      "type=\"date\" max=\"" + to_string(page.services.clock.now().day()) + "\"");
  if (one.type == "money") return input_html(id, name, one, value, "inputmode=\"decimal\"");
  if (one.type == "unit") return select_html(id, name, one, unit_options(page.services, value));
  if (one.type == "flag")
    return select_html(id, name, one, option("true", "是", value) + option("false", "否", value));
  if (one.type == "choice" || one.type == "list") {
    std::string options;
    for (const auto& choice : one.choices) options += option(choice.id, choice.label.zh, value);
    return select_html(id, name, one, options);
  }
  const std::string most =
      one.length > 0 ? " maxlength=\"" + std::to_string(one.length) + "\"" : "";
  return label_html(id, one) + length_hint(one) + "<textarea id=\"" + id + "\" name=\"" + name +
         "\" rows=\"4\"" + (one.required ? " required" : "") + most + ">" + escaped(value) +
         "</textarea>\n";
}

// A choice of files for each kind of document the procedure takes.
std::string document_inputs(const ActPage& page, const OfferedAct& act) {
  if (page.procedure == nullptr) return "";
  std::string html;
  for (const auto& kind : page.procedure->documents) {
    const std::string name = std::string(document_prefix) + kind.id, id = act.id + "." + name;
    html += "<label for=\"" + id + "\">" + escaped(kind.label.zh) +
            "（选填；PDF、OFD、PNG、JPEG）</label><input id=\"" + id + "\" name=\"" + name +
            "\" type=\"file\" multiple accept=\".pdf,.ofd,.png,.jpg,.jpeg\">\n";
  }
  return html;
}

std::string proof_inputs(const std::string& act) {
  return "<fieldset><legend>确认</legend>\n<p class=\"grey\">这一步骤决定记录的去留，须由本人以口令"
         "确认。</p>\n<label for=\"" +
         act + ".password\">口令</label><input id=\"" + act +
         ".password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" "
         "required>\n<label for=\"" +
         act + ".code\">动态口令（如已设置）</label><input id=\"" + act +
         ".code\" name=\"code\" inputmode=\"numeric\" maxlength=\"6\" "
         "autocomplete=\"one-time-code\">\n</fieldset>\n";
}

bool may_be(Party party, const app::Caller& caller) {
  switch (party) {
    case Party::subject:
    case Party::interested:
      return caller.is_subject();
    case Party::centre:
      return app::is_centre(caller);
    case Party::provider:
      return caller.may(domain::Power::handle_cases) && !app::is_centre(caller);
    case Party::applicant:
    case Party::assigned:
    case Party::handler:
    case Party::supervisor:
    case Party::platform:
      break;
  }
  return false;
}

}  // namespace

std::string act_inputs(const ActPage& page, const OfferedAct& act, bool confirmed) {
  std::string html = csrf_field(page.request) + hidden("act", act.id);
  for (const auto& one : act.fields) html += input_of(page, act, one);
  if (!act.fields.empty()) html += document_inputs(page, act);
  return html + (confirmed ? proof_inputs(act.id) : "");
}

bool asks_for_record(const OfferedAct& act) {
  return std::ranges::count(act.fields, "changes", &OfferedField::type) > 0;
}

std::vector<app::FieldValue> filled_in(const Form& form) {
  std::vector<app::FieldValue> fields;
  std::vector<app::FieldChange> changes;
  for (const auto& [name, value] : form) {
    if (name.starts_with(field_prefix) && !value.empty())
      fields.push_back({name.substr(field_prefix.size()), value});
    if (!name.starts_with(change_prefix)) continue;
    const std::string code = name.substr(change_prefix.size());
    if (value != field(form, std::string(before_prefix) + code)) changes.push_back({code, value});
  }
  const std::string changed = field(form, "changes");
  if (!changed.empty() && !changes.empty()) fields.push_back({changed, wire::to_line(changes)});
  return fields;
}

std::vector<app::AttachedDocument> documents_in(const Services& services, const Request& request) {
  std::vector<app::AttachedDocument> all;
  for (const auto& file : files_of(request)) {
    if (!file.name.starts_with(document_prefix)) continue;
    const auto kept = services.documents.keep(services.book, file.file_name, file.bytes).or_throw();
    all.push_back(app::attached(kept, file.name.substr(document_prefix.size())));
  }
  return all;
}

void prove(const Services& services, const Request& request, const Form& form) {
  if (field(form, "password").empty()) throw Failure(confirmation_needed());
  services.sessions
      .prove(services.book, request.session->account,
             {"", field(form, "password"), field(form, "code")}, channel_of(request))
      .or_throw();
}

std::vector<OfferedAct> openings(const Services& services, const rulebook::Procedure& procedure,
                                 const app::Caller& caller) {
  const Date today = services.clock.now().day();
  std::vector<OfferedAct> all;
  for (const auto& act : procedure.acts) {
    const auto fits = [&](Party party) { return may_be(party, caller); };
    if (!act.opens() || std::ranges::none_of(act.by, fits)) continue;
    all.push_back(app::offered(services.book, procedure, act, today));
  }
  return all;
}

}  // namespace credence::http
