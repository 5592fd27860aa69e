// SPDX-License-Identifier: Apache-2.0
#include "app/cases/way_in.h"

#include <algorithm>

#include "app/cases/case_store.h"

namespace credence::app {

using rulebook::Effect;

std::string purpose_of_look(const Caller& caller) {
  if (caller.is_subject()) return "self";
  return caller.may_ask_for("case_handling") ? "case_handling" : "audit";
}

bool decides(const rulebook::Act& act) {
  return std::ranges::any_of(act.effects, [](const Effect& effect) {
    return effect.kind != Effect::Kind::mark || (effect.mark != domain::MarkKind::disputed &&
                                                 effect.mark != domain::MarkKind::statement);
  });
}

bool decides(const rulebook::RuleBook& book, const Cases& cases, store::Session& sql,
             std::string_view number, std::string_view act) {
  const auto stored = find_case(sql, number);
  if (!stored) return false;
  const auto procedure = cases.procedure_of(book, sql, stored->head);
  const auto* known = procedure->act(act);
  return known != nullptr && decides(*known);
}

bool opening_decides(const rulebook::RuleBook& book, const Cases& cases, const CaseForm& form) {
  const auto* procedure = rulebook::procedure_in(book, form.procedure, cases.region());
  if (procedure == nullptr) return false;
  return std::ranges::any_of(procedure->acts, [&](const rulebook::Act& act) {
    return act.opens() && (form.act.empty() || act.id == form.act) && decides(act);
  });
}

}  // namespace credence::app
