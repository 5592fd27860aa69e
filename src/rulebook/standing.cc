// SPDX-License-Identifier: Apache-2.0
#include "rulebook/standing.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ensure.h"

namespace credence::rulebook {
namespace {

using domain::HeadMark;
using domain::RecordHead;
using domain::SubjectKind;

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

bool is_empty(const Span& span) { return span.until && *span.until <= span.since; }

// The part of a span in which a rule is in force.
Span within(Span span, Date from, std::optional<Date> to) {
  return {std::max(span.since, from), earlier(span.until, to)};
}

std::optional<Date> after_validity(const RecordHead& head) {
  const auto last = head.valid_to.get();
  if (!last || *last >= forever) return std::nullopt;
  return last->plus_days(1);
}

bool fits(const RecordClass& records, const RecordHead& head) {
  const auto among = [](const auto& values, const auto& value) {
    return values.empty() || std::ranges::find(values, value) != values.end();
  };
  return among(records.numbers, head.category) && among(records.severities, head.severity);
}

bool addresses(const Measure& measure, SubjectKind kind) {
  const auto target = kind == SubjectKind::organization ? MeasureTarget::organization
                                                        : MeasureTarget::individual_business;
  return std::ranges::find(measure.targets, target) != measure.targets.end();
}

Consequences::Counting counting(const RuleBook& book, const Matter& matter) {
  Consequences::Counting all;
  std::set<std::string> lists;
  for (const auto& [id, measure] : book.measures) {
    if (!counts_in(measure, matter)) continue;
    all.measures.push_back(id);
    for (const Ground& ground : measure.grounds) {
      if (!ground.list.empty()) lists.insert(ground.list);
    }
  }
  for (const auto& [id, limit] : book.appointments) {
    if (counts_in(limit, matter)) all.limits.push_back(id);
  }
  all.lists.assign(lists.begin(), lists.end());
  return all;
}

// A rule reached from one class of records.
struct EntryOf {
  const ListRule* list;
  const RecordClass* records;
};
struct GroundOf {
  const Measure* measure;
  const RecordClass* records;
};
struct LimitOf {
  const AppointmentLimit* limit;
  const RecordClass* records;
};

}  // namespace

struct Consequences::Tables {
  explicit Tables(const RuleBook& given) : book(given) {}
  const RuleBook& book;
  std::map<int, std::vector<EntryOf>> entries;
  std::map<int, std::vector<GroundOf>> grounds;
  std::map<int, std::vector<LimitOf>> limits;
  std::map<const ListRule*, std::vector<const Measure*>> of_list;
  std::map<std::string, Counting, std::less<>> counting;  // by matter
  std::vector<int> items;

  int number_of(const RecordClass& records) const {
    const Item* item = book.catalogue.find(records.item);
    ensure(item != nullptr, "the reader knows the items of lists and measures");
    return item->number;
  }
  template <class T>
  static const std::vector<T>& at(const std::map<int, std::vector<T>>& table, int item) {
    static const std::vector<T> none;
    const auto found = table.find(item);
    return found == table.end() ? none : found->second;
  }

  // While the record may be shown to a public body.
  Span usable(const RecordHead& head, const Item& item) const {
    domain::PublicityFacts facts;
    facts.rule = item.validity;
    facts.severity = head.severity;
    facts.decided_on = head.decided_on;
    facts.valid_to = head.valid_to.get();
    facts.conduct_end = head.conduct_end.get();
    domain::DisclosureFacts shown;
    shown.subject = head.kind();
    shown.mode = head.kind() == SubjectKind::person ? item.persons : item.organizations;
    shown.publicity = book.publicity.answer(facts);
    shown.marks.repaired = head.has(HeadMark::repaired);
    shown.marks.withdrawn = head.has(HeadMark::withdrawn);
    const auto disclosure = domain::disclose(shown, domain::Audience::public_body, head.decided_on);
    if (disclosure.visibility != domain::Visibility::shown)
      return {head.decided_on, head.decided_on};
    return {head.decided_on, disclosure.until};
  }

  // While a record of a class is a ground. One that says until when it holds is none afterwards,
  // but where the class counts the record itself and not its running.
  static Span running(const RecordHead& head, const RecordClass& records, Span usable) {
    usable.since = std::max(usable.since, head.valid_from.get().value_or(usable.since));
    if (records.while_valid) usable.until = earlier(usable.until, after_validity(head));
    return usable;
  }

  static Span listed(const RecordHead& head, const EntryOf& entry, Span usable) {
    Span span = running(head, *entry.records, usable);
    if (entry.list->term_months > 0 && !head.valid_to.get())
      span.until = earlier(span.until, span.since.plus_months(entry.list->term_months));
    return within(span, entry.list->from, entry.list->to);
  }

