// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <span>

#include "base/ensure.h"
#include "rulebook/readers.h"

// rules/patrol: what the patrol looks for. Each detector measures in one of a few ways, and each
// way has its own numbers; a rule gives exactly the numbers of one of them.

namespace credence::rulebook {
namespace {

struct Measure {
  Detector detector;
  std::string_view names;  // its thresholds, in order of their names
};

constexpr auto measures = std::to_array<Measure>({
    {Detector::volume, "looks"},
    {Detector::volume, "active_days, looks_least, median_days, times_median"},
    {Detector::hours, "from_hour, looks, to_hour"},
    {Detector::matter_reuse, "subjects"},
    {Detector::matter_reuse, "placeholder_looks"},
    {Detector::walking, "misses"},
    {Detector::walking, "gap, run"},
    {Detector::repeated, "looks"},
    {Detector::expired_shown, "records"},
    {Detector::personal_in_text, "records"},
});

std::string names_given(const PatrolRule& rule) {
  std::vector<std::string> names;
  for (const auto& one : rule.thresholds) names.push_back(one.name);
  std::ranges::sort(names);
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string names_known(Detector detector) {
  std::string text;
  for (const auto& one : measures) {
    if (one.detector == detector) text += (text.empty() ? "" : " | ") + std::string(one.names);
  }
  return text;
}

void check_thresholds(MapReader& reader, const PatrolRule& rule) {
  const std::string given = names_given(rule);
  const auto fits = [&](const Measure& one) {
    return one.detector == rule.detector && one.names == given;
  };
  if (std::ranges::any_of(measures, fits)) return;
  const std::string known = names_known(rule.detector);
  reader.refuse("thresholds",
                {"这种巡查的阈值应为：" + known + "；现为：" + given + "。",
                 "The thresholds of this detector are " + known + "; these are " + given + "."},
                {"请补齐或删去。", "Add what is missing and remove the rest."});
}

void check_hours(MapReader& reader, const PatrolRule& rule) {
  if (!rule.has("from_hour") || !rule.has("to_hour")) return;
  if (rule.threshold("from_hour") < rule.threshold("to_hour") && rule.threshold("to_hour") <= 24)
    return;
  reader.refuse("thresholds",
                {"工作时间不成立：from_hour 须早于 to_hour，且不超过 24。",
                 "These are no working hours: from_hour comes before to_hour, at most 24."},
                {"请改正两个钟点。", "Correct the two hours."});
}

void check_placeholders(MapReader& reader, const PatrolRule& rule) {
  if (rule.has("placeholder_looks") != rule.placeholders.empty()) return;
  reader.refuse("placeholders",
                {"占位编号（placeholders）与 placeholder_looks 须同时写明。",
                 "placeholders and placeholder_looks go together."},
                {"请补上或删去其中一项。", "Add the one or remove the other."});
}

void check_exempt(MapReader& reader, const PatrolRule& rule, const RuleBook& book) {
  for (const auto& purpose : rule.exempt) {
    if (book.purposes.contains(purpose)) continue;
    reader.refuse(
        "exempt", {"没有查询目的“" + purpose + "”。", "There is no purpose \"" + purpose + "\"."},
        {"请改正，或在 rules/purposes/ 中补上。", "Correct it, or add it in rules/purposes/."});
  }
}

// Only what is found once and for good needs no window.
void read_window(MapReader& reader, PatrolRule& rule) {
  if (rule.detector == Detector::personal_in_text) return;
  const auto length = reader.integer("window", 1, 1'000);
  rule.window_hours = length * reader.term("window_unit", window_terms);
}

void read_threshold(MapReader& reader, PatrolRule& rule) {
  rule.thresholds.push_back(
      {reader.text("name"), reader.integer("value", 0, 1'000'000'000), reader.words("unit")});
}

void read_rule(MapReader& reader, RuleBook& book) {
  PatrolRule rule;
  rule.id = reader.text("id");
  rule.label = reader.words("label");
  rule.basis = reader.basis();
  rule.detector = reader.term("detector", detector_terms);
  read_window(reader, rule);
  rule.askers = reader.term("askers", askers_terms, Askers::any);
  rule.exempt = reader.texts("exempt", Need::may);
  rule.placeholders = reader.texts("placeholders", Need::may);
  rule.gravity = reader.term("severity", gravity_terms);
  reader.each("thresholds", Need::must, [&](MapReader& one) { read_threshold(one, rule); });
  rule.provisional = note_provisional(reader, "patrol/" + rule.id, book);
  check_thresholds(reader, rule);
  check_hours(reader, rule);
  check_placeholders(reader, rule);
  check_exempt(reader, rule, book);
  if (std::ranges::count(book.patrol, rule.id, &PatrolRule::id) > 0) {
    reader.refuse("id", {"“" + rule.id + "”重复。", "Duplicate id \"" + rule.id + "\"."},
                  {"请只保留一处，或改名。", "Keep one of them, or rename one."});
  }
  book.patrol.push_back(std::move(rule));
}

}  // namespace

bool PatrolRule::has(std::string_view name) const {
  return std::ranges::count(thresholds, name, &Threshold::name) > 0;
}

std::int64_t PatrolRule::threshold(std::string_view name) const {
  const auto at = std::ranges::find(thresholds, name, &Threshold::name);
  ensure(at != thresholds.end(), "a threshold that the reader asks for");
  return at->value;
}

void read_patrol(const Source& source, const Yaml& document, RuleBook& book) {
  MapReader reader(source, document);
  reader.each("rules", Need::must, [&](MapReader& one) { read_rule(one, book); });
}

}  // namespace credence::rulebook
