// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/session.h"

// The same question as rulebook/standing.h answers, as a database engineer would put it: rules as
// tables, joins over records and marks. For the tests that hold three ways of answering against
// each other, and for `make bench`, which says what the joins cost.

namespace credence::testing {

// What somebody is bound or favoured by: subject, record, measure, list, from, until (INT32_MAX:
// open).
using SqlStanding = std::set<
    std::tuple<std::int64_t, std::int64_t, std::string, std::string, std::int32_t, std::int32_t>>;

class StandingSql {
 public:
  static constexpr std::int32_t open_end = 2'000'000;

  // Makes the tables of the rules in this session; they go with it.
  StandingSql(store::Session& sql, const rulebook::RuleBook& book) : sql_(sql) {
    for (const char* text :
         {"CREATE TEMP TABLE rule_ground (item INTEGER, category INTEGER, severity INTEGER, list "
          "TEXT, while_valid INTEGER, ceiling INTEGER, term INTEGER, list_from INTEGER, list_to "
          "INTEGER, kind INTEGER, measure TEXT, months INTEGER, from_day INTEGER, to_day INTEGER)",
          "CREATE TEMP TABLE months_on (day INTEGER, months INTEGER, then_day INTEGER)",
          "CREATE INDEX months_on_day ON months_on (day, months)"})
      sql_ << text;
    std::set<int> months{0};
    for (const auto& [id, measure] : book.measures) {
      for (const auto& ground : measure.grounds) {
        if (ground.list.empty()) {
          add(book, measure, nullptr, ground.records, months);
        } else {
          const auto& list = book.lists.find(ground.list)->second;
          for (const auto& records : list.entries) add(book, measure, &list, records, months);
        }
      }
    }
    for (const std::int32_t day : days_counted_from(book)) {
      for (const int count : months)
        sql_.run("INSERT INTO months_on (day, months, then_day) VALUES ($1, $2, $3)",
                 {day, count, count == 0 ? open_end : Date(day).plus_months(count).days()});
    }
  }

  // What is in force on a day, of one subject or of all (0), with what is known now.
  SqlStanding in_force(Date day, std::int64_t subject = 0) {
    SqlStanding all;
    const auto rows = subject == 0 ? sql_.query(query(false), {day.days()})
                                   : sql_.query(query(true), {subject, day.days()});
    while (rows->next())
      all.emplace(rows->number(0), rows->number(1), std::string(rows->bytes(2)),
                  std::string(rows->bytes(3)), static_cast<std::int32_t>(rows->number(4)),
                  static_cast<std::int32_t>(rows->number(5)));
    return all;
  }

 private:
  std::set<std::int32_t> days_counted_from(const rulebook::RuleBook& book) {
    std::set<std::int32_t> days;
    const auto rows = sql_.query(
        "SELECT decided_on FROM record UNION SELECT valid_from FROM record UNION SELECT "
        "conduct_end FROM record",
        {});
    while (rows->next()) {
      const auto day = static_cast<std::int32_t>(rows->number(0));
      if (day > -100'000) days.insert(day);
    }
    for (const auto& [id, list] : book.lists) days.insert(list.from.days());
    return days;
  }
  void add(const rulebook::RuleBook& book, const rulebook::Measure& measure,
           const rulebook::ListRule* list, const rulebook::RecordClass& records,
           std::set<int>& months) {
    const auto* item = book.catalogue.find(records.item);
    const int ceiling =
        book.publicity.has_ceiling(item->validity) ? 12 * book.publicity.ceiling_years : 0;
    const int term = list == nullptr ? 0 : list->term_months;
    months.insert({ceiling, term, measure.months});
    const auto categories =
        records.numbers.empty() ? std::vector<std::int32_t>{-1} : records.numbers;
    std::vector<int> severities;
    for (const auto one : records.severities) severities.push_back(static_cast<int>(one));
    if (severities.empty()) severities.push_back(-1);
    for (const auto target : measure.targets) {
      const auto kind = target == rulebook::MeasureTarget::organization
                            ? domain::SubjectKind::organization
                            : domain::SubjectKind::individual_business;
      if (list != nullptr && std::ranges::find(list->subjects, kind) == list->subjects.end())
        continue;
      for (const std::int32_t category : categories) {
        for (const int severity : severities) {
          sql_.run(
              "INSERT INTO rule_ground VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
              "$13, $14)",
              {item->number, category, severity, list == nullptr ? "" : list->id,
               records.while_valid ? 1 : 0, ceiling, term,
               list == nullptr ? -open_end : list->from.days(),
               list == nullptr || !list->to ? open_end : list->to->days(), static_cast<int>(kind),
               measure.id, measure.months, measure.from.days(),
               measure.to ? measure.to->days() : open_end});
        }
      }
    }
  }

  // From when: the decision, or later where it says so. Until when: the earliest of the
  // disclosure's end, the validity's, the list's term and the measure's own length.
  std::string query(bool one) const {
    const std::string end = std::to_string(open_end), none = std::to_string(forever.days());
    const std::string least = sql_.get_backend_name() == "sqlite3" ? "MIN" : "LEAST",
                      most = sql_.get_backend_name() == "sqlite3" ? "MAX" : "GREATEST";
    return "SELECT q.subject_id, q.record_key, q.measure, q.list, q.since, q.until FROM ("
           "SELECT g.subject_id, g.record_key, g.measure, g.list, " +
           most + "(g.since, g.from_day) AS since, " + least +
           "(g.until, g.to_day, own.then_day) AS until FROM ("
           "SELECT f.*, " +
           most + "(f.ground_since, f.list_from) AS since, " + least +
           "(f.ground_until, f.list_to) AS until FROM ("
           "SELECT r.subject_id, r.record_key, u.measure, u.list, u.months, u.from_day, u.to_day, "
           "u.list_from, u.list_to, " +
           most + "(r.decided_on, COALESCE(r.valid_from, r.decided_on)) AS ground_since, " + least +
           "(cap.then_day, CASE WHEN u.while_valid = 1 AND r.valid_to IS NOT NULL AND r.valid_to "
           "< " +
           none + " THEN r.valid_to + 1 ELSE " + end +
           " END, CASE WHEN u.term > 0 AND r.valid_to IS NULL THEN term.then_day ELSE " + end +
           " END) AS ground_until FROM record r JOIN subject s ON s.subject_id = r.subject_id JOIN "
           "rule_ground u ON u.item = r.item AND u.kind = s.kind AND (u.category = -1 OR "
           "u.category = "
           "r.category) AND (u.severity = -1 OR u.severity = r.severity) JOIN months_on cap ON "
           "cap.day = COALESCE(r.conduct_end, r.decided_on) AND cap.months = u.ceiling JOIN "
           "months_on "
           "term ON term.day = " +
           most +
           "(r.decided_on, COALESCE(r.valid_from, r.decided_on)) AND term.months = u.term WHERE "
           "r.known_to = " +
           std::to_string(end_of_time.micros()) + (one ? " AND r.subject_id = $1" : "") +
           " AND NOT EXISTS (SELECT 1 FROM record_mark m WHERE m.subject_id = r.subject_id AND "
           "m.record_key = r.record_key AND m.end_leaf IS NULL AND m.kind IN (2, 3, 4))) f) g JOIN "
           "months_on own ON own.day = g.since AND own.months = g.months) q WHERE q.since <= " +
           std::string(one ? "$2 AND $2 < q.until" : "$1 AND $1 < q.until");
  }

  store::Session& sql_;
};

}  // namespace credence::testing
