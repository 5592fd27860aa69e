// SPDX-License-Identifier: Apache-2.0
#include "app/cases/deadline_view.h"

#include "rulebook/terms.h"

namespace credence::app {

using rulebook::Running;

std::string status_of(const Running& running, Date today) {
  const bool late = running.is_late(today);
  if (running.met) return late ? "met_late" : "met";
  if (running.passed_on) return late ? "passed_on_late" : "passed_on";
  if (!running.due) return "paused";
  return late ? "late" : "running";
}

int days_left(const rulebook::RuleBook& book, Date due, Date today) {
  if (today > due) return due.days() - today.days();
  return book.calendar.working_days_between(today, due);
}

Words party_words(std::string_view party) {
  const auto value = rulebook::value_named(rulebook::party_terms, party);
  if (!value) return {std::string(party), std::string(party)};
  const auto& term = rulebook::term_of(rulebook::party_terms, *value);
  return {std::string(term.zh), std::string(term.name)};
}

Words deadline_label(const rulebook::Procedure& procedure, const std::string& deadline) {
  if (deadline == "press") return {"答复督办", "Answer the pressing"};
  const auto* rule = procedure.deadline(deadline);
  return rule == nullptr ? Words{deadline, deadline} : rule->label;
}

ShownDeadline shown_deadline(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                             const Running& running, Date today) {
  ShownDeadline shown;
  shown.id = running.deadline;
  shown.label = deadline_label(procedure, running.deadline);
  const auto& owed = rulebook::term_of(rulebook::party_terms, running.owed_by);
  shown.owed_by = owed.name;
  shown.owed_by_label = {std::string(owed.zh), std::string(owed.name)};
  shown.unit = running.owed_unit;
  shown.basis = running.basis;
  shown.article = {book.cite(running.basis), book.cite(running.basis, false)};
  shown.counted_from = running.counted_from;
  shown.due = running.due;
  shown.done = running.met ? running.met : running.passed_on;
  if (running.is_open() && running.due) shown.days_left = days_left(book, *running.due, today);
  shown.status = status_of(running, today);
  shown.provisional = running.provisional;
  return shown;
}

}  // namespace credence::app
