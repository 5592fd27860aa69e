// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/cases.h"

// What is due today, this week and late, by unit and person; and the breach ledger, where late
// steps publish themselves with their article (SD-2020 arts. 39, 59; wishes E5). Both are read from
// the deadlines that follow from the cases; nobody enters or removes a line.

namespace credence::app {

struct DeskLine {
  std::string number, procedure;
  Words label;
  std::string subject_name;  // of an organisation
  Words state_label;
  std::string officer;  // who took it; empty: nobody yet
  std::string unit, unit_name;
  ShownDeadline deadline;
  std::string when;  // "late", "today", "week", "later", "paused"
};
BOOST_DESCRIBE_STRUCT(DeskLine, (),
                      (number, procedure, label, subject_name, state_label, officer, unit,
                       unit_name, deadline, when))

struct Desk {
  std::int64_t late = 0, today = 0, week = 0, later = 0, paused = 0;
  std::vector<DeskLine> lines;  // the latest first, then by day
};
BOOST_DESCRIBE_STRUCT(Desk, (), (late, today, week, later, paused, lines))

// One deadline that was not kept.
struct Breach {
  std::string unit;  // credit code; empty: the credit centre
  std::string unit_name;
  std::string number;  // only to who supervises
  std::string procedure;
  Words label;
  std::string deadline;
  Words deadline_label;
  std::string basis;
  Words article;
  Date due;
  std::optional<Date> done;  // none: still owed
  int days_late = 0;
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(Breach, (),
                      (unit, unit_name, number, procedure, label, deadline, deadline_label, basis,
                       article, due, done, days_late, provisional))

// How one unit keeps its time limits.
struct UnitConduct {
  std::string unit, unit_name;
  std::int64_t ended = 0;  // deadlines that ended in the period: kept or not
  std::int64_t in_time = 0;
  std::int64_t late = 0;  // done after their day
  std::int64_t owed = 0;  // past their day and not done
};
BOOST_DESCRIBE_STRUCT(UnitConduct, (), (unit, unit_name, ended, in_time, late, owed))

struct BreachLedger {
  Date from, to;  // by due day, inclusive
  std::vector<UnitConduct> units;
  std::vector<Breach> breaches;  // newest due day first
  bool complete = true;
};
BOOST_DESCRIBE_STRUCT(BreachLedger, (), (from, to, units, breaches, complete))

// Thread safe.
class Desks {
 public:
  Desks(store::Database& database, const Cases& cases, const Clock& clock, std::string centre_name);

  // For an office: what it owes; for who supervises: of `unit`, or of all when it is empty. For a
  // subject: what it owes itself. Errors: unidentified.
  Result<Desk> desk(const rulebook::RuleBook& book, const Caller& caller,
                    std::string_view unit = {}, int limit = 500) const;
  // Public. Names units and articles, never a subject or an official.
  BreachLedger breaches(const rulebook::RuleBook& book, const Caller& caller, Date from, Date to,
                        std::string_view unit = {}, int limit = 1'000) const;

 private:
  std::string name_of(const std::string& unit) const;
  DeskLine line_of(const rulebook::RuleBook& book, store::Session& sql, const std::string& number,
                   const rulebook::Running& running, Date today) const;
  // Without the unit's name and the case's number.
  Breach breach_of(const rulebook::RuleBook& book, store::Session& sql, const std::string& number,
                   const rulebook::Running& running, Date today) const;
  store::Database& database_;
  const Cases& cases_;
  const Clock& clock_;
  std::string centre_name_;
};

}  // namespace credence::app
