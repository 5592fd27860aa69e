// SPDX-License-Identifier: Apache-2.0
#include "app/lists/holdings.h"

#include <algorithm>
#include <iterator>

namespace credence::app {
namespace {

using domain::RecordHead;
using rulebook::ListRule;
using rulebook::Measure;
using rulebook::Span;

std::pair<Holding::Sort, const std::string&> place(const Holding& one) {
  return {one.sort, one.id};
}

Holding holding_of(const rulebook::Standing::OnList& on) {
  return {Holding::Sort::list, on.list->id, on.span, on.list->sort != ListRule::Sort::red, false};
}

Holding holding_of(const rulebook::Standing::Applied& applied) {
  return {Holding::Sort::measure, applied.measure->id, applied.span,
          applied.measure->effect == Measure::Effect::constraint,
          applied.measure->force == Measure::Force::mandatory};
}

void join(Span& all, const Span& one) {
  all.since = std::min(all.since, one.since);
  if (all.until)
    all.until = one.until ? std::optional(std::max(*all.until, *one.until)) : one.until;
}

void add(std::vector<Holding>& all, Holding one) {
  const auto same =
      std::ranges::find_if(all, [&](const Holding& other) { return place(other) == place(one); });
  if (same == all.end()) {
    all.push_back(std::move(one));
  } else {
    join(same->span, one.span);
  }
}

SubjectChange::Outcome outcome_of(const std::vector<Holding>& before,
                                  const std::vector<Holding>& after) {
  const bool had = std::ranges::any_of(before, &Holding::burden);
  const bool has = std::ranges::any_of(after, &Holding::burden);
  if (had == has) return SubjectChange::Outcome::changed;
  return has ? SubjectChange::Outcome::bound : SubjectChange::Outcome::freed;
}

}  // namespace

std::vector<Holding> holdings_of(const rulebook::Consequences& rules,
                                 std::span<const RecordHead> heads, Date day) {
  std::vector<Holding> all;
  for (const RecordHead& head : heads) {
    const auto standing = rules.of(head, day);
    for (const auto& on : standing.lists) add(all, holding_of(on));
    for (const auto& applied : standing.measures) add(all, holding_of(applied));
  }
  std::ranges::sort(all, {}, place);
  return all;
}

std::vector<HoldingChange> changes_between(const std::vector<Holding>& before,
                                           const std::vector<Holding>& after) {
  std::vector<HoldingChange> changes;
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    const bool only_before = b == after.end() || (a != before.end() && place(*a) < place(*b));
    const bool only_after = a == before.end() || (b != after.end() && place(*b) < place(*a));
    if (only_before) {
      changes.push_back({*a++, std::nullopt});
    } else if (only_after) {
      changes.push_back({std::nullopt, *b++});
    } else {
      if (*a != *b) changes.push_back({*a, *b});
      ++a;
      ++b;
    }
  }
  return changes;
}

void each_subject(std::span<const RecordHead> heads,
                  const std::function<void(std::span<const RecordHead>)>& take) {
  for (std::size_t first = 0; first < heads.size();) {
    std::size_t last = first + 1;
    while (last < heads.size() && heads[last].subject == heads[first].subject) ++last;
    take(heads.subspan(first, last - first));
    first = last;
  }
}

std::int64_t each_change(const rulebook::Consequences& before, const rulebook::Consequences& after,
                         std::span<const RecordHead> heads, Date day, const TakeChange& take) {
  std::int64_t looked = 0;
  each_subject(heads, [&](std::span<const RecordHead> own) {
    if (own.front().kind() == domain::SubjectKind::person) return;
    ++looked;
    const auto held = holdings_of(before, own, day), will = holdings_of(after, own, day);
    auto changes = changes_between(held, will);
    if (changes.empty()) return;
    take({own.front().subject, own.front().kind(), outcome_of(held, will), std::move(changes)},
         own);
  });
  return looked;
}

std::vector<int> items_of_both(const rulebook::Consequences& one,
                               const rulebook::Consequences& other) {
  std::vector<int> items;
  std::ranges::set_union(one.items(), other.items(), std::back_inserter(items));
  return items;
}

}  // namespace credence::app
