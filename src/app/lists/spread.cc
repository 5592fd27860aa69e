// SPDX-License-Identifier: Apache-2.0
#include "app/lists/spread.h"

#include <algorithm>

#include "app/lists/holdings.h"
#include "rulebook/terms.h"
#include "wire/csv.h"

namespace credence::app {
namespace {

using domain::HeadMark;
using domain::RecordHead;
using rulebook::Consequences;
using rulebook::ListRule;
using rulebook::RuleBook;
using rulebook::Span;

constexpr int months_told = 24, months_of_growth = 12;
constexpr std::int64_t whole = 100;  // per cent
constexpr std::int64_t fen_of_wan = 1'000'000;

struct Months {
  explicit Months(Date day) : today(day) {
    const Date first(day.year(), day.month(), 1);
    for (int i = months_told - 1; i >= 0; --i) starts.push_back(first.plus_months(-i));
  }
  Date last_day(std::size_t i) const {
    return i + 1 < starts.size() ? starts[i + 1].plus_days(-1) : today;
  }
  bool holds(std::size_t i, Date day) const { return starts[i] <= day && day <= last_day(i); }

  Date today;
  std::vector<Date> starts;
};

std::string month_of(Date day) { return to_string(day).substr(0, 7); }

bool is_undone(const RecordHead& head) {
  return head.has(HeadMark::repaired) || head.has(HeadMark::withdrawn);
}

// One record's time on a list. Of one that was repaired or withdrawn: until then, and what would
// have been.
struct Entry {
  const RecordHead* head;
  Span span;
  Span would_be;
};
using Entries = std::map<const ListRule*, std::vector<Entry>>;

Entries entries_of(const Consequences& rules, std::span<const RecordHead> heads,
                   const UndoneOn& undone, Date from) {
  Entries entries;
  for (const RecordHead& head : heads) {
    const auto standing = rules.of(head.without({HeadMark::repaired, HeadMark::withdrawn}), from,
                                   Consequences::When::that_day_or_later);
    for (const auto& on : standing.lists) {
      Entry entry{&head, on.span, on.span};
      if (is_undone(head)) {
        const auto when = undone.find({head.subject, head.record});
        const Date end = when == undone.end() ? head.decided_on : when->second;
        entry.span.until = std::min(entry.span.until.value_or(end), end);
      }
      entries[on.list].push_back(entry);
    }
  }
  return entries;
}

// The times on a list, those that touch as one.
std::vector<Span> joined(const std::vector<Entry>& entries) {
  std::vector<Span> spans;
  for (const Entry& one : entries) {
    if (!one.span.until || one.span.since < *one.span.until) spans.push_back(one.span);
  }
  std::ranges::sort(spans, {}, &Span::since);
  std::vector<Span> all;
  for (const Span& span : spans) {
    if (all.empty() || (all.back().until && *all.back().until < span.since)) {
      all.push_back(span);
    } else if (all.back().until) {
      all.back().until =
          span.until ? std::optional(std::max(*all.back().until, *span.until)) : span.until;
    }
  }
  return all;
}

void count_months(const std::vector<Span>& spans, const Months& months, ListSpread& counts) {
  for (std::size_t i = 0; i < months.starts.size(); ++i) {
    SpreadMonth& month = counts.months[i];
    for (const Span& span : spans) {
      if (months.holds(i, span.since)) ++month.entered;
      if (span.until && months.holds(i, *span.until)) ++month.left;
      if (span.holds(months.last_day(i))) ++month.on;
    }
  }
}

void count_marks(const std::vector<Entry>& entries, Date day, bool on, ListSpread& counts) {
  const auto any = [&](auto holds) { return std::ranges::any_of(entries, holds); };
  if (on) {
    counts.disputed += any([&](const Entry& one) {
      return one.span.holds(day) && one.head->has(HeadMark::disputed);
    })
                           ? 1
                           : 0;
    return;
  }
  const auto by = [&](HeadMark mark) {
    return any([&](const Entry& one) { return one.would_be.holds(day) && one.head->has(mark); });
  };
  // Withdrawn goes before repaired where both were put.
  if (by(HeadMark::withdrawn)) {
    ++counts.withdrawn;
  } else if (by(HeadMark::repaired)) {
    ++counts.repaired;
  }
}

void count(SubjectId subject, const std::vector<Entry>& entries, const Months& months,
           ListMembers& members) {
  const auto spans = joined(entries);
  ListSpread& counts = members.counts;
  const auto holds = [&](Date day) {
    return std::ranges::any_of(spans, [&](const Span& span) { return span.holds(day); });
  };
  count_months(spans, months, counts);
  const bool on = holds(months.today);
  count_marks(entries, months.today, on, counts);
  if (holds(months.today.plus_months(-months_of_growth))) ++counts.year_ago;
  if (!on) return;
  ++counts.on;
  members.on.push_back(subject);
}

ListMembers empty_list(const ListRule& list, const Months& months) {
  ListMembers members;
  members.counts.list = list.id;
  members.counts.label = list.label;
  members.counts.sort = rulebook::term_of(rulebook::list_sort_terms, list.sort).name;
  for (const Date start : months.starts)
    members.counts.months.push_back({month_of(start), 0, 0, 0});
  return members;
}

std::int64_t percent_of(std::int64_t part, std::int64_t all) {
  return all == 0 ? 0 : part * whole / all;
}

// ---- shares and flags

void add_share(std::vector<SpreadShare>& shares, const std::string& key, const Words& label) {
  const auto same = std::ranges::find(shares, key, &SpreadShare::key);
  if (same != shares.end()) {
    ++same->count;
  } else {
    shares.push_back({key, label, 1});
  }
}

void largest_first(std::vector<SpreadShare>& shares) {
  std::ranges::sort(shares, [](const SpreadShare& a, const SpreadShare& b) {
    return a.count != b.count ? a.count > b.count : a.key < b.key;
  });
}

Words kind_label(domain::SubjectKind kind) {
  return {std::string(rulebook::term_of(rulebook::subject_terms, kind).zh),
          std::string(domain::to_string(kind))};
}

struct Flagging {
  const RuleBook& book;
  Date day;
  ListSpread& spread;

