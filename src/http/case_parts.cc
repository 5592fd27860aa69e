// SPDX-License-Identifier: Apache-2.0
#include "http/case_parts.h"

#include <algorithm>

#include "app/access/units.h"
#include "app/cases/form.h"
#include "app/report/parts.h"
#include "http/address.h"
#include "http/page_frame.h"

namespace credence::http {
namespace {

using app::escaped;

constexpr int least_shown = 4, whole = 100;  // per cent

int share_gone(const app::ShownDeadline& deadline, Date today) {
  if (!deadline.due) return least_shown;
  const int all = deadline.due->days() - deadline.counted_from.days();
  const int gone = deadline.done.value_or(today).days() - deadline.counted_from.days();
  return all <= 0 ? whole : std::clamp(gone * whole / all, least_shown, whole);
}

const char* bar_class(const app::ShownDeadline& deadline) {
  if (deadline.status.ends_with("late")) return "bar late";
  if (deadline.status == "running" && deadline.days_left.value_or(1) <= 1) return "bar soon";
  return deadline.status == "running" ? "bar" : "bar over";
}

// The corrections of a step, field by field.
std::string changes_text(const Services& services, const app::CaseView& view,
                         const std::string& value) {
  const auto changes = app::read_changes(value);
  const auto* item = services.book.catalogue.find(view.item);
  if (!changes || item == nullptr) return value;
  std::string text;
  for (const auto& change : *changes) {
    const auto known = std::ranges::find(item->fields, change.code, &rulebook::Field::code);
    text += (text.empty() ? "" : "；") +
            (known == item->fields.end() ? change.code : known->label.zh) + "：" +
            (change.value.empty() ? "（清空）" : change.value);
  }
  return text;
}

std::string list_label(const Services& services, const std::string& id) {
  const auto list = services.book.lists.find(id);
  return list == services.book.lists.end() ? id : list->second.label.zh;
}

// A value as people read it: the words of a choice, the name of a unit or list.
std::string value_text(const Services& services, const app::CaseView& view, const std::string& act,
                       const app::ShownValue& shown) {
  const auto procedure = services.book.procedures.find(view.procedure);
  const auto* known =
      procedure == services.book.procedures.end() ? nullptr : procedure->second.act(act);
  if (known == nullptr) return shown.value;
  const auto field = std::ranges::find(known->fields, shown.id, &rulebook::FormField::id);
  if (field == known->fields.end()) return shown.value;
  using Type = rulebook::FormField::Type;
  if (field->type == Type::changes) return changes_text(services, view, shown.value);
  if (field->type == Type::unit) return unit_label(services, shown.value);
  if (field->type == Type::flag) return shown.value == "true" ? "是" : "否";
  if (field->type == Type::list) return list_label(services, shown.value);
  if (field->type == Type::money) return shown.value + " 万元";
  const auto choice =
      std::ranges::find(field->choices, shown.value, &rulebook::FormField::Choice::id);
  return choice == field->choices.end() ? shown.value : choice->label.zh;
}

std::string step_html(const Services& services, const app::CaseView& view,
                      const app::ShownStep& step) {
  std::string who = step.by.zh;
  // A subject's account has its own code for a unit, which nobody needs to read here.
  const std::string unit = step.unit.empty() ? "" : unit_label(services, step.unit);
  if (unit != step.unit) who += " " + unit;
  if (!step.officer.empty()) who += " " + step.officer;
  std::string html = "<li><strong>" + escaped(step.label.zh) + "</strong> <span class=\"grey\">" +
                     escaped(app::moment(step.at)) + " · " + escaped(who) + "</span>\n<table>\n";
  for (const auto& field : step.fields)
    html += row(field.label.zh, value_text(services, view, step.act, field));
  for (const auto& document : step.documents)
    html += "<tr><th scope=\"row\">材料</th><td><a href=\"/api/v1/cases/" +
            percent_encode(view.number) + "/documents/" + document.sha256 + "\">" +
            escaped(document.name) + "</a></td></tr>\n";
  return html + "</table></li>\n";
}

}  // namespace

std::string unit_label(const Services& services, const std::string& code) {
  if (code.empty()) return "公共信用信息机构";
  const auto unit = app::find<app::Unit>(services.database.read_access().sql(), code);
  return unit ? unit->name : code;
}

std::string deadline_words(const app::ShownDeadline& deadline) {
  const std::string due = deadline.due ? "（" + to_string(*deadline.due) + "）" : "";
  const std::string done = deadline.done ? to_string(*deadline.done) : "";
  if (deadline.status == "paused") return "中止计时";
  if (deadline.status == "met") return done + " 按期办结" + due;
  if (deadline.status == "met_late") return done + " 逾期办结" + due;
  if (deadline.status == "passed_on") return done + " 由另一期限接续" + due;
  if (deadline.status == "passed_on_late") return done + " 逾期后转由另一期限接续" + due;
  const int left = deadline.days_left.value_or(0);
  if (left < 0) return "已逾期 " + std::to_string(-left) + " 日" + due;
  if (left == 0) return "今天到期" + due;
  return "尚余 " + std::to_string(left) + " 个工作日" + due;
}

std::string deadline_bar(const app::ShownDeadline& deadline, const std::string& owed_by,
                         Date today) {
  return "<div class=\"deadline\"><strong>" + escaped(deadline.label.zh) + "</strong> · " +
         escaped(owed_by) + "<br>" + escaped(deadline_words(deadline)) +
         (deadline.provisional ? "（天数待核实）" : "") + "<div class=\"" + bar_class(deadline) +
         "\"><span style=\"width:" + std::to_string(share_gone(deadline, today)) +
         "%\"></span></div><span class=\"grey\">" + escaped(deadline.article.zh) +
         "</span></div>\n";
}

std::string steps_html(const Services& services, const app::CaseView& view) {
  std::string html = "<h2>经过</h2>\n<ol class=\"steps\">\n";
  for (const auto& step : view.steps) html += step_html(services, view, step);
  return html + "</ol>\n";
}

}  // namespace credence::http
