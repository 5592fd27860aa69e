// SPDX-License-Identifier: Apache-2.0
#include "app/lists/lists.h"

#include <algorithm>
#include <set>

#include "app/lists/preview_report.h"
#include "app/standing/index.h"
#include "rulebook/terms.h"
#include "store/marks.h"

namespace credence::app {
namespace {

using domain::HeadMark;
using domain::RecordHead;
using rulebook::Consequences;
using rulebook::ListRule;
using rulebook::RuleBook;

const Words spread_note = {
    "按现行规则和现存记录推算；同一主体在一个名单上有多条记录的只计一次。登记信息没有从业人员和营业"
    "收入，规模以注册资本和主体类别代替。",
    "Worked out from the records as they are, under the rules in force; a subject with several "
    "records on a list counts once. Registers hold neither staff nor turnover: size is told by "
    "registered capital and kind."};

// When records that were repaired or withdrawn were so.
UndoneOn undone_on(store::Database& database, const std::vector<RecordHead>& heads) {
  std::vector<SubjectId> subjects;
  for (const RecordHead& head : heads) {
    const bool undone = head.has(HeadMark::repaired) || head.has(HeadMark::withdrawn);
    if (undone && (subjects.empty() || subjects.back() != head.subject))
      subjects.push_back(head.subject);
  }
  UndoneOn days;
  const auto lease = database.read();
  for (const auto& mark : store::marks_of(lease.sql(), subjects, end_of_time)) {
    if (mark.kind != domain::MarkKind::repaired && mark.kind != domain::MarkKind::withdrawn)
      continue;
    const Date day = mark.from.day();
    auto& first = days.try_emplace({mark.subject, mark.record}, day).first->second;
    first = std::min(first, day);
  }
  return days;
}

ListLine line_of(const ListRule& list, std::int64_t on) {
  return {list.id,
          list.label,
          std::string(rulebook::term_of(rulebook::list_sort_terms, list.sort).name),
          list.area,
          list.recognised_by,
          list.basis,
          on,
          list.provisional};
}

Words cited(const RuleBook& book, const std::string& basis) {
  return {book.cite(basis), book.cite(basis, false)};
}

bool rests_on(const rulebook::Measure& measure, const std::string& list) {
  return std::ranges::any_of(measure.grounds,
                             [&](const auto& ground) { return ground.list == list; });
}

Error for_stewards() {
  return make_error(
      ErrorCode::forbidden, "preview.audience",
      {"规则变更预演列出具体主体，只向公共信用信息机构提供。",
       "A preview of rules names organisations; it is for the credit centre alone."},
      {"请以经办人身份、目的 stewardship 进行。", "Ask as its clerk, for the purpose stewardship."},
      "SD-2020/9");
}

// Whoever is named was looked at.
std::vector<AccessEntry> looks_at(const Preview& preview) {
  std::set<SubjectId> named;
  for (const auto* told : {&preview.surprising, &preview.subjects}) {
    for (const PreviewedSubject& one : *told) named.insert(one.subject);
  }
  std::vector<AccessEntry> entries;
  for (const SubjectId subject : named)
    entries.push_back({subject, "preview/" + preview.edition_after, 1, 0});
  return entries;
}

// Without what was asked for: a mistyped address may hold somebody's number.
Error no_list() {
  return make_error(
      ErrorCode::not_found, "lists.not_found", {"没有这个名单。", "There is no such list."},
      {"见 /api/v1/lists，或 credence lists。", "See /api/v1/lists, or credence lists."});
}

}  // namespace

Lists::Lists(store::Database& database, store::Dictionaries& dictionaries, const Clock& clock)
    : database_(database), dictionaries_(dictionaries), clock_(clock) {}

// One counts, and others who ask meanwhile wait for it.
std::shared_ptr<const Lists::Counted> Lists::counted(const RuleBook& book) const {
  const std::scoped_lock lock(mutex_);
  const Date day = today();
  const auto now = store::facts_position(database_.read().sql());
  if (counted_ && counted_->edition == book.edition && counted_->day == day &&
      counted_->position == now)
    return counted_;
  auto fresh = std::make_shared<Counted>();
  fresh->edition = book.edition;
  fresh->day = day;
  const Consequences rules(book);
  const auto heads = read_all_heads(database_, rules.items(), fresh->position);
  fresh->members = members_of(rules, heads, undone_on(database_, heads), day);
  counted_ = fresh;
  return fresh;
}

std::vector<ListLine> Lists::lines(const RuleBook& book) const {
  const auto all = counted(book);
  std::vector<ListLine> lines;
  for (const auto& [id, list] : book.lists) {
    if (list.in_force(all->day)) lines.push_back(line_of(list, all->members.at(id).counts.on));
  }
  return lines;
}

Result<ListView> Lists::view(const RuleBook& book, std::string_view id) const {
  const auto found = book.lists.find(id);
  if (found == book.lists.end()) return no_list();
  const ListRule& list = found->second;
  const auto all = counted(book);
  ListView view;
  view.line = line_of(list, all->members.at(list.id).counts.on);
  for (const std::string& basis : list.basis) view.articles.push_back(cited(book, basis));
  view.conditions = list.conditions;
  view.evidence = list.evidence;
  view.removal = list.removal;
  view.publicity = list.publicity;
  view.term_months = list.term_months;
  view.from = list.from;
  view.to = list.to;
  for (const auto& [measure_id, measure] : book.measures) {
    if (!measure.in_force(all->day) || !rests_on(measure, list.id)) continue;
    view.measures.push_back(
        {measure_id, measure.label,
         std::string(rulebook::term_of(rulebook::force_terms, measure.force).name),
         cited(book, measure.basis), measure.lifted_by});
  }
  return view;
}

Result<SpreadReport> Lists::spread(const RuleBook& book, const Caller& caller) const {
  if (!caller.may(domain::Power::supervise_cases)) {
    if (auto may = caller.require(domain::Power::steward); !may) return may.error();
  }
  const auto all = counted(book);
  SpreadReport report;
  report.day = all->day;
  report.known = all->position.known;
  report.edition = book.edition;
  report.small_below = book.limit("lists.small_capital", report.day).value;
  report.note = spread_note;
  std::vector<SubjectId> listed;
  for (const auto& [id, members] : all->members)
    listed.insert(listed.end(), members.on.begin(), members.on.end());
  const auto lease = database_.read();
  const auto facts = subject_facts(lease.sql(), dictionaries_, book, listed);
  for (const auto& [id, members] : all->members)
    report.lists.push_back(spread_of(book, members, facts, report.day));
  return report;
}

Result<Pending<Preview>> Lists::preview(const RuleBook& before, const RuleBook& after,
                                        const Permit& permit, Date day, std::size_t limit) const {
  if (permit.audience() != domain::Audience::steward) return for_stewards();
  const Consequences now(before), then(after);
  const auto items = items_of_both(now, then);
  store::FactsPosition position;
  const auto heads = read_all_heads(database_, items, position);
  Preview preview;
  preview.edition_before = before.edition;
  preview.edition_after = after.edition;
  preview.day = day;
  preview.known = position.known;
  preview.records = static_cast<std::int64_t>(heads.size());
  std::vector<KnownChange> changes;
  std::vector<SubjectId> subjects;
  preview.organizations = each_change(
      now, then, heads, day, [&](const SubjectChange& change, std::span<const RecordHead> own) {
        changes.push_back({change, own});
        subjects.push_back(change.subject);
      });
  {
    const auto lease = database_.read();
    const auto facts = subject_facts(lease.sql(), dictionaries_, after, subjects);
    tell({now, then, day}, changes, facts, limit, preview);
  }
  auto entries = looks_at(preview);
  return Pending<Preview>(std::move(preview), std::move(entries));
}

}  // namespace credence::app
