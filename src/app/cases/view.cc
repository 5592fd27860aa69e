// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/access/units.h"
#include "app/cases/case_errors.h"
#include "app/cases/cases.h"
#include "app/cases/deadline_view.h"
#include "app/cases/lists.h"
#include "rulebook/terms.h"
#include "store/records.h"

// Cases as one caller may see them.

namespace credence::app {
namespace {

using rulebook::Act;
using rulebook::FormField;
using rulebook::Party;
using rulebook::Procedure;
using rulebook::RuleBook;

Words label_of(const Act* act, const std::string& id) {
  if (act == nullptr) return {id, id};
  const auto at = std::ranges::find(act->fields, id, &FormField::id);
  return at == act->fields.end() ? Words{id, id} : at->label;
}

std::string organization_name(store::Session& sql, SubjectId subject) {
  const auto known = store::find_subject(sql, subject);
  return known && known->kind != domain::SubjectKind::person ? known->name : "";
}

// Which sealed fields the caller may read.
bool may_read(const Act* act, const std::string& field, const Caller& caller,
              const CaseSituation& situation, const SecretBox& box) {
  if (field == "applicant") return plays(Party::centre, caller, situation, box);
  if (act == nullptr) return false;
  const auto at = std::ranges::find(act->fields, field, &FormField::id);
  return at != act->fields.end() && part_of(at->sealed_for, caller, situation, box).has_value();
}

ShownStep shown_step(const CaseStep& step, const Caller& caller, const CaseSituation& situation,
                     const SecretBox& box, bool office) {
  const Act* act = act_of(situation.procedure, step.act);
  ShownStep shown;
  shown.step = step.step;
  shown.at = step.at;
  shown.act = step.act;
  shown.label = act == nullptr ? Words{step.act, step.act} : act->label;
  shown.by = party_words(step.body.party);
  shown.unit = step.unit;
  if (office) shown.officer = step.actor;
  if (act != nullptr) shown.basis = act->basis;
  for (const FieldValue& field : step.body.fields)
    shown.fields.push_back({field.id, label_of(act, field.id), field.value});
  for (const FieldValue& field : step.secret) {
    if (may_read(act, field.id, caller, situation, box))
      shown.fields.push_back({field.id,
                              field.id == "applicant"
                                  ? Words{"申请人账号", "Account of the applicant"}
                                  : label_of(act, field.id),
                              field.value});
  }
  shown.documents = step.body.documents;
  return shown;
}

std::vector<OfferedAct> offers(const RuleBook& book, const Caller& caller,
                               const CaseSituation& situation, const SecretBox& box, Date today) {
  std::vector<OfferedAct> all;
  const auto offer = [&](const Act& act) {
    if (part_of(act.by, caller, situation, box))
      all.push_back(offered(book, situation.procedure, act, today));
  };
  for (const Act* act : situation.procedure.acts_from(situation.course.state)) offer(*act);
  if (situation.procedure.state(situation.course.state)->is_end()) return all;
  for (const Act& act : side_acts()) offer(act);
  return all;
}

CaseLine line_of(const RuleBook& book, const Procedure& procedure, const StoredCase& one,
                 std::string name, Date today, bool office) {
  CaseLine line;
  line.number = one.head.number;
  line.procedure = procedure.id;
  line.label = procedure.label;
  line.subject_name = std::move(name);
  line.state = one.standing.state;
  if (const auto* state = procedure.state(line.state)) line.state_label = state->label;
  line.closed = one.standing.closed.has_value();
  line.opened = one.head.opened;
  line.due = one.standing.due;
  if (line.due) line.days_left = days_left(book, *line.due, today);
  line.unit = one.standing.unit;
  if (office) line.officer = one.standing.officer;
  return line;
}

}  // namespace

OfferedAct offered(const RuleBook& book, const Procedure& procedure, const Act& act, Date today) {
  OfferedAct offer{act.id, act.label, act.basis, {}};
  for (const FormField& field : with_lists(book, procedure, act, today).fields) {
    OfferedField one{field.id,
                     field.label,
                     std::string(rulebook::term_of(rulebook::form_type_terms, field.type).name),
                     field.length,
                     field.required,
                     {}};
    for (const auto& choice : field.choices) one.choices.push_back({choice.id, choice.label});
    offer.fields.push_back(std::move(one));
  }
  return offer;
}

Result<CaseView> Cases::view(const RuleBook& book, const Caller& caller,
                             const LoadedCase& loaded) const {
  const CaseSituation situation = loaded.situation();
  if (!may_see(caller, situation, box_)) return case_errors::not_found();
  const bool office = handles(caller, situation, box_);
  const auto* state = loaded.procedure->state(loaded.derived.course.state);
  const Date today = clock_.now().day();
  CaseView view;
  view.number = loaded.head.number;
  view.procedure = loaded.procedure->id;
  view.label = loaded.procedure->label;
  view.basis = loaded.procedure->basis;
  view.subject = loaded.head.subject;
  view.subject_name = organization_name(database_.read().sql(), loaded.head.subject);
  if (loaded.head.record.value != 0) view.record = std::to_string(loaded.head.record.value);
  if (const auto* item = book.catalogue.by_number(loaded.head.item)) view.item = item->id;
  view.provider = loaded.head.provider;
  view.state = state->id;
  view.state_label = state->label;
  view.outcome = state->outcome;
  view.closed = state->is_end();
  view.opened = loaded.head.opened;
  view.steps_done = loaded.derived.standing.steps;
  if (office) view.officer = loaded.derived.standing.officer;
  for (const CaseStep& step : loaded.steps)
    view.steps.push_back(shown_step(step, caller, situation, box_, office));
  for (const auto& running : loaded.derived.course.deadlines)
    view.deadlines.push_back(shown_deadline(book, *loaded.procedure, running, today));
  view.can = offers(book, caller, situation, box_, today);
  return view;
}

Result<Pending<CaseView>> Cases::show(const RuleBook& book, const Caller& caller,
                                      std::string_view number) const {
  if (caller.is_anonymous()) return unidentified();
  const auto loaded = load(book, database_.read().sql(), number);
  if (!loaded) return loaded.error();
  auto seen = view(book, caller, *loaded);
  if (!seen) return seen.error();
  // The subject's own file and the applicant's own words are no looks of an office.
  std::vector<AccessEntry> entries;
  if (handles(caller, loaded->situation(), box_))
    entries.push_back({loaded->head.subject, seen->item, 1, 0});
  return Pending<CaseView>(std::move(*seen), std::move(entries));
}

// Beside those an account opened under its name: those it opened sealed, and those about its
// subject, but for the ones whose applicant is sealed from it.
void Cases::add_own(const RuleBook& book, store::Session& sql, const Caller& caller,
                    CaseFilter filter, std::vector<StoredCase>& found) const {
  const auto add = [&](StoredCase one) {
    const auto same = [&](const StoredCase& other) { return other.head.number == one.head.number; };
    if (std::ranges::none_of(found, same)) found.push_back(std::move(one));
  };
  filter.name = applicant_mark(box_, caller.id());
  for (auto& one : list_cases(sql, filter)) add(std::move(one));
  if (caller.own_subject()) {
    filter.of = CasesOf::subject;
    filter.subject = *caller.own_subject();
    for (auto& one : list_cases(sql, filter)) {
      if (!procedure_of(book, sql, one.head)->applicant_sealed) add(std::move(one));
    }
  }
  std::ranges::sort(found, {}, [](const StoredCase& one) { return one.head.number; });
  if (found.size() > static_cast<std::size_t>(filter.limit))
    found.resize(static_cast<std::size_t>(filter.limit));
}

Result<std::vector<CaseLine>> Cases::list(const RuleBook& book, const Caller& caller,
                                          const Wanted& wanted) const {
  if (caller.is_anonymous()) return unidentified();
  CaseFilter filter;
  filter.procedure = wanted.procedure;
  filter.open_only = wanted.open_only;
  filter.after = wanted.after;
  filter.limit = wanted.limit;
  const bool office = !caller.is_subject();
  if (!office) {
    filter.of = CasesOf::applicant;
    filter.name = caller.id();
  } else if (is_centre(caller) || caller.may(domain::Power::supervise_cases)) {
    filter.of = wanted.on_desk ? CasesOf::desk : CasesOf::all;
  } else {
    filter.of = CasesOf::desk;
    filter.name = caller.unit();
  }
  const auto lease = database_.read();
  auto found = list_cases(lease.sql(), filter);
  if (!office) add_own(book, lease.sql(), caller, filter, found);
  std::vector<CaseLine> lines;
  const Date today = clock_.now().day();
  for (const StoredCase& one : found) {
    lines.push_back(line_of(book, *procedure_of(book, lease.sql(), one.head), one,
                            organization_name(lease.sql(), one.head.subject), today, office));
  }
  return lines;
}

}  // namespace credence::app
