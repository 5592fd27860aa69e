// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/detect.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/digest.h"
#include "base/text.h"

namespace credence::app {
namespace {

using rulebook::Detector;
using rulebook::PatrolRule;
using rulebook::RuleBook;

using Group = std::vector<const Seen*>;
enum class Count : std::uint8_t { looks, subjects };

constexpr std::int64_t hour_micros = 3'600'000'000;
constexpr std::int64_t china_hours = 8;

std::int64_t hour_number(Instant at) { return at.micros() / hour_micros + china_hours; }

bool is_exempt(const PatrolRule& rule, const Seen& seen) {
  return std::ranges::find(rule.exempt, seen.purpose) != rule.exempt.end();
}

template <class Wanted>
Group those(const PatrolRule& rule, std::span<const Seen> looks, Wanted wanted) {
  Group group;
  for (const auto& seen : looks) {
    if (!is_exempt(rule, seen) && wanted(seen)) group.push_back(&seen);
  }
  return group;
}

// ---- counting within a window that ends with each fresh look

struct Counted {
  std::size_t first = 0, last = 0;  // of the group
  std::int64_t count = 0;
};

// How many are within the window, as looks come and go at its ends.
class Inside {
 public:
  explicit Inside(Count what) : what_(what) {}
  void come(const Seen& seen) {
    ++looks_;
    if (what_ == Count::subjects) ++subjects_[seen.subject.value];
  }
  void go(const Seen& seen) {
    --looks_;
    if (what_ == Count::looks) return;
    const auto at = subjects_.find(seen.subject.value);
    if (--at->second == 0) subjects_.erase(at);
  }
  std::int64_t count() const {
    return what_ == Count::looks ? looks_ : static_cast<std::int64_t>(subjects_.size());
  }

