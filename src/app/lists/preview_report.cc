// SPDX-License-Identifier: Apache-2.0
#include "app/lists/preview_report.h"

#include <algorithm>
#include <map>

#include "rulebook/terms.h"

namespace credence::app {
namespace {

using Outcome = SubjectChange::Outcome;

constexpr std::size_t most_surprising = 10;

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::bound:
      return "bound";
    case Outcome::freed:
      return "freed";
    case Outcome::changed:
      break;
  }
  return "changed";
}

const char* name_of(Holding::Sort sort) { return sort == Holding::Sort::list ? "list" : "measure"; }

void count(Outcome outcome, PreviewTotals& totals) {
  switch (outcome) {
    case Outcome::bound:
      ++totals.bound;
      break;
    case Outcome::freed:
      ++totals.freed;
      break;
    case Outcome::changed:
      ++totals.changed;
      break;
  }
}

std::int64_t sum(const PreviewTotals& totals) {
  return totals.bound + totals.freed + totals.changed;
}

// Of the rules that know it; both do, unless it is new or gone.
Words label_of(const Compared& compared, const Holding& holding) {
  for (const auto* rules : {&compared.after, &compared.before}) {
    const auto& book = rules->book();
    if (holding.sort == Holding::Sort::list) {
      if (const auto list = book.lists.find(holding.id); list != book.lists.end())
        return list->second.label;
    } else if (const auto measure = book.measures.find(holding.id);
               measure != book.measures.end()) {
      return measure->second.label;
    }
  }
  return {holding.id, holding.id};
}

PreviewChange told(const Compared& compared, const HoldingChange& change) {
  PreviewChange out;
  const Holding& any = change.any();
  out.sort = name_of(any.sort);
  out.id = any.id;
  out.label = label_of(compared, any);
  out.how = !change.before ? "gained" : !change.after ? "lost" : "altered";
  if (change.before) {
    out.since_before = change.before->span.since;
    out.until_before = change.before->span.until;
  }
  if (change.after) {
    out.since_after = change.after->span.since;
    out.until_after = change.after->span.until;
  }
  return out;
}

SubjectFacts facts_of(const FactsBySubject& all, const SubjectChange& change) {
  if (const auto known = all.find(change.subject); known != all.end()) return known->second;
  SubjectFacts none;
  none.organization.id = change.subject;
  none.organization.kind = change.kind;
  return none;
}

PreviewedSubject told(const Compared& compared, const KnownChange& known,
                      const SubjectFacts& facts) {
  PreviewedSubject out;
  out.subject = known.change.subject;
  out.code = facts.organization.code;
  out.name = facts.organization.name;
  out.kind = domain::to_string(known.change.kind);
  out.region = facts.city;
  out.trade = facts.trade;
  out.outcome = name_of(known.change.outcome);
  for (const HoldingChange& one : known.change.changes) out.changes.push_back(told(compared, one));
  out.surprising = reasons_of(compared, known.change, known.heads, facts);
  return out;
}

// ---- groups

class Groups {
 public:
  void count(const std::string& key, const Words& label, Outcome outcome) {
    auto& group = groups_.try_emplace(key, PreviewGroup{key, label, {}}).first->second;
    app::count(outcome, group.totals);
  }
  std::vector<PreviewGroup> most_affected_first() const {
    std::vector<PreviewGroup> all;
    for (const auto& [key, group] : groups_) all.push_back(group);
    std::ranges::stable_sort(all, std::greater<>(),
                             [](const PreviewGroup& one) { return sum(one.totals); });
    return all;
  }

 private:
  std::map<std::string, PreviewGroup> groups_;
};

class Rules {
 public:
  explicit Rules(const Compared& compared) : compared_(compared) {}
  void count(const HoldingChange& change) {
    const Holding& any = change.any();
    auto& rule = rules_[{any.sort, any.id}];
    if (rule.id.empty()) rule = {name_of(any.sort), any.id, label_of(compared_, any), 0, 0, 0};
    ++(!change.before ? rule.gained : !change.after ? rule.lost : rule.altered);
  }
  std::vector<PreviewRule> all() const {
    std::vector<PreviewRule> out;
    for (const auto& [key, rule] : rules_) out.push_back(rule);
    return out;
  }

 private:
  const Compared& compared_;
  std::map<std::pair<Holding::Sort, std::string>, PreviewRule> rules_;
};

// ---- the surprising

// More reasons first; then who is newly bound; then by number, so that the same change of rules
// shows the same cases.
bool is_more_surprising(const PreviewedSubject& a, const PreviewedSubject& b) {
  if (a.surprising.size() != b.surprising.size()) return a.surprising.size() > b.surprising.size();
  if ((a.outcome == "bound") != (b.outcome == "bound")) return a.outcome == "bound";
  return a.subject < b.subject;
}

void keep_if_surprising(const PreviewedSubject& one, std::vector<PreviewedSubject>& kept) {
  if (one.surprising.empty()) return;
  kept.insert(std::ranges::lower_bound(kept, one, is_more_surprising), one);
  if (kept.size() > most_surprising) kept.pop_back();
}

}  // namespace

void tell(const Compared& compared, std::span<const KnownChange> changes,
          const FactsBySubject& facts, std::size_t limit, Preview& preview) {
  Groups regions, kinds, trades;
  Rules rules(compared);
  for (const KnownChange& known : changes) {
    const Outcome outcome = known.change.outcome;
    const SubjectFacts subject = facts_of(facts, known.change);
    count(outcome, preview.totals);
    regions.count(subject.city, city_label(compared.after.book(), subject.city), outcome);
    const auto& kind = rulebook::term_of(rulebook::subject_terms, known.change.kind);
    kinds.count(std::string(kind.name), {std::string(kind.zh), std::string(kind.name)}, outcome);
    trades.count(
        subject.trade,
        subject.trade.empty() ? Words{"不详", "not known"} : Words{subject.trade, subject.trade},
        outcome);
    for (const HoldingChange& one : known.change.changes) rules.count(one);
    auto told_subject = told(compared, known, subject);
    keep_if_surprising(told_subject, preview.surprising);
    if (preview.subjects.size() < limit) preview.subjects.push_back(std::move(told_subject));
  }
  preview.complete = preview.subjects.size() == changes.size();
  preview.by_region = regions.most_affected_first();
  preview.by_kind = kinds.most_affected_first();
  preview.by_trade = trades.most_affected_first();
  preview.rules = rules.all();
}

}  // namespace credence::app