  void flag(const char* id, const char* limit, Words label, std::int64_t part, std::int64_t all,
            std::int64_t least) const {
    const auto& rule = book.limit(limit, day);
    const std::int64_t percent = percent_of(part, all);
    if (all < least || percent < rule.value) return;
    spread.flags.push_back(
        {id, std::move(label), percent, rule.value, part, all, rule.basis, rule.provisional});
  }
};

void add_flags(const RuleBook& book, Date day, ListSpread& spread) {
  // A list is praised, not warned of, for growing.
  if (spread.sort == "red") return;
  const std::int64_t least = book.limit("lists.flag_least", day).value;
  const Flagging flagging{book, day, spread};
  flagging.flag("growth", "lists.growth_percent", {"一年内在列主体增长过快", "Grew fast in a year"},
                spread.on - spread.year_ago, spread.year_ago, least);
  flagging.flag(
      "small", "lists.small_percent",
      {"在列主体多为个体工商户和小微企业", "Mostly individual businesses and small firms"},
      spread.small, spread.size_known, least);
  flagging.flag("disputed", "lists.disputed_percent", {"在列主体异议较多", "Many entries disputed"},
                spread.disputed, spread.on, least);
  flagging.flag("undone", "lists.undone_percent",
                {"列入后被撤销的较多", "Many entries were withdrawn"}, spread.withdrawn,
                spread.on + spread.withdrawn, least);
}

// Cells of text from outside begin with nothing that a spreadsheet would run; ours are ids, labels
// of rules and numbers.
std::string csv_line(const ListSpread& one) {
  std::string flags;
  for (const SpreadFlag& flag : one.flags)
    flags += (flags.empty() ? "" : "；") + flag.label.zh + " " + std::to_string(flag.percent) + "%";
  std::string line = one.list + "," + wire::csv_cell(one.label.zh) + "," + one.sort;
  for (const std::int64_t number : {one.on, one.entered, one.left, one.year_ago})
    line += "," + std::to_string(number);
  line += "," + (one.growth_percent ? std::to_string(*one.growth_percent) : "");
  for (const std::int64_t number :
       {one.small, one.size_known, one.disputed, one.repaired, one.withdrawn})
    line += "," + std::to_string(number);
  return line + "," + wire::csv_cell(flags) + "\r\n";
}

}  // namespace

std::map<std::string, ListMembers> members_of(const Consequences& rules,
                                              std::span<const RecordHead> heads,
                                              const UndoneOn& undone, Date day) {
  const Months months(day);
  std::map<std::string, ListMembers> all;
  for (const auto& [id, list] : rules.book().lists) all.emplace(id, empty_list(list, months));
  each_subject(heads, [&](std::span<const RecordHead> own) {
    for (const auto& [list, entries] : entries_of(rules, own, undone, months.starts.front()))
      count(own.front().subject, entries, months, all.at(list->id));
  });
  for (auto& [id, members] : all) {
    ListSpread& counts = members.counts;
    for (const SpreadMonth& month : counts.months) {
      counts.entered += month.entered;
      counts.left += month.left;
    }
    if (counts.year_ago > 0)
      counts.growth_percent = percent_of(counts.on - counts.year_ago, counts.year_ago);
  }
  return all;
}

ListSpread spread_of(const RuleBook& book, const ListMembers& members, const FactsBySubject& facts,
                     Date day) {
  ListSpread spread = members.counts;
  const Money small_below(book.limit("lists.small_capital", day).value * fen_of_wan);
  for (const SubjectId subject : members.on) {
    const auto known = facts.find(subject);
    if (known == facts.end()) continue;
    const SubjectFacts& one = known->second;
    add_share(spread.by_region, one.city, city_label(book, one.city));
    add_share(spread.by_kind, std::string(domain::to_string(one.organization.kind)),
              kind_label(one.organization.kind));
    const auto small = is_small(one, small_below);
    if (small) ++spread.size_known;
    if (small && *small) ++spread.small;
  }
  largest_first(spread.by_region);
  largest_first(spread.by_kind);
  add_flags(book, day, spread);
  return spread;
}

std::string spread_csv(const SpreadReport& report) {
  std::string csv =
      std::string(wire::csv_begin) +
      "名单编号,名单,种类,现在列,24个月列入,24个月移出,一年前在列,增长%,小微,规模可知,"
      "异议中,已修复,已撤销,提示\r\n";
  for (const ListSpread& one : report.lists) csv += csv_line(one);
  return csv;
}

}  // namespace credence::app
