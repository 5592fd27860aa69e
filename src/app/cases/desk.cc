// SPDX-License-Identifier: Apache-2.0
#include "app/cases/desk.h"

#include <algorithm>
#include <map>

#include "app/access/units.h"
#include "app/cases/deadline_view.h"
#include "store/records.h"

namespace credence::app {
namespace {

using rulebook::Party;
using rulebook::RuleBook;
using rulebook::Running;

constexpr int days_of_week = 7;

// A deadline, and the number of the case it belongs to. The case itself is read for what is shown.
struct Owed {
  std::string number;
  Running running;
};

// The parties as they are stored.
static_assert(static_cast<int>(Party::subject) == 0 && static_cast<int>(Party::applicant) == 2);
constexpr const char* own = "d.owed_by IN (0, 2) ";
static_assert(rulebook::is_office(Party(3)) && rulebook::is_office(Party(4)) &&
              rulebook::is_office(Party(5)));
constexpr const char* of_offices = "d.owed_by IN (3, 4, 5) ";

std::vector<Owed> owed_at(store::Session& sql, const std::string& rest,
                          std::initializer_list<store::Value> values) {
  const auto rows =
      sql.query(std::string("SELECT d.number, ") + deadline_columns +
                    " FROM case_deadline d JOIN case_file f ON f.number = d.number " + rest,
                values);
  std::vector<Owed> all;
  while (rows->next()) all.push_back({std::string(rows->bytes(0)), deadline_at(*rows, 1)});
  return all;
}

std::string when_of(const Running& running, Date today) {
  if (!running.due) return "paused";
  if (*running.due < today) return "late";
  if (*running.due == today) return "today";
  return *running.due < today.plus_days(days_of_week) ? "week" : "later";
}

void count(Desk& desk, const std::string& when) {
  if (when == "late") ++desk.late;
  if (when == "today") ++desk.today;
  if (when == "week") ++desk.week;
  if (when == "later") ++desk.later;
  if (when == "paused") ++desk.paused;
}

void add(const Running& running, Date today, UnitConduct& conduct) {
  const bool late = running.is_late(today);
  ++conduct.ended;
  if (!late) ++conduct.in_time;
  if (late && running.is_open()) ++conduct.owed;
  if (late && !running.is_open()) ++conduct.late;
}

}  // namespace

Desks::Desks(store::Database& database, const Cases& cases, const Clock& clock,
             std::string centre_name)
    : database_(database), cases_(cases), clock_(clock), centre_name_(std::move(centre_name)) {}

std::string Desks::name_of(const std::string& unit) const {
  if (unit.empty()) return centre_name_;
  const auto found = find<Unit>(database_.read_access().sql(), unit);
  return found ? found->name : unit;
}

DeskLine Desks::line_of(const RuleBook& book, store::Session& sql, const std::string& number,
                        const Running& running, Date today) const {
  const StoredCase file = *find_case(sql, number);
  const auto procedure = cases_.procedure_of(book, sql, file.head);
  DeskLine line;
  line.number = number;
  line.procedure = procedure->id;
  line.label = procedure->label;
  const auto known = store::find_subject(sql, file.head.subject);
  if (known && known->kind != domain::SubjectKind::person) line.subject_name = known->name;
  if (const auto* state = procedure->state(file.standing.state)) line.state_label = state->label;
  line.officer = file.standing.officer;
  line.unit = running.owed_unit;
  if (rulebook::is_office(running.owed_by)) line.unit_name = name_of(line.unit);
  line.deadline = shown_deadline(book, *procedure, running, today);
  line.when = when_of(running, today);
  return line;
}

Breach Desks::breach_of(const RuleBook& book, store::Session& sql, const std::string& number,
                        const Running& running, Date today) const {
  const auto procedure = cases_.procedure_of(book, sql, find_case(sql, number)->head);
  Breach breach;
  breach.unit = running.owed_unit;
  breach.procedure = procedure->id;
  breach.label = procedure->label;
  breach.deadline = running.deadline;
  breach.deadline_label = deadline_label(*procedure, running.deadline);
  breach.basis = running.basis;
  breach.article = {book.cite(running.basis), book.cite(running.basis, false)};
  breach.due = *running.due;
  breach.done = running.met ? running.met : running.passed_on;
  breach.days_late = breach.done.value_or(today).days() - breach.due.days();
  breach.provisional = running.provisional;
  return breach;
}

Result<Desk> Desks::desk(const RuleBook& book, const Caller& caller, std::string_view unit,
                         int limit) const {
  if (caller.is_anonymous()) return unidentified();
  const auto lease = database_.read();
  const std::string open = "WHERE d.met IS NULL AND d.passed_on IS NULL AND f.closed IS NULL ";
  const std::string order = " ORDER BY d.due, d.number LIMIT ";
  std::vector<Owed> owed;
  const auto ask = [&](const std::string& more, std::initializer_list<store::Value> values) {
    owed = owed_at(lease.sql(), open + more, values);
  };
  if (caller.is_subject()) {
    const std::int64_t subject = caller.own_subject() ? caller.own_subject()->value : -1;
    ask("AND f.subject_id = $1 AND " + std::string(own) + order + "$2",
        {subject, static_cast<std::int64_t>(limit)});
  } else if (caller.may(domain::Power::supervise_cases) && unit.empty()) {
    ask("AND " + std::string(of_offices) + order + "$1", {static_cast<std::int64_t>(limit)});
  } else {
    // The credit centre's own deadlines name no unit.
    const bool centre = is_centre(caller) && unit.empty();
    const std::string whose = caller.may(domain::Power::supervise_cases) && !unit.empty()
                                  ? std::string(unit)
                              : centre ? ""
                                       : caller.unit();
    ask("AND " + std::string(of_offices) + "AND d.unit = $1" + order + "$2",
        {whose, static_cast<std::int64_t>(limit)});
  }
  Desk desk;
  const Date today = clock_.now().day();
  for (const Owed& one : owed) {
    DeskLine line = line_of(book, lease.sql(), one.number, one.running, today);
    if (caller.is_subject()) line.officer.clear();
    count(desk, line.when);
    desk.lines.push_back(std::move(line));
  }
  return desk;
}

BreachLedger Desks::breaches(const RuleBook& book, const Caller& caller, Date from, Date to,
                             std::string_view unit, int limit) const {
  BreachLedger ledger{from, to, {}, {}, true};
  const Date today = clock_.now().day();
  const auto lease = database_.read();
  const auto owed = owed_at(
      lease.sql(),
      "WHERE " + std::string(of_offices) +
          "AND d.due >= $1 AND d.due <= $2 AND (d.met IS NOT NULL OR d.passed_on IS NOT NULL OR "
          "d.due < $3) ORDER BY d.due DESC, d.number",
      {static_cast<std::int64_t>(from.days()), static_cast<std::int64_t>(to.days()),
       static_cast<std::int64_t>(today.days())});
  std::map<std::string, UnitConduct> units;
  for (const Owed& one : owed) {
    if (!unit.empty() && one.running.owed_unit != unit) continue;
    add(one.running, today, units[one.running.owed_unit]);
    if (!one.running.is_late(today)) continue;
    ledger.complete = ledger.breaches.size() < static_cast<std::size_t>(limit);
    if (!ledger.complete) continue;
    Breach breach = breach_of(book, lease.sql(), one.number, one.running, today);
    if (caller.may(domain::Power::supervise_cases)) breach.number = one.number;
    ledger.breaches.push_back(std::move(breach));
  }
  for (auto& [code, conduct] : units) {
    conduct.unit = code;
    conduct.unit_name = name_of(code);
  }
  for (Breach& breach : ledger.breaches) breach.unit_name = units.at(breach.unit).unit_name;
  for (auto& [code, conduct] : units) ledger.units.push_back(std::move(conduct));
  std::ranges::sort(ledger.units, [](const UnitConduct& a, const UnitConduct& b) {
    return a.late + a.owed > b.late + b.owed;
  });
  return ledger;
}

}  // namespace credence::app