 private:
  Count what_;
  std::int64_t looks_ = 0;
  std::unordered_map<std::int64_t, int> subjects_;
};

// The most that was counted, per window of the calendar in which more than `limit` was.
std::map<std::int64_t, Counted> count_over(const Group& group, std::int64_t hours,
                                           std::int64_t limit, Count what) {
  std::map<std::int64_t, Counted> over;
  Inside inside(what);
  std::size_t first = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    inside.come(*group[i]);
    while (group[first]->at.micros() <= group[i]->at.micros() - hours * hour_micros)
      inside.go(*group[first++]);
    if (!group[i]->fresh || inside.count() <= limit) continue;
    Counted& most = over[window_of(group[i]->at, hours)];
    if (inside.count() > most.count) most = {first, i, inside.count()};
  }
  return over;
}

Signal signal_of(const Group& group, std::int64_t window, const Counted& counted) {
  const Seen &first = *group[counted.first], &last = *group[counted.last];
  Signal signal;
  signal.window = window;
  signal.count = counted.count;
  signal.from = first.at;
  signal.to = last.at;
  signal.first_entry = first.leaf;
  signal.last_entry = last.leaf;
  return signal;
}

std::vector<Signal> signals_of(const PatrolRule& rule, const Group& group,
                               std::string_view threshold, Count what) {
  std::vector<Signal> signals;
  for (const auto& [window, counted] :
       count_over(group, rule.window_hours, rule.threshold(threshold), what))
    signals.push_back(signal_of(group, window, counted));
  return signals;
}

void append(std::vector<Signal>& to, std::vector<Signal> more) {
  std::ranges::move(more, std::back_inserter(to));
}

// ---- volume

std::int64_t median(std::vector<std::int64_t> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::ranges::nth_element(numbers, middle);
  return *middle;
}

// A day's looks in the group: from, to (past the last), and whether a fresh one is among them.
struct Day {
  std::size_t from = 0, to = 0;
  bool fresh = false;
  std::int64_t looks() const { return static_cast<std::int64_t>(to - from); }
};

std::map<std::int64_t, Day> days_of(const Group& group) {
  std::map<std::int64_t, Day> days;
  for (std::size_t i = 0; i < group.size(); ++i) {
    Day& day = days.try_emplace(window_of(group[i]->at, 24), Day{i, i, false}).first->second;
    day.to = i + 1;
    day.fresh = day.fresh || group[i]->fresh;
  }
  return days;
}

// The looks of the days before `today` that had any.
std::vector<std::int64_t> habit(const std::map<std::int64_t, Day>& days, std::int64_t today,
                                std::int64_t length) {
  std::vector<std::int64_t> looks;
  for (auto at = days.lower_bound(today - length); at != days.end() && at->first < today; ++at)
    looks.push_back(at->second.looks());
  return looks;
}

// Far above the asker's own habit. Who has none yet is left to the plain number.
std::vector<Signal> over_habit(const PatrolRule& rule, const Group& group) {
  std::vector<Signal> signals;
  const auto days = days_of(group);
  for (const auto& [number, day] : days) {
    if (!day.fresh || day.looks() < rule.threshold("looks_least")) continue;
    const auto before = habit(days, number, rule.threshold("median_days"));
    if (static_cast<std::int64_t>(before.size()) < rule.threshold("active_days")) continue;
    const std::int64_t usual = median(before);
    if (day.looks() <= usual * rule.threshold("times_median")) continue;
    signals.push_back(signal_of(group, number, {day.from, day.to - 1, day.looks()}));
    signals.back().detail = std::to_string(usual);
  }
  return signals;
}

std::vector<Signal> volume(const PatrolRule& rule, std::span<const Seen> looks) {
  const Group group = those(rule, looks, [](const Seen&) { return true; });
  return rule.has("looks") ? signals_of(rule, group, "looks", Count::looks)
                           : over_habit(rule, group);
}

// ---- hours

bool outside_hours(const RuleBook& book, const PatrolRule& rule, Instant at) {
  const std::int64_t hour = hour_number(at) % 24;
  return hour < rule.threshold("from_hour") || hour >= rule.threshold("to_hour") ||
         !book.calendar.is_working_day(at.day());
}

std::vector<Signal> hours(const RuleBook& book, const PatrolRule& rule,
                          std::span<const Seen> looks) {
  const Group group =
      those(rule, looks, [&](const Seen& seen) { return outside_hours(book, rule, seen.at); });
  return signals_of(rule, group, "looks", Count::looks);
}

// ---- matter numbers

std::string plain_matter(std::string_view matter) { return upper_ascii(nfkc(trim(matter))); }

std::map<std::string, Group> by_matter(const Group& group) {
  std::unordered_map<std::string_view, std::string> plain;  // most looks share a few numbers
  std::map<std::string, Group> groups;
  for (const auto* seen : group) {
    auto [at, fresh] = plain.try_emplace(seen->matter);
    if (fresh) at->second = plain_matter(seen->matter);
    groups[at->second].push_back(seen);
  }
  return groups;
}

bool needs_matter(const RuleBook& book, const Seen& seen) {
  const auto purpose = book.purposes.find(seen.purpose);
  return purpose != book.purposes.end() && purpose->second.matter_required;
}

// A matter number may hold anything a clerk typed: it tells signals apart by its hash and is never
// repeated in what is said.
std::vector<Signal> many_subjects(const PatrolRule& rule, const Group& group) {
  std::vector<Signal> signals;
  for (const auto& [matter, looks] : by_matter(group)) {
    auto found = signals_of(rule, looks, "subjects", Count::subjects);
    for (auto& signal : found) signal.what = to_hex(sha256(matter));
    append(signals, std::move(found));
  }
  return signals;
}

std::vector<Signal> placeholders(const PatrolRule& rule, const Group& group) {
  std::map<std::string, std::string> known = {{"", "（空）"}};
  for (const auto& one : rule.placeholders) known.emplace(plain_matter(one), one);
  std::vector<Signal> signals;
  for (const auto& [matter, looks] : by_matter(group)) {
    const auto placeholder = known.find(matter);
    if (placeholder == known.end()) continue;
    auto found = signals_of(rule, looks, "placeholder_looks", Count::looks);
    for (auto& signal : found) signal.what = signal.detail = placeholder->second;
    append(signals, std::move(found));
  }
  return signals;
}

std::vector<Signal> matter_reuse(const RuleBook& book, const PatrolRule& rule,
                                 std::span<const Seen> looks) {
  const Group group =
      those(rule, looks, [&](const Seen& seen) { return needs_matter(book, seen); });
  return rule.has("subjects") ? many_subjects(rule, group) : placeholders(rule, group);
}

// ---- walking

// The eight characters of an organisation's code that number it.
std::string body_of(const Party& party) {
  if (party.scheme == domain::Scheme::uscc && party.code.size() == 18)
    return party.code.substr(8, 8);
  if (party.scheme == domain::Scheme::organization_code && party.code.size() == 9)
    return party.code.substr(0, 8);
  return {};
}

// What stands before the digits a number ends in, and these digits.
std::pair<std::string_view, std::int64_t> counted_up(std::string_view body) {
  const auto last = body.find_last_not_of("0123456789");
  const std::size_t from = last == std::string_view::npos ? 0 : last + 1;
  std::int64_t number = 0;
  for (const char c : body.substr(from)) number = number * 10 + (c - '0');
  return {body.substr(0, from), number};
}

std::int64_t in_base_36(std::string_view body) {
  std::int64_t number = 0;
  for (const char c : body) number = number * 36 + (c <= '9' ? c - '0' : c - 'A' + 10);
  return number;
}

// Codes are given out, and tried out, by digits (…09, …10) or by all characters (…09, …0A).
// REQUIRES: a < b.
bool are_near(std::string_view a, std::string_view b, std::int64_t gap) {
  const auto [head_a, tail_a] = counted_up(a);
  const auto [head_b, tail_b] = counted_up(b);
  return (head_a == head_b && tail_b - tail_a <= gap) || in_base_36(b) - in_base_36(a) <= gap;
}

// The longest row of codes that each lie near the next. REQUIRES: sorted, unique.
std::int64_t longest_run(const std::vector<std::string>& bodies, std::int64_t gap) {
  std::int64_t longest = 0, run = 0;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    run = i > 0 && are_near(bodies[i - 1], bodies[i], gap) ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

std::vector<SubjectId> distinct(const Group& group) {
  std::vector<SubjectId> subjects;
  for (const auto* seen : group) subjects.push_back(seen->subject);
  std::ranges::sort(subjects);
  const auto rest = std::ranges::unique(subjects);
  subjects.erase(rest.begin(), rest.end());
  return subjects;
}

std::int64_t longest_run(const Group& group, std::int64_t gap, const Parties& parties) {
  std::set<std::string> bodies;
  for (const auto& [subject, party] : parties(distinct(group))) {
    if (auto body = body_of(party); !body.empty()) bodies.insert(std::move(body));
  }
  return longest_run(std::vector<std::string>(bodies.begin(), bodies.end()), gap);
}

// Within each window of the calendar that has a fresh look: the codes are looked up once.
std::vector<Signal> sequence(const PatrolRule& rule, const Group& group, const Parties& parties) {
  std::map<std::int64_t, Group> windows;
  for (const auto* seen : group) windows[window_of(seen->at, rule.window_hours)].push_back(seen);
  std::vector<Signal> signals;
  const std::int64_t limit = rule.threshold("run");
  for (const auto& [window, looks] : windows) {
    const bool fresh = std::ranges::any_of(looks, &Seen::fresh);
    if (!fresh || static_cast<std::int64_t>(looks.size()) <= limit) continue;
    const std::int64_t run = longest_run(looks, rule.threshold("gap"), parties);
    if (run > limit) signals.push_back(signal_of(looks, window, {0, looks.size() - 1, run}));
  }
  return signals;
}

std::vector<Signal> walking(const PatrolRule& rule, std::span<const Seen> looks,
                            const Parties& parties) {
  if (rule.has("run")) {
    return sequence(rule, those(rule, looks, [](const Seen&) { return true; }), parties);
  }
  const Group group = those(rule, looks, [](const Seen& seen) { return seen.missed; });
  return signals_of(rule, group, "misses", Count::subjects);
}

// ---- repeated

// What is stored as an organisation or a business is not a person; what is not stored may be one
// that somebody waits for.
void drop_organizations(std::vector<Signal>& signals, const Parties& parties) {
  std::vector<SubjectId> subjects;
  for (const auto& signal : signals) subjects.push_back(*signal.subject);
  if (subjects.empty()) return;
  const auto known = parties(subjects);
  std::erase_if(signals, [&](const Signal& signal) {
    const auto party = known.find(*signal.subject);
    return party != known.end() && party->second.kind != domain::SubjectKind::person;
  });
}

std::vector<Signal> repeated(const PatrolRule& rule, std::span<const Seen> looks,
                             const Parties& parties) {
  std::unordered_map<SubjectId, Group> groups;
  for (const auto* seen : those(rule, looks, [](const Seen&) { return true; }))
    groups[seen->subject].push_back(seen);
  std::vector<Signal> signals;
  for (const auto& [subject, group] : groups) {
    auto found = signals_of(rule, group, "looks", Count::looks);
    for (auto& signal : found) {
      signal.subject = subject;
      signal.what = std::to_string(subject.value);
    }
    append(signals, std::move(found));
  }
  drop_organizations(signals, parties);
  return signals;
}

// ---- words

std::string digits(std::int64_t number) { return std::to_string(number); }

Words length_of(std::int64_t hours) {
  if (hours % 24 != 0) return {digits(hours) + " 小时内", " within " + digits(hours) + " h"};
  return {digits(hours / 24) + " 日内", " within " + digits(hours / 24) + " d"};
}

Words more_than(const PatrolRule& rule, std::string_view threshold, const Words& counted,
                std::int64_t count) {
  const auto& one = *std::ranges::find(rule.thresholds, threshold, &rulebook::Threshold::name);
  const Words span = length_of(rule.window_hours);
  return {span.zh + counted.zh + " " + digits(count) + " " + one.unit.zh + "，超过 " +
              digits(one.value) + "。",
          counted.en + span.en + ": " + digits(count) + " " + one.unit.en + ", more than " +
              digits(one.value) + "."};
}

Words volume_facts(const PatrolRule& rule, const Signal& signal) {
  if (rule.has("looks")) return more_than(rule, "looks", {"查询", "Looks"}, signal.count);
  const std::string times = digits(rule.threshold("times_median")),
                    days = digits(rule.threshold("median_days"));
  return {"当日查询 " + digits(signal.count) + " 次，超过此前 " + days + " 日中位数（每日 " +
              signal.detail + " 次）的 " + times + " 倍。",
          digits(signal.count) + " looks in the day, more than " + times + " times the median of " +
              days + " days before (" + signal.detail + " a day)."};
}

Words matter_facts(const PatrolRule& rule, const Signal& signal) {
  if (rule.has("placeholder_looks")) {
    return {
        "以占位文字“" + signal.detail + "”作办件编号查询 " + digits(signal.count) + " 次。",
        digits(signal.count) + " looks with “" + signal.detail + "” in place of a matter number."};
  }
  return more_than(rule, "subjects", {"以同一办件编号查询", "One matter number"}, signal.count);
}

}  // namespace

std::int64_t window_of(Instant at, std::int64_t hours) { return hour_number(at) / hours; }

std::int64_t hours_back(const PatrolRule& rule) {
  // A day more, so that the first day is whole.
  return rule.has("median_days") ? 24 * (rule.threshold("median_days") + 1) : rule.window_hours;
}

bool concerns(const PatrolRule& rule, std::string_view asker) {
  const bool key = asker.starts_with("key:");
  switch (rule.askers) {
    case rulebook::Askers::any:
      return true;
    case rulebook::Askers::people:
      return !key;
    case rulebook::Askers::keys:
      break;
  }
  return key;
}

std::vector<Signal> detect(const RuleBook& book, const PatrolRule& rule,
                           std::span<const Seen> looks, const Parties& parties) {
  switch (rule.detector) {
    case Detector::volume:
      return volume(rule, looks);
    case Detector::hours:
      return hours(book, rule, looks);
    case Detector::matter_reuse:
      return matter_reuse(book, rule, looks);
    case Detector::walking:
      return walking(rule, looks, parties);
    case Detector::repeated:
      return repeated(rule, looks, parties);
    case Detector::expired_shown:
    case Detector::personal_in_text:
      break;
  }
  return {};
}

Words facts_of(const PatrolRule& rule, const Signal& signal) {
  switch (rule.detector) {
    case Detector::volume:
      return volume_facts(rule, signal);
    case Detector::hours:
      return more_than(rule, "looks",
                       {"在工作日 " + digits(rule.threshold("from_hour")) + "–" +
                            digits(rule.threshold("to_hour")) + " 时以外查询",
                        "Looks outside working hours"},
                       signal.count);
    case Detector::matter_reuse:
      return matter_facts(rule, signal);
    case Detector::walking:
      return rule.has("run")
                 ? more_than(rule, "run", {"查询相邻的代码", "Neighbouring codes"}, signal.count)
                 : more_than(rule, "misses", {"查询落空", "Looks that found nothing"},
                             signal.count);
    case Detector::repeated:
      return more_than(rule, "looks", {"查询同一人", "Looks at one person"}, signal.count);
    case Detector::expired_shown:
    case Detector::personal_in_text:
      break;
  }
  return {};
}

}  // namespace credence::app
