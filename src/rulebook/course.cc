// SPDX-License-Identifier: Apache-2.0
#include "rulebook/course.h"

#include <algorithm>

namespace credence::rulebook {
namespace {

template <class T>
bool has(const std::vector<T>& all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

// A span of days in one state, for the deadlines that stand still in it.
struct Pause {
  Date from;
  std::optional<Date> to;
};

// Days of a pause do not count: the day it begins still does, the day it ends does not.
Date moved(const RuleBook& book, const ClockRule& clock, Date due, const Pause& pause) {
  if (clock.unit != ClockRule::Unit::working_day)
    return due.plus_days(pause.to->days() - pause.from.days());
  const int days = book.calendar.working_days_between(pause.from, *pause.to);
  return book.calendar.working_days_after(due, days).day;
}

class Follower {
 public:
  Follower(const RuleBook& book, const Procedure& procedure) : book_(book), procedure_(procedure) {}

  std::optional<Error> take(const DoneAct& done) {
    const Act* act = procedure_.act(done.act);
    if (act == nullptr) return act_unknown(procedure_, done.act);
    if (!may_follow(*act)) return act_not_now(procedure_, *act, course_.state);
    last_done_[done.act] = done.day;
    end_deadlines(*act, done.day);
    extend(*act);
    move(*act, done);
    start_deadlines(*act, done);
    return std::nullopt;
  }

  Course finish() && { return std::move(course_); }

 private:
  bool may_follow(const Act& act) const {
    if (act.opens()) return course_.state.empty();
    const auto possible = procedure_.acts_from(course_.state);
    return std::ranges::find(possible, &act) != possible.end();
  }

  const DeadlineRule& rule_of(const Running& running) const {
    return *procedure_.deadline(running.deadline);
  }

  void end_deadlines(const Act& act, Date day) {
    for (Running& running : course_.deadlines) {
      if (!running.is_open() || !has(rule_of(running).ends, act.id)) continue;
      if (!running.due) resume(running, day);
      running.met = day;
    }
  }

  void extend(const Act& act) {
    if (act.extends.empty()) return;
    for (Running& running : course_.deadlines) {
      if (running.deadline != act.extends || !running.is_open() || !running.due) continue;
      const auto later = due_day(book_, act.extends_clock, *running.due);
      running.provisional = running.provisional || later.provisional ||
                            book_.clock(act.extends_clock, *running.due).provisional;
      running.due = later.day;
    }
  }

  void move(const Act& act, const DoneAct& done) {
    for (const FormField& field : act.fields) {
      const auto value = done.fields.find(field.id);
      if (field.type == FormField::Type::unit && value != done.fields.end())
        course_.assigned = value->second;
    }
    if (act.to.empty() || act.to == course_.state) return;
    course_.state = act.to;
    for (Running& running : course_.deadlines) {
      if (!running.is_open()) continue;
      const bool stands_still = has(rule_of(running).paused_in, course_.state);
      if (stands_still && running.due) pause(running, done.day);
      if (!stands_still && !running.due) resume(running, done.day);
      owe(running);
    }
  }

  void pause(Running& running, Date day) {
    if (day > *running.due) return;  // it was late already; waiting does not mend that
    paused_[&running - course_.deadlines.data()] = {day, *running.due};
    running.due.reset();
  }
  void resume(Running& running, Date day) {
    const auto& stood = paused_.at(&running - course_.deadlines.data());
    const ClockRule& clock = book_.clock(running.clock, running.counted_from);
    running.due = moved(book_, clock, stood.due, {stood.from, day});
  }

  // Who owes it now: `handler` is whichever office has the case on its desk.
  void owe(Running& running) const {
    Party party = rule_of(running).owed_by;
    if (party == Party::handler) {
      const State* state = procedure_.state(course_.state);
      const bool office = state->owner && is_office(*state->owner);
      party = office ? *state->owner
                     : (running.owed_by == Party::handler ? Party::centre : running.owed_by);
    }
    running.owed_by = party;
    running.owed_unit = party == Party::assigned ? course_.assigned : "";
  }

  Date counted_from(const DeadlineRule& rule, const DoneAct& done) const {
    if (!rule.counted_from_field.empty()) {
      const auto value = done.fields.find(rule.counted_from_field);
      if (value != done.fields.end()) return parse_date(value->second).value_or(done.day);
    }
    const auto at = last_done_.find(rule.counted_from);
    return at == last_done_.end() ? done.day : at->second;
  }

  void start_deadlines(const Act& act, const DoneAct& done) {
    for (const DeadlineRule& rule : procedure_.deadlines) {
      if (!has(rule.starts, act.id) || is_running(rule.id)) continue;
      take_over(rule, done.day);
      Running running;
      running.deadline = rule.id;
      running.clock = rule.clock;
      running.counted_from = counted_from(rule, done);
      const ClockRule& clock = book_.clock(rule.clock, running.counted_from);
      const auto due = due_day(book_, rule.clock, running.counted_from);
      running.basis = clock.basis;
      running.due = due.day;
      running.provisional = due.provisional || clock.provisional;
      // Where the law counts from an event before the case ("report within three days of the
      // annulment"), the act that reports it starts the clock and meets it: in time, or late.
      if (has(rule.ends, act.id)) running.met = done.day;
      owe(running);
      course_.deadlines.push_back(std::move(running));
    }
  }

  bool is_running(const std::string& id) const {
    return std::ranges::any_of(course_.deadlines, [&](const Running& running) {
      return running.deadline == id && running.is_open();
    });
  }
  void take_over(const DeadlineRule& rule, Date day) {
    for (Running& running : course_.deadlines) {
      if (running.is_open() && has(rule.replaces, running.deadline)) running.passed_on = day;
    }
  }

  struct Stood {
    Date from, due;
  };
  const RuleBook& book_;
  const Procedure& procedure_;
  Course course_;
  std::map<std::string, Date, std::less<>> last_done_;
  std::map<std::ptrdiff_t, Stood> paused_;  // by place in Course::deadlines
};

}  // namespace

Error act_unknown(const Procedure& procedure, const std::string& act) {
  return make_error(ErrorCode::invalid, "case.act_unknown",
                    {"程序“" + procedure.label.zh + "”没有步骤“" + act + "”。",
                     "The procedure “" + procedure.label.en + "” has no act “" + act + "”."},
                    {"请从可办步骤（can）中选择。", "Choose one on offer (can)."}, procedure.basis);
}

Error act_not_now(const Procedure& procedure, const Act& act, const std::string& state) {
  std::string zh, en;
  for (const Act* one : procedure.acts_from(state)) {
    zh += (zh.empty() ? "" : "、") + one->label.zh;
    en += (en.empty() ? "" : ", ") + one->label.en;
  }
  const State* in = procedure.state(state);
  return make_error(
      ErrorCode::conflict, "case.act_not_now",
      {"案件现为“" + (in == nullptr ? "未开始" : in->label.zh) + "”，不能“" + act.label.zh + "”。",
       "The case is “" + (in == nullptr ? "not opened" : in->label.en) + "”; “" + act.label.en +
           "” cannot follow."},
      {zh.empty() ? "案件已办结。" : "现在可办：" + zh + "。",
       en.empty() ? "The case is closed." : "What can follow: " + en + "."},
      act.basis);
}

bool Running::is_late(Date today) const {
  if (!due) return false;
  return met.value_or(passed_on.value_or(today)) > *due;
}

Result<Course> course_of(const RuleBook& book, const Procedure& procedure,
                         const std::vector<DoneAct>& acts) {
  Follower follower(book, procedure);
  for (const DoneAct& done : acts) {
    if (auto wrong = follower.take(done)) return std::move(*wrong);
  }
  return std::move(follower).finish();
}

std::optional<Date> first_day(const RuleBook& book, const Guard& guard,
                              const std::vector<DoneAct>& acts) {
  std::optional<Date> first = forever;
  for (const DoneAct& done : acts) {
    if (done.act == guard.act) {
      first = due_day(book, guard.clock, done.day).day.plus_days(1);
    } else if (first != forever && has(guard.unless, done.act)) {
      first.reset();
    }
  }
  return first;
}

}  // namespace credence::rulebook
