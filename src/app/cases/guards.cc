// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/cases/case_errors.h"
#include "app/cases/cases.h"
#include "app/cases/lists.h"

// What must hold before an act. Asked twice: before the writer is troubled, and inside the deciding
// transaction.

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::Guard;
using rulebook::RuleBook;

const CaseStep* last_step(const std::vector<CaseStep>& steps, const std::string& act) {
  const auto at = std::find_if(steps.rbegin(), steps.rend(),
                               [&](const CaseStep& step) { return step.act == act; });
  return at == steps.rend() ? nullptr : &*at;
}

bool has_document(const std::vector<CaseStep>& steps, const ActForm& form,
                  const std::string& kind) {
  const auto is_kind = [&](const AttachedDocument& one) { return one.kind == kind; };
  return std::ranges::any_of(form.documents, is_kind) ||
         std::ranges::any_of(steps, [&](const CaseStep& step) {
           return std::ranges::any_of(step.body.documents, is_kind);
         });
}

std::vector<rulebook::DoneAct> done_acts(const std::vector<CaseStep>& steps) {
  std::vector<rulebook::DoneAct> done;
  for (const CaseStep& step : steps) done.push_back({step.act, step.at.day(), {}});
  return done;
}

}  // namespace

std::optional<Error> Cases::check_guard(const RuleBook& book, store::Session& sql,
                                        const LoadedCase& loaded, const Act& act,
                                        const Guard& guard, const std::string& actor,
                                        const ActForm& form, Date today) const {
  const CaseStep* before = last_step(loaded.steps, guard.act);
  const ListQuestion about_list{book, *loaded.procedure, loaded.head, sql, today};
  switch (guard.kind) {
    case Guard::Kind::four_eyes:
      if (before != nullptr && before->actor == actor) return case_errors::four_eyes(act);
      break;
    case Guard::Kind::within:
      if (before != nullptr) {
        const auto due = rulebook::due_day(book, guard.clock, before->at.day());
        if (today > due.day) return case_errors::too_late(book, act, guard.clock, due.day);
      }
      break;
    case Guard::Kind::once:
      if (last_step(loaded.steps, act.id) != nullptr) return case_errors::only_once(act);
      break;
    case Guard::Kind::document:
      if (!has_document(loaded.steps, form, guard.document))
        return case_errors::document_missing(*loaded.procedure, act, guard.document);
      break;
    case Guard::Kind::repairable:
      return hooks_.repairable({book, *loaded.procedure, loaded.head, sql, today});
    case Guard::Kind::after: {
      const auto first = rulebook::first_day(book, guard, done_acts(loaded.steps));
      if (first && today < *first) return case_errors::too_early(book, act, guard, *first);
      break;
    }
    case Guard::Kind::listable:
      return unlistable(about_list, list_named(*loaded.procedure, loaded.steps, form.fields));
    case Guard::Kind::listed:
      return unlisted(about_list);
  }
  return std::nullopt;
}

std::optional<Error> Cases::check_guards(const RuleBook& book, store::Session& sql,
                                         const LoadedCase& loaded, const Act& act,
                                         const std::string& actor, const ActForm& form,
                                         Date today) const {
  for (const Guard& guard : act.guards) {
    if (auto wrong = check_guard(book, sql, loaded, act, guard, actor, form, today)) return wrong;
  }
  return std::nullopt;
}

}  // namespace credence::app
