// SPDX-License-Identifier: Apache-2.0
#include "app/lists/preview.h"

#include <algorithm>

namespace credence::app {
namespace {

using domain::HeadMark;
using domain::RecordHead;
using rulebook::Consequences;
using rulebook::RuleBook;
using rulebook::RuleFiles;
using Outcome = SubjectChange::Outcome;

constexpr int months_of_year = 12;

Error unreadable(const rulebook::RuleFault& fault, std::size_t faults) {
  const std::string more = faults > 1 ? "（共 " + std::to_string(faults) + " 处）" : std::string();
  Error error = make_error(
      ErrorCode::invalid, "preview.rules",
      {"规则无法读取：" + fault.message.zh + more, "The rules cannot be read: " + fault.message.en +
                                                       " (faults: " + std::to_string(faults) + ")"},
      fault.remedy);
  error.place.file = fault.file;
  error.place.row = fault.line;
  return error;
}

// ---- what makes a change surprising

bool grounds(const Consequences& rules, const RecordHead& head, Date day, const Holding& holding) {
  const auto standing = rules.of(head, day);
  if (holding.sort == Holding::Sort::list) {
    return std::ranges::any_of(standing.lists,
                               [&](const auto& on) { return on.list->id == holding.id; });
  }
  return std::ranges::any_of(standing.measures,
                             [&](const auto& one) { return one.measure->id == holding.id; });
}

// The records that what is gained rests on under the new rules.
std::vector<const RecordHead*> grounds_of_gained(const Compared& compared,
                                                 const SubjectChange& change,
                                                 std::span<const RecordHead> heads) {
  std::vector<const RecordHead*> found;
  for (const RecordHead& head : heads) {
    const bool is_ground = std::ranges::any_of(change.changes, [&](const HoldingChange& one) {
      return one.gained_burden() && grounds(compared.after, head, compared.day, *one.after);
    });
    if (is_ground) found.push_back(&head);
  }
  return found;
}

bool serious_ground_of_lost(const Compared& compared, const SubjectChange& change,
                            std::span<const RecordHead> heads) {
  return std::ranges::any_of(heads, [&](const RecordHead& head) {
    return head.severity == domain::Severity::serious &&
           std::ranges::any_of(change.changes, [&](const HoldingChange& one) {
             return one.before && !one.after && one.before->burden &&
                    grounds(compared.before, head, compared.day, *one.before);
           });
  });
}

bool is_honoured(const Compared& compared, std::span<const RecordHead> heads) {
  for (const Consequences* rules : {&compared.before, &compared.after}) {
    for (const Holding& one : holdings_of(*rules, heads, compared.day)) {
      if (one.sort == Holding::Sort::list && !one.burden) return true;
    }
  }
  const auto& catalogue = compared.after.book().catalogue;
  return std::ranges::any_of(heads, [&](const RecordHead& head) {
    const auto* item = catalogue.by_number(head.item);
    return item != nullptr && item->nature == rulebook::Nature::good &&
           compared.after.of(head, compared.day).usable.holds(compared.day);
  });
}

void add_quiet(const Compared& compared, std::span<const RecordHead> heads,
               std::vector<PreviewReason>& reasons) {
  const auto years = compared.after.book().limit("lists.surprise_quiet_years", compared.day).value;
  const Date last = std::ranges::max(heads, {}, &RecordHead::decided_on).decided_on;
  if (last.plus_months(static_cast<int>(years) * months_of_year) > compared.day) return;
  reasons.push_back({"quiet",
                     {"最近一次决定在 " + to_string(last) + "，此后 " + std::to_string(years) +
                          " 年以上没有新的决定。",
                      "The last decision is of " + to_string(last) + "; none for more than " +
                          std::to_string(years) + " years."}});
}

void add_registered(const Compared& compared, const SubjectFacts& facts,
                    std::vector<PreviewReason>& reasons) {
  const auto years =
      compared.after.book().limit("lists.surprise_registered_years", compared.day).value;
  if (!facts.registered ||
      facts.registered->plus_months(static_cast<int>(years) * months_of_year) > compared.day)
    return;
  reasons.push_back(
      {"long_registered",
       {"登记于 " + to_string(*facts.registered) + "，已满 " + std::to_string(years) + " 年。",
        "Registered on " + to_string(*facts.registered) + ", more than " + std::to_string(years) +
            " years ago."}});
}

void add_grounds(const std::vector<const RecordHead*>& grounds,
                 std::vector<PreviewReason>& reasons) {
  if (grounds.empty()) return;
  const std::string count = std::to_string(grounds.size());
  const auto all = [&](auto holds) { return std::ranges::all_of(grounds, holds); };
  if (all([](const RecordHead* one) { return one->severity == domain::Severity::minor; }))
    reasons.push_back({"minor",
                       {"依据的 " + count + " 条记录都属轻微。",
                        "All records it rests on are minor: " + count + "."}});
  if (all([](const RecordHead* one) { return one->has(HeadMark::disputed); }))
    reasons.push_back({"disputed",
                       {"依据的 " + count + " 条记录都有异议正在处理。",
                        "All records it rests on are disputed: " + count + "."}});
  if (grounds.size() == 1)
    reasons.push_back(
        {"single",
         {"只依据一条记录，决定于 " + to_string(grounds.front()->decided_on) + "。",
          "It rests on a single record, of " + to_string(grounds.front()->decided_on) + "."}});
}

}  // namespace

std::vector<PreviewReason> reasons_of(const Compared& compared, const SubjectChange& change,
                                      std::span<const RecordHead> heads,
                                      const SubjectFacts& facts) {
  std::vector<PreviewReason> reasons;
  const bool gained = std::ranges::any_of(change.changes, &HoldingChange::gained_burden);
  if (gained) {
    if (is_honoured(compared, heads))
      reasons.push_back({"honoured",
                         {"在守信激励名单上，或者持有守信记录。",
                          "On a list of honour, or holder of a record of good conduct."}});
    add_grounds(grounds_of_gained(compared, change, heads), reasons);
    if (change.outcome == Outcome::bound) {
      add_quiet(compared, heads, reasons);
      add_registered(compared, facts, reasons);
    }
  }
  if (serious_ground_of_lost(compared, change, heads))
    reasons.push_back({"serious_freed",
                       {"不再受约束，而原依据的记录属严重。",
                        "Freed of what rests on a record of the serious class."}});
  return reasons;
}

Result<std::shared_ptr<const RuleBook>> book_of(const RuleFiles& files) {
  auto reading = rulebook::read_rules(files);
  if (!reading.book) return unreadable(reading.faults.front(), reading.faults.size());
  return std::move(reading.book);
}

Result<std::shared_ptr<const RuleBook>> changed_book(const RuleBook& now,
                                                     const std::vector<ChangedFile>& files) {
  if (files.empty())
    return make_error(ErrorCode::invalid, "preview.nothing",
                      {"没有给出要改的规则文件。", "No changed file of the rules is given."},
                      {"请在 files 中给出路径和内容。", "Give paths and texts in files."});
  RuleFiles all = now.files;
  for (const ChangedFile& file : files) {
    if (file.text) {
      all.insert_or_assign(file.path, *file.text);
    } else {
      all.erase(file.path);
    }
  }
  return book_of(all);
}

}  // namespace credence::app
