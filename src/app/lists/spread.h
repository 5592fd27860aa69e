// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/lists/subject_facts.h"
#include "domain/record_head.h"
#include "rulebook/standing.h"
#include "wire/json.h"

// Whether lists grow too wide (防止失信约束泛化, 国办发〔2020〕49号): who is on each list, how that
// changed, and which numbers ask for somebody's attention. It counts organisations and names none.
// The plain structs are the JSON of the API.

namespace credence::app {

// Subjects of a list; a subject that is on it by several records counts once.
struct SpreadMonth {
  std::string month;  // "2026-05"
  std::int64_t entered = 0, left = 0;
  std::int64_t on = 0;  // at the end of the month, or today
};
BOOST_DESCRIBE_STRUCT(SpreadMonth, (), (month, entered, left, on))

struct SpreadShare {
  std::string key;  // division code, kind of subject
  Words label;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SpreadShare, (), (key, label, count))

// A number that is beyond its threshold (rules/clocks, limits `lists.…`). It says: look here.
struct SpreadFlag {
  std::string id;  // "growth", "small", "disputed", "undone"
  Words label;
  std::int64_t percent = 0, threshold = 0;
  std::int64_t part = 0, whole = 0;  // the numbers behind it
  std::string basis;
  bool provisional = false;  // the threshold is our choice
};
BOOST_DESCRIBE_STRUCT(SpreadFlag, (),
                      (id, label, percent, threshold, part, whole, basis, provisional))

struct ListSpread {
  std::string list;
  Words label;
  std::string sort;                            // "serious", "abnormal", "red"
  std::int64_t on = 0;                         // today
  std::int64_t entered = 0, left = 0;          // in the months below
  std::int64_t year_ago = 0;                   // on it twelve months ago
  std::optional<std::int64_t> growth_percent;  // since; none when nobody was on it
  std::vector<SpreadMonth> months;             // 24, the oldest first
  std::vector<SpreadShare> by_region, by_kind;
  std::int64_t small = 0, size_known = 0;  // by capital, or an individual business
  std::int64_t disputed = 0;               // on it by a record that is disputed
  // Would be on it today, had not all their records been repaired, or withdrawn.
  std::int64_t repaired = 0, withdrawn = 0;
  std::vector<SpreadFlag> flags;
};
BOOST_DESCRIBE_STRUCT(ListSpread, (),
                      (list, label, sort, on, entered, left, year_ago, growth_percent, months,
                       by_region, by_kind, small, size_known, disputed, repaired, withdrawn, flags))

struct SpreadReport {
  Date day;
  Instant known;
  std::string edition;
  std::int64_t small_below = 0;  // 万元; what counts as small
  Words note;                    // what the numbers do not tell
  std::vector<ListSpread> lists;
};
BOOST_DESCRIBE_STRUCT(SpreadReport, (), (day, known, edition, small_below, note, lists))

// Days on which records were repaired or withdrawn, for those that were: else nothing tells when a
// subject left a list by it.
using UndoneOn = std::map<std::pair<SubjectId, RecordKey>, Date>;

// Who of one list holds what on the day; who, so that facts are read of those alone.
struct ListMembers {
  ListSpread counts;  // without what needs facts
  std::vector<SubjectId> on;
};
// Pure. `heads`: by subject.
std::map<std::string, ListMembers> members_of(const rulebook::Consequences& rules,
                                              std::span<const domain::RecordHead> heads,
                                              const UndoneOn& undone, Date day);
// The report of one list, with regions, kinds, sizes and flags.
ListSpread spread_of(const rulebook::RuleBook& book, const ListMembers& members,
                     const FactsBySubject& facts, Date day);

// As a table for spreadsheets, a line for each list: UTF-8 with BOM.
std::string spread_csv(const SpreadReport& report);

}  // namespace credence::app
