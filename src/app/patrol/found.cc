// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/found.h"

#include "base/digest.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using rulebook::PatrolRule;

std::string digits(std::int64_t number) { return std::to_string(number); }

// `day` makes ids go by time; `what` is hashed and not repeated.
std::string id_of(Date day, const std::string& what) {
  return "XC" + digits_of(day) + "-" + to_hex(sha256(what)).substr(0, 12);
}

PatrolFinding begin(const PatrolRule& rule) {
  PatrolFinding finding;
  finding.rule = rule.id;
  finding.label = rule.label;
  finding.basis = rule.basis;
  finding.severity = rulebook::term_of(rulebook::gravity_terms, rule.gravity).name;
  return finding;
}

// The first day of a window of the calendar: the same however often it is found.
Date first_day(std::int64_t window, std::int64_t hours) {
  return Date(static_cast<std::int32_t>(window * hours / 24));
}

Words shown_to(domain::Audience audience) {
  if (audience == domain::Audience::open) return {"社会公众", "the public"};
  return {"公共管理单位", "public bodies"};
}

std::string list_of(const std::vector<std::int64_t>& rows) {
  std::string text;
  for (const auto row : rows) text += (text.empty() ? "" : ", ") + digits(row);
  return text;
}

Words kind_of(PersonalKind kind) {
  if (kind == PersonalKind::mobile) return {"手机号码", "a mobile number"};
  return {"居民身份证号码", "a resident identity number"};
}

}  // namespace

PatrolFinding finding_of(const PatrolRule& rule, const Asker& asker, const Signal& signal) {
  PatrolFinding finding = begin(rule);
  finding.id = id_of(first_day(signal.window, rule.window_hours),
                     rule.id + '\n' + asker.id + '\n' + digits(signal.window) + '\n' + signal.what);
  finding.asker = asker.id;
  finding.unit = asker.unit;
  finding.unit_name = asker.unit_name;
  finding.subject = signal.subject;
  finding.facts = facts_of(rule, signal);
  finding.from = signal.from;
  finding.to = signal.to;
  finding.first_entry = signal.first_entry;
  finding.last_entry = signal.last_entry;
  return finding;
}

PatrolFinding finding_of(const PatrolRule& rule, const StillShown& shown, Instant now) {
  PatrolFinding finding = begin(rule);
  const std::int64_t window = window_of(now, rule.window_hours);
  const Words audience = shown_to(shown.audience);
  finding.id =
      id_of(first_day(window, rule.window_hours),
            rule.id + '\n' + digits(shown.subject.value) + '\n' + shown.item + '\n' +
                digits(shown.decided_on.days()) + '\n' + audience.en + '\n' + digits(window));
  finding.subject = shown.subject;
  finding.facts = {"事项 " + shown.item + " 有 " + digits(shown.count) + " 条记录期限已届满，仍向" +
                       audience.zh + "展示。",
                   digits(shown.count) + " record(s) of item " + shown.item +
                       " are past their period and still shown to " + audience.en + "."};
  finding.from = finding.to = shown.received;
  return finding;
}

PatrolFinding finding_of(const PatrolRule& rule, const PersonalField& field) {
  PatrolFinding finding = begin(rule);
  const Words kind = kind_of(field.kind);
  finding.id = id_of(field.received.day(), rule.id + '\n' + digits(field.batch) + '\n' +
                                               field.item + '\n' + field.field + '\n' + kind.en);
  finding.facts = {"批次 " + digits(field.batch) + " 事项 " + field.item + " 的公开字段 " +
                       field.field + "（" + field.field_label.zh + "）有 " + digits(field.count) +
                       " 行含" + kind.zh + "；行号 " + list_of(field.rows) + "。",
                   "Batch " + digits(field.batch) + ", item " + field.item + ": the open field " +
                       field.field + " (" + field.field_label.en + ") holds " + kind.en + " in " +
                       digits(field.count) + " row(s): " + list_of(field.rows) + "."};
  finding.from = finding.to = field.received;
  return finding;
}

}  // namespace credence::app