  template <class Rule>
  static Span applied(const Rule& rule, Span ground) {
    if (rule.months > 0)
      ground.until = earlier(ground.until, ground.since.plus_months(rule.months));
    return within(ground, rule.from, rule.to);
  }
};

Consequences::Consequences(const RuleBook& book) {
  auto tables = std::make_unique<Tables>(book);
  std::set<int> items;
  const auto add = [&](auto& table, const RecordClass& records, auto rule) {
    const int number = tables->number_of(records);
    table[number].push_back({rule, &records});
    items.insert(number);
  };
  for (const auto& [id, list] : book.lists) {
    for (const RecordClass& records : list.entries) add(tables->entries, records, &list);
  }
  for (const auto& [id, measure] : book.measures) {
    for (const Ground& ground : measure.grounds) {
      if (ground.list.empty()) {
        add(tables->grounds, ground.records, &measure);
      } else {
        tables->of_list[&book.lists.find(ground.list)->second].push_back(&measure);
      }
    }
  }
  for (const auto& [id, limit] : book.appointments) {
    for (const RecordClass& records : limit.grounds) add(tables->limits, records, &limit);
  }
  for (const auto& [id, matter] : book.matters) {
    for (const std::string& fact : matter.facts) items.insert(book.catalogue.find(fact)->number);
  }
  for (const auto& [id, matter] : book.matters)
    tables->counting.emplace(id, counting(book, matter));
  tables->items.assign(items.begin(), items.end());
  tables_ = std::move(tables);
}

Consequences::~Consequences() = default;
Consequences::Consequences(Consequences&&) noexcept = default;

Standing Consequences::of(const RecordHead& head, Date day, When when) const {
  Standing standing;
  const Item* item = tables_->book.catalogue.by_number(head.item);
  if (item == nullptr) return standing;
  standing.usable = tables_->usable(head, *item);
  const auto counts = [&](const Span& span) {
    if (is_empty(span)) return false;
    return when == When::that_day ? span.holds(day) : !span.until || day < *span.until;
  };
  if (!counts(standing.usable)) return standing;
  if (head.kind() == SubjectKind::person) {
    for (const LimitOf& one : Tables::at(tables_->limits, head.item)) {
      if (!fits(*one.records, head) || head.has(HeadMark::lifted)) continue;
      const Span span =
          Tables::applied(*one.limit, Tables::running(head, *one.records, standing.usable));
      if (counts(span)) standing.limits.push_back({one.limit, span});
    }
    return standing;
  }
  const auto apply = [&](const Measure& measure, const ListRule* list, const Span& ground) {
    if (head.has(HeadMark::lifted) || !addresses(measure, head.kind())) return;
    const Span span = Tables::applied(measure, ground);
    if (counts(span)) standing.measures.push_back({&measure, list, span});
  };
  for (const EntryOf& entry : Tables::at(tables_->entries, head.item)) {
    if (!fits(*entry.records, head) ||
        std::ranges::find(entry.list->subjects, head.kind()) == entry.list->subjects.end())
      continue;
    const Span span = Tables::listed(head, entry, standing.usable);
    if (!counts(span)) continue;
    standing.lists.push_back({entry.list, span});
    const auto measures = tables_->of_list.find(entry.list);
    if (measures == tables_->of_list.end()) continue;
    for (const Measure* measure : measures->second) apply(*measure, entry.list, span);
  }
  for (const GroundOf& one : Tables::at(tables_->grounds, head.item)) {
    if (fits(*one.records, head))
      apply(*one.measure, nullptr, Tables::running(head, *one.records, standing.usable));
  }
  return standing;
}

std::optional<Date> Consequences::done_by(const RecordHead& head) const {
  const Item* item = tables_->book.catalogue.by_number(head.item);
  if (item == nullptr || !concerns(head.item)) return head.decided_on;
  return tables_->usable(head, *item).until;
}

bool Consequences::concerns(int item) const {
  return std::ranges::binary_search(tables_->items, item);
}

const Consequences::Counting& Consequences::counting_in(const Matter& matter) const {
  const auto found = tables_->counting.find(matter.id);
  ensure(found != tables_->counting.end(), "the matter is one of the book's");
  return found->second;
}

const std::vector<int>& Consequences::items() const { return tables_->items; }
const RuleBook& Consequences::book() const { return tables_->book; }

bool counts_in(const Measure& measure, const Matter& matter) {
  return std::ranges::find(measure.matters, matter.id) != measure.matters.end();
}
bool counts_in(const AppointmentLimit& limit, const Matter& matter) {
  return std::ranges::find(limit.matters, matter.id) != limit.matters.end();
}
bool is_fact_of(const Item& item, const Matter& matter) {
  return std::ranges::find(matter.facts, item.id) != matter.facts.end();
}

}  // namespace credence::rulebook
