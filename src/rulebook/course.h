// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "rulebook/rulebook.h"

// The course of a case: what state it is in and by when who must do what, as a pure function of its
// procedure, the acts done so far and the calendar. The same for the engine, for the cases that
// stand beside a procedure, and for whoever replays an old file.

namespace credence::rulebook {

// An act as it was done.
struct DoneAct {
  std::string act;
  Date day;
  // The values of its form that the course depends on: days and units, by field id.
  std::map<std::string, std::string, std::less<>> fields;
};

// One running of one deadline.
struct Running {
  std::string deadline;            // DeadlineRule::id
  std::string clock, basis;        // and the article of the clock
  Party owed_by = Party::handler;  // never `handler`
  std::string owed_unit;           // of `assigned`: the unit's credit code
  Date counted_from;
  std::optional<Date> due;        // the last day in time; none while it is paused
  bool provisional = false;       // rests on a calendar or a clock that is not confirmed
  std::optional<Date> met;        // the day it was done
  std::optional<Date> passed_on;  // the day another deadline took over

  bool is_open() const { return !met && !passed_on; }
  // Late as of `today`: done after its day, handed on after it, or not done by then.
  bool is_late(Date today) const;
};

struct Course {
  std::string state;
  std::string assigned;  // unit the case was handed to, by the latest form that names one
  std::vector<Running> deadlines;
};

// invalid ("case.act_unknown"): the procedure has no such act.
Error act_unknown(const Procedure& procedure, const std::string& act);
// conflict ("case.act_not_now"): it may not follow in `state`; tells what may.
Error act_not_now(const Procedure& procedure, const Act& act, const std::string& state);

// Errors: conflict ("case.act_not_now") when an act is not one that may follow, invalid
// ("case.act_unknown"). REQUIRES: acts are in order of time.
Result<Course> course_of(const RuleBook& book, const Procedure& procedure,
                         const std::vector<DoneAct>& acts);

// The first day on which a guard `after` lets its act pass, given what was done before; none: any
// day. `forever` while the act it counts from was not done. REQUIRES: guard.kind is `after`.
std::optional<Date> first_day(const RuleBook& book, const Guard& guard,
                              const std::vector<DoneAct>& acts);

}  // namespace credence::rulebook
