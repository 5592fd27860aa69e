// SPDX-License-Identifier: Apache-2.0
#include "app/cases/standing.h"

#include <algorithm>

#include "app/cases/form.h"

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::FormField;
using rulebook::Party;
using rulebook::Procedure;
using rulebook::RuleBook;
using rulebook::Running;

constexpr const char* plan = "SDPLAN-145/四";
constexpr const char* press_clock = "press.answer";
// On the desk of somebody who is not an office.
constexpr const char* nobodys_desk = "-";

FormField text_field(Words label) {
  FormField field;
  field.id = "text";
  field.label = std::move(label);
  field.length = 1'000;
  return field;
}

Act beside(std::string id, Words label, std::vector<Party> by, std::vector<FormField> fields) {
  Act act;
  act.id = std::move(id);
  act.label = std::move(label);
  act.basis = plan;
  act.from_any = true;
  act.by = std::move(by);
  act.fields = std::move(fields);
  return act;
}

rulebook::DoneAct done_act(const Procedure& procedure, const CaseStep& step) {
  rulebook::DoneAct done{step.act, step.at.day(), {}};
  const Act* act = procedure.act(step.act);
  for (const FieldValue& value : step.body.fields) {
    const auto field = act == nullptr ? std::vector<FormField>::const_iterator()
                                      : std::ranges::find(act->fields, value.id, &FormField::id);
    if (act == nullptr || field == act->fields.end()) continue;
    if (field->type == FormField::Type::unit || field->type == FormField::Type::date)
      done.fields.insert_or_assign(value.id, value.value);
  }
  return done;
}

// Deadlines of being pressed: each press is to be answered by who has the case then.
void add_presses(const RuleBook& book, const Procedure& procedure,
                 const std::vector<CaseStep>& steps, const CaseHead& head, Derived& derived) {
  for (const CaseStep& step : steps) {
    if (step.act == "answer_press") {
      for (Running& one : derived.course.deadlines) {
        if (one.deadline == "press" && one.is_open()) one.met = step.at.day();
      }
    }
    if (step.act != "press") continue;
    const auto clock = book.clock(press_clock, step.at.day());
    const auto due = rulebook::due_day(book, press_clock, step.at.day());
    Running pressed;
    pressed.deadline = "press";
    pressed.clock = press_clock;
    pressed.basis = clock.basis;
    pressed.owed_by = Party::centre;
    const auto* state = procedure.state(derived.course.state);
    if (state != nullptr && state->owner) pressed.owed_by = *state->owner;
    if (pressed.owed_by == Party::assigned) pressed.owed_unit = derived.course.assigned;
    if (pressed.owed_by == Party::provider) pressed.owed_unit = head.provider;
    pressed.counted_from = step.at.day();
    pressed.due = due.day;
    pressed.provisional = due.provisional || clock.provisional;
    derived.course.deadlines.push_back(std::move(pressed));
  }
}

Failure not_opened(const CaseHead& head) {
  return Failure(
      make_error(ErrorCode::internal, "case.damaged",
                 {"案件 " + head.number + " 没有开始的步骤，数据可能已损坏。",
                  "Nothing opens the case " + head.number + "; the data may be damaged."},
                 {"请运行 credence fsck。", "Run credence fsck."}));
}

std::string desk_unit(const CaseHead& head, const rulebook::Course& course, Party owner) {
  switch (owner) {
    case Party::centre:
      return "";
    case Party::provider:
      return head.provider;
    case Party::assigned:
      return course.assigned;
    case Party::subject:
    case Party::interested:
    case Party::applicant:
    case Party::handler:
    case Party::supervisor:
    case Party::platform:
      break;
  }
  return nobodys_desk;
}

CaseStanding standing_of(const RuleBook& book, const Procedure& procedure, const CaseHead& head,
                         const std::vector<CaseStep>& steps, const rulebook::Course& course) {
  CaseStanding standing;
  standing.steps = steps.back().step;
  standing.state = course.state;
  standing.edition = book.edition;
  const auto* state = procedure.state(course.state);
  if (state->owner) {
    standing.desk = state->owner;
    standing.unit = desk_unit(head, course, *state->owner);
    for (const CaseStep& step : steps) {
      if (step.act == "take") standing.officer = step.actor;
    }
  } else {
    for (const CaseStep& step : steps) {
      const Act* act = procedure.act(step.act);
      if (act != nullptr && act->to == course.state) standing.closed = step.at;
    }
  }
  for (const Running& one : course.deadlines) {
    if (one.is_open() && one.due)
      standing.due = std::min(standing.due.value_or(*one.due), *one.due);
  }
  return standing;
}

}  // namespace

const std::vector<Act>& side_acts() {
  static const std::vector<Act> all = {
      beside("take", {"领办", "Take"}, {Party::handler}, {}),
      beside("note", {"办理记录", "Note"}, {Party::handler}, {text_field({"内容", "Text"})}),
      beside("press", {"督办", "Press"}, {Party::supervisor},
             {text_field({"督办意见", "What is pressed for"})}),
      beside("answer_press", {"答复督办", "Answer the pressing"}, {Party::handler},
             {text_field({"答复", "Answer"})}),
  };
  return all;
}

const Act* side_act(std::string_view id) {
  const auto at = std::ranges::find(side_acts(), id, &Act::id);
  return at == side_acts().end() ? nullptr : &*at;
}

const Act* act_of(const Procedure& procedure, std::string_view id) {
  const Act* act = procedure.act(id);
  return act != nullptr ? act : side_act(id);
}

Derived derive(const RuleBook& book, const Procedure& procedure, const CaseHead& head,
               const std::vector<CaseStep>& steps) {
  std::vector<rulebook::DoneAct> acts;
  for (const CaseStep& step : steps) {
    if (side_act(step.act) == nullptr) acts.push_back(done_act(procedure, step));
  }
  Derived derived;
  derived.course = rulebook::course_of(book, procedure, acts).or_throw();
  if (procedure.state(derived.course.state) == nullptr) throw not_opened(head);
  // Providers' deadlines are theirs by name.
  for (Running& one : derived.course.deadlines) {
    if (one.owed_by == Party::provider) one.owed_unit = head.provider;
  }
  add_presses(book, procedure, steps, head, derived);
  derived.standing = standing_of(book, procedure, head, steps, derived.course);
  return derived;
}

}  // namespace credence::app
