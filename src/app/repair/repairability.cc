// SPDX-License-Identifier: Apache-2.0
#include "app/repair/repairability.h"

#include <algorithm>

#include "app/access/record_facts.h"
#include "base/ensure.h"
#include "rulebook/terms.h"

namespace credence::app {
namespace {

using domain::Severity;
using rulebook::RepairEdition;
using rulebook::RepairExclusion;
using rulebook::Role;
using rulebook::RuleBook;

// ---- what stands in the way, on one day under one edition

const RepairEdition& edition_on(const RuleBook& book, const RepairFacts& facts, Date day) {
  const RepairEdition* edition = rulebook::repair_edition(book.repair, day, facts.issuing_body);
  ensure(edition != nullptr, "a rule book with a law of repair");
  return *edition;
}

// "其他-责令改正" is of the kind 其他.
bool names_a_kind(const std::vector<std::string>& kinds, const std::vector<std::string>& written) {
  return std::ranges::any_of(written, [&](const std::string& one) {
    return std::ranges::count(kinds, one.substr(0, one.find('-'))) > 0;
  });
}

bool excludes(const RepairExclusion& exclusion, const RepairFacts& facts) {
  return std::ranges::count(exclusion.items, facts.item) > 0 ||
         names_a_kind(exclusion.kinds, facts.kinds);
}

// What no waiting mends.
void find_final(const RepairFacts& facts, Date day, std::vector<RepairObstacle>& found) {
  if (!facts.dishonesty) {
    found.push_back({"not_dishonesty",
                     {"这不是失信信息，无需修复。",
                      "This is no record of dishonesty; there is nothing to repair."},
                     "SD-2020/41",
                     {}});
  }
  if (facts.repaired)
    found.push_back(
        {"already", {"该记录已经修复。", "The record has been repaired."}, "SD-2020/41", {}});
  if (facts.withdrawn) {
    found.push_back(
        {"withdrawn", {"该记录已经撤下。", "The record has been withdrawn."}, "SD-2020/40", {}});
  }
  if (facts.dishonesty && !facts.publicity.shown) {
    found.push_back({"not_published",
                     {"该类失信信息不予公示，无需申请修复。",
                      "This class is not published; there is no publicity to end."},
                     facts.publicity.basis,
                     {}});
  }
  const auto end = facts.publicity.disclosure_end;
  if (end && day >= *end) {
    found.push_back({"over",
                     {"披露期限已于 " + to_string(*end) + " 届满，不再展示、查询和使用，无需修复。",
                      "Its disclosure period ended on " + to_string(*end) +
                          "; it is no longer shown, queried or used, and needs no repair."},
                     "SD-2020/38",
                     {}});
  }
}

void find_too_early(const RuleBook& book, const RepairEdition& edition, const RepairFacts& facts,
                    Date day, std::vector<RepairObstacle>& found) {
  const auto earliest = facts.publicity.earliest_repair;
  if (!earliest || day >= *earliest) return;
  // Where the five years of art. 38 cut the longest period short, the answer cites them; the
  // shortest period is the edition's.
  const bool cut_short = facts.publicity.basis == book.publicity.ceiling_basis;
  found.push_back(
      {"too_early",
       {"最短公示期尚未届满，" + to_string(*earliest) + " 起可以申请。",
        "The shortest publicity period has not ended; apply from " + to_string(*earliest) + " on."},
       cut_short ? edition.basis : facts.publicity.basis,
       earliest});
}

void find_excluded(const RepairEdition& edition, const RepairFacts& facts,
                   std::vector<RepairObstacle>& found) {
  for (const RepairExclusion& exclusion : edition.exclusions) {
    if (excludes(exclusion, facts))
      found.push_back({"excluded", exclusion.reason, exclusion.basis, edition.to});
  }
}

void find_ban(const RepairEdition& edition, const RepairFacts& facts, Date day,
              std::vector<RepairObstacle>& found) {
  if (!facts.valid_to || day > *facts.valid_to) return;
  if (!names_a_kind(edition.running_ban.kinds, facts.kinds)) return;
  const bool for_ever = *facts.valid_to >= forever;
  const std::string last = to_string(*facts.valid_to);
  found.push_back({"ban_running",
                   for_ever
                       ? Words{"限制长期执行，执行期间不得提前终止公示。",
                               "The restriction runs for ever; its publicity may not end early."}
                       : Words{"限制执行至 " + last + "，执行期间不得提前终止公示。",
                               "The restriction runs to " + last +
                                   "; until then its publicity may not end early."},
                   edition.running_ban.basis,
                   for_ever ? std::nullopt : std::optional(facts.valid_to->plus_days(1))});
}

void find_bars(const RuleBook& book, const RepairEdition& edition, const RepairFacts& facts,
               Date day, std::vector<RepairObstacle>& found) {
  if (facts.barred_until.empty()) return;
  const Date last = std::ranges::max(facts.barred_until);
  if (day >= last) return;
  found.push_back({"barred",
                   {"此前申请修复时材料虚假或者违反承诺，" + to_string(last) + " 起方可再申请。",
                    "An earlier application rested on false material or a broken commitment; apply "
                    "again from " +
                        to_string(last) + " on."},
                   book.clock(edition.barred_clock, day).basis,
                   last});
}

std::vector<RepairObstacle> obstacles_on(const RuleBook& book, const RepairFacts& facts, Date day) {
  const RepairEdition& edition = edition_on(book, facts, day);
  std::vector<RepairObstacle> found;
  find_final(facts, day, found);
  find_excluded(edition, facts, found);
  find_bars(book, edition, facts, day, found);
  find_ban(edition, facts, day, found);
  find_too_early(book, edition, facts, day, found);
  return found;
}

// ---- the first day on which nothing does

// The day the last of them is gone; nothing when one of them stays.
std::optional<Date> gone_on(const std::vector<RepairObstacle>& obstacles) {
  std::optional<Date> last;
  for (const RepairObstacle& obstacle : obstacles) {
    if (!obstacle.until) return std::nullopt;
    last = std::max(last.value_or(*obstacle.until), *obstacle.until);
  }
  return last;
}

// When the next edition for this body begins, after `day`: other rules may then hold.
std::optional<Date> next_edition(const RuleBook& book, const RepairFacts& facts, Date day) {
  const std::string& now = edition_on(book, facts, day).id;
  std::optional<Date> next;
  for (const RepairEdition& edition : book.repair) {
    if (edition.from <= day || edition_on(book, facts, edition.from).id == now) continue;
    next = std::min(next.value_or(edition.from), edition.from);
  }
  return next;
}

// From obstacle to obstacle: within one edition nothing is possible before the last of them is
// gone, and no day of another edition is skipped. So the day found is the first.
std::optional<Date> first_day(const RuleBook& book, const RepairFacts& facts, Date day) {
  for (auto obstacles = obstacles_on(book, facts, day); !obstacles.empty();
       obstacles = obstacles_on(book, facts, day)) {
    const auto gone = gone_on(obstacles);
    const auto next = next_edition(book, facts, day);
    if (!gone && !next) return std::nullopt;
    day = gone && next ? std::min(*gone, *next) : gone.value_or(next.value_or(day));
  }
  return day;
}

// ---- the answer

bool asked_of(const rulebook::RepairMaterial& material, Severity severity) {
  return material.severities.empty() || std::ranges::count(material.severities, severity) > 0;
}

void say_law(const RepairEdition& edition, const RepairFacts& facts, Repairability& answer) {
  answer.edition = edition.id;
  answer.edition_label = edition.label;
  answer.severity = rulebook::term_of(rulebook::severity_terms, facts.severity).name;
  for (const auto& condition : edition.conditions) answer.conditions.push_back(condition.label);
  for (const auto& material : edition.materials) {
    if (asked_of(material, facts.severity))
      answer.materials.push_back({material.id, material.label, material.basis});
  }
  answer.procedure = edition.procedure;
  answer.where = edition.where;
  answer.basis = edition.basis;
  answer.provisional = edition.provisional || facts.publicity.provisional;
}

Words remedy_of(const std::vector<RepairObstacle>& obstacles) {
  const auto gone = gone_on(obstacles);
  if (gone) {
    return {"请于 " + to_string(*gone) + " 起申请。", "Apply from " + to_string(*gone) + " on."};
  }
  return {"请查看理由和依据；认为记录有误的，可以提出异议。",
          "See the reason and the article; if the record is wrong, raise an objection."};
}

// The one that lasts longest; the first of those.
const RepairObstacle& gravest(const std::vector<RepairObstacle>& obstacles) {
  return *std::ranges::max_element(obstacles, [](const auto& a, const auto& b) {
    if (!a.until || !b.until) return a.until.has_value() && !b.until.has_value();
    return *a.until < *b.until;
  });
}

}  // namespace

std::string shown_value(const rulebook::Item& item, const ShownRecord& record, Role role) {
  const rulebook::Field* field = item.with_role(role);
  if (field == nullptr) return {};
  const auto at = std::ranges::find(record.fields, field->code, &ShownField::code);
  return at == record.fields.end() ? std::string() : at->value;
}

RepairFacts repair_facts(const RuleBook& book, const ShownRecord& record) {
  RepairFacts facts;
  facts.item = record.item;
  facts.issuing_body = record.issuing_body;
  facts.dishonesty = record.nature == "dishonesty";
  facts.severity =
      rulebook::value_named(rulebook::severity_terms, record.severity).value_or(Severity::none);
  facts.valid_to = record.valid_to;
  const rulebook::Item* item = book.catalogue.find(record.item);
  if (item == nullptr) return facts;
  facts.kinds = kinds_in(shown_value(*item, record, Role::penalty_kinds));
  domain::PublicityFacts publicity;
  publicity.rule = item->validity;
  publicity.severity = facts.severity;
  publicity.kinds = facts.kinds;
  publicity.decided_on = record.decided_on.value_or(record.source.received.day());
  publicity.valid_to = record.valid_to;
  publicity.conduct_end = parse_date(shown_value(*item, record, Role::conduct_end));
  facts.publicity = book.publicity.answer(publicity);
  return facts;
}

Date barred_until(const RuleBook& book, Date found) {
  const RepairEdition* edition = rulebook::repair_edition(book.repair, found, "");
  ensure(edition != nullptr, "a rule book with a law of repair");
  return rulebook::due_day(book, edition->barred_clock, found).day;
}

Repairability repairability(const RuleBook& book, const RepairFacts& facts, Date day) {
  Repairability answer;
  answer.obstacles = obstacles_on(book, facts, day);
  answer.now = answer.obstacles.empty();
  answer.from = answer.now ? day : first_day(book, facts, day);
  say_law(edition_on(book, facts, answer.from.value_or(day)), facts, answer);
  return answer;
}

Result<void> check_repairable(const RuleBook& book, const RepairFacts& facts, Date day) {
  const auto obstacles = obstacles_on(book, facts, day);
  if (obstacles.empty()) return {};
  const RepairObstacle& one = gravest(obstacles);
  return make_error(ErrorCode::conflict, "repair." + one.code, one.reason, remedy_of(obstacles),
                    one.basis);
}

}  // namespace credence::app
