// SPDX-License-Identifier: Apache-2.0
#include "app/cases/cases.h"

#include <algorithm>

#include "app/access/named_code.h"
#include "app/access/sources.h"
#include "app/access/units.h"
#include "app/cases/case_errors.h"
#include "app/cases/document_kind.h"
#include "app/cases/form.h"
#include "base/digest.h"
#include "rulebook/terms.h"
#include "store/marks.h"
#include "store/records.h"

namespace credence::app {
namespace {

using rulebook::About;
using rulebook::Act;
using rulebook::Effect;
using rulebook::Guard;
using rulebook::Party;
using rulebook::Procedure;
using rulebook::RuleBook;

std::optional<RecordKey> record_key(const std::string& text) {
  if (text.empty() || text.size() > 19 ||
      !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return RecordKey(static_cast<std::int64_t>(std::stoull(text) & INT64_MAX));
}

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

// Whose account stands in the step: its own name, or a keyed mark where it is to stay sealed.
std::string actor_name(const Procedure& procedure, Party party, const std::string& id,
                       const SecretBox& box) {
  const bool sealed =
      procedure.applicant_sealed && (party == Party::interested || party == Party::applicant);
  return sealed ? applicant_mark(box, id) : id;
}

}  // namespace

// A step about to be taken.
struct Cases::Move {
  const Act* act = nullptr;
  CaseStep step;
  std::function<void(store::Write&)> correct;  // where the act corrects the record
};

Cases::Cases(store::Database& database, const Vault& vault, const CaseDocuments& documents,
             const Clock& clock, int region, CaseHooks hooks)
    : database_(database),
      vault_(vault),
      documents_(documents),
      clock_(clock),
      region_(region),
      hooks_(std::move(hooks)),
      box_(vault.person_secret(), vault.random()) {
  // A guard that nobody answers must not pass.
  ensure(hooks_.repairable && hooks_.correct, "the hooks of cases are bound");
}

bool Cases::is_unit(const std::string& code) const {
  const auto unit = find<Unit>(database_.read_access().sql(), code);
  return unit && unit->active;
}

std::shared_ptr<const Procedure> Cases::procedure_of(const RuleBook& book, store::Session& sql,
                                                     const CaseHead& head) const {
  const std::scoped_lock lock(procedures_mutex_);
  auto& kept = procedures_[head.procedure_hash];
  if (kept) return kept;
  const auto current = book.procedures.find(head.procedure);
  if (current != book.procedures.end() && current->second.hash == head.procedure_hash) {
    kept = std::make_shared<const Procedure>(current->second);
  } else {
    const auto text = kept_procedure(sql, head.procedure_hash);
    Procedure old = rulebook::read_kept_procedure(book, head.procedure, text.value_or(""));
    old.hash = head.procedure_hash;
    kept = std::make_shared<const Procedure>(std::move(old));
  }
  return kept;
}

Result<LoadedCase> Cases::load(const RuleBook& book, store::Session& sql,
                               std::string_view number) const {
  auto stored = find_case(sql, number);
  if (!stored) return case_errors::not_found();
  LoadedCase loaded;
  loaded.head = std::move(stored->head);
  loaded.procedure = procedure_of(book, sql, loaded.head);
  loaded.steps = case_steps(sql, box_, number);
  loaded.derived = derive(book, *loaded.procedure, loaded.head, loaded.steps);
  return loaded;
}

// ---- opening

Result<CaseHead> Cases::record_head(const Procedure& procedure, SubjectId subject,
                                    RecordKey record) const {
  CaseHead head;
  head.subject = subject;
  const auto lease = database_.read();
  const auto known = store::find_subject(lease.sql(), subject);
  if (!known) return case_errors::no_subject();
  if (std::ranges::count(procedure.subjects, known->kind) == 0)
    return case_errors::not_for(procedure);
  if (procedure.about != About::record) return head;
  const auto versions = store::record_versions(lease.sql(), subject, record);
  if (versions.empty()) return case_errors::no_record();
  head.record = record;
  head.item = versions.back().columns.item;
  const auto batch = versions.front().batch;  // whoever sent it first provides it
  head.provider = batch_sources(lease.sql(), {batch}).at(batch).provider;
  return head;
}

Result<CaseHead> Cases::head_of(const RuleBook& book, const Caller& caller,
                                const Procedure& procedure, const CaseForm& form) const {
  std::optional<SubjectId> subject = caller.own_subject();
  bool person = false;
  if (!form.code.empty()) {
    const auto named = named_subject(book, vault_.person_secret(), form.code);
    if (!named) return named.error();
    subject = named->id;
    person = named->person;
  }
  if (!subject) return case_errors::no_code();
  // Nobody learns from a case whether the platform knows a person (DESIGN 2.2).
  if (person && caller.is_subject() && caller.own_subject() != subject)
    return case_errors::no_subject();
  const auto record = record_key(form.record);
  if (procedure.about == About::record && !record) return case_errors::no_record();
  auto head = record_head(procedure, *subject, record.value_or(RecordKey()));
  if (head) {
    head->procedure = procedure.id;
    head->procedure_hash = procedure.hash;
  }
  return head;
}

Result<Cases::Move> Cases::opening(const Procedure& procedure, const Caller& caller,
                                   const CaseHead& head, const CaseForm& form) const {
  std::optional<Party> party;
  Move move;
  for (const Act& act : procedure.acts) {
    if (!act.opens() || (!form.act.empty() && act.id != form.act) || party) continue;
    for (const Party one : act.by) {
      if (!party && may_open(one, caller, head.subject, head.provider)) party = one;
    }
    if (party) move.act = &act;
  }
  if (move.act == nullptr) return case_errors::not_a_party(procedure, form.act);
  const Date today = clock_.now().day();
  auto checked = checked_form(procedure, *move.act, form.fields, form.documents, today);
  if (!checked) return checked.error();
  move.step = {1,
               {},
               caller.id(),
               caller.unit(),
               move.act->id,
               std::move(checked->body),
               std::move(checked->secret),
               0};
  move.step.body.party = rulebook::term_of(rulebook::party_terms, *party).name;
  return move;
}

Result<CaseView> Cases::open(const RuleBook& book, const Caller& caller, const CaseForm& form) {
  if (caller.is_anonymous()) return unidentified();
  const Procedure* procedure = rulebook::procedure_in(book, form.procedure, region_);
  if (procedure == nullptr) return case_errors::no_procedure(book, form.procedure);
  auto head = head_of(book, caller, *procedure, form);
  if (!head) return head.error();
  auto move = opening(*procedure, caller, *head, form);
  if (!move) return move.error();
  head->number =
      procedure->prefix + digits_of(clock_.now().day()) + "-" + to_hex(vault_.random().bytes(4));
  const Party party = *rulebook::value_named(rulebook::party_terms, move->step.body.party);
  head->applicant = actor_name(*procedure, party, caller.id(), box_);
  move->step.actor = head->applicant;
  if (head->applicant != caller.id()) move->step.secret.push_back({"applicant", caller.id()});
  try {
    commit_opening(book, *procedure, *head, *move);
  } catch (const Failure& failure) {
    if (failure.error().code == ErrorCode::internal) throw;
    return failure.error();
  }
  const auto loaded = load(book, database_.read().sql(), head->number);
  return loaded ? view(book, caller, *loaded) : Result<CaseView>(loaded.error());
}

void Cases::commit_opening(const RuleBook& book, const Procedure& procedure, const CaseHead& head,
                           Move& move) {
  ActForm form{move.act->id, 0, {}, move.step.body.documents};
  database_.facts().run([&](store::Write& write) {
    CaseHead opened = head;
    opened.opened = write.now;
    for (const StoredCase& one : cases_about(write.sql, head.subject, head.record)) {
      if (!one.standing.closed && one.head.procedure == head.procedure &&
          one.head.applicant == head.applicant && procedure.about == About::record)
        throw Failure(case_errors::open_already(one.head.number));
    }
    const LoadedCase loaded{opened, procedure_of(book, write.sql, opened), {}, {}};
    if (auto wrong = check_guards(book, write.sql, loaded, *move.act, move.step.actor, form,
                                  write.now.day()))
      throw Failure(*wrong);
    move.step.at = write.now;
    keep_procedure(write, procedure);
    const Derived derived = derive(book, procedure, opened, {move.step});
    put_case(write, opened, derived.standing);
    write_step(write, book, opened, move);
    update_standing(write, opened.number, derived.standing, derived.course.deadlines);
    run_effects(write, opened, move);
  });
}

Result<std::string> Cases::open_by_platform(const RuleBook& book, const PlatformForm& form) {
  const Procedure* procedure = rulebook::procedure_in(book, form.procedure, region_);
  if (procedure == nullptr) return case_errors::no_procedure(book, form.procedure);
  const auto by_platform = [](const Act& act) {
    return act.opens() && std::ranges::count(act.by, Party::platform) > 0;
  };
  const auto act = std::ranges::find_if(procedure->acts, by_platform);
  if (act == procedure->acts.end()) return case_errors::not_a_party(*procedure, "");
  auto head = record_head(*procedure, form.subject, form.record);
  if (!head) return head.error();
  const Date today = clock_.now().day();
  head->procedure = procedure->id;
  head->procedure_hash = procedure->hash;
  // Without the day, so that the same cause gives the same number on every day.
  head->number = procedure->prefix + "-" + to_hex(sha256(form.because)).substr(0, 20);
  head->applicant = "platform";
  if (find_case(database_.read().sql(), head->number)) return head->number;
  auto checked = checked_form(*procedure, *act, form.fields, {}, today);
  if (!checked) return checked.error();
  Move move;
  move.act = &*act;
  move.step = {1, {}, "platform", "", act->id, std::move(checked->body), std::move(checked->secret),
               0};
  move.step.body.party = rulebook::term_of(rulebook::party_terms, Party::platform).name;
  try {
    commit_opening(book, *procedure, *head, move);
  } catch (const Failure& failure) {
    // Another process was first: the same case.
    if (!find_case(database_.read().sql(), head->number)) throw;
  }
  return head->number;
}

// ---- acting

std::optional<Error> Cases::check_guards(const RuleBook& book, store::Session& sql,
                                         const LoadedCase& loaded, const Act& act,
                                         const std::string& actor, const ActForm& form,
                                         Date today) const {
  for (const Guard& guard : act.guards) {
    const CaseStep* before = last_step(loaded.steps, guard.act);
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
        if (auto wrong = hooks_.repairable({book, *loaded.procedure, loaded.head, sql, today}))
          return wrong;
        break;
    }
  }
  return std::nullopt;
}

std::optional<Error> Cases::admit(const RuleBook& book, store::Session& sql,
                                  const LoadedCase& loaded, const Caller& caller,
                                  const ActForm& form, Date today) const {
  const CaseSituation situation = loaded.situation();
  if (!may_see(caller, situation, box_)) return case_errors::not_found();
  const Act* act = act_of(*loaded.procedure, form.act);
  if (act == nullptr) return rulebook::act_unknown(*loaded.procedure, form.act);
  if (form.after != loaded.derived.standing.steps)
    return case_errors::moved_on(loaded.derived.standing.steps);
  const auto* state = loaded.procedure->state(loaded.derived.course.state);
  const auto possible = loaded.procedure->acts_from(loaded.derived.course.state);
  const bool now = std::ranges::find(possible, act) != possible.end() ||
                   (side_act(form.act) == act && !state->is_end());
  if (!now) return rulebook::act_not_now(*loaded.procedure, *act, loaded.derived.course.state);
  const auto party = part_of(act->by, caller, situation, box_);
  if (!party) return case_errors::not_a_party(*loaded.procedure, act->id);
  const std::string actor = actor_name(*loaded.procedure, *party, caller.id(), box_);
  return check_guards(book, sql, loaded, *act, actor, form, today);
}

Result<CaseView> Cases::act(const RuleBook& book, const Caller& caller, std::string_view number,
                            const ActForm& form) {
  if (caller.is_anonymous()) return unidentified();
  const Date today = clock_.now().day();
  // First without the writer, so that what is refused costs nobody else anything.
  auto before = [&]() -> Result<LoadedCase> {
    const auto lease = database_.read();
    auto loaded = load(book, lease.sql(), number);
    if (!loaded) return loaded;
    if (auto wrong = admit(book, lease.sql(), *loaded, caller, form, today))
      return std::move(*wrong);
    return loaded;
  }();
  if (!before) return before.error();
  const CaseHead& head = before->head;
  Move move;
  move.act = act_of(*before->procedure, form.act);
  auto checked = checked_form(*before->procedure, *move.act, form.fields, form.documents, today);
  if (!checked) return checked.error();
  const Party party = *part_of(move.act->by, caller, before->situation(), box_);
  move.step = {form.after + 1,
               {},
               actor_name(*before->procedure, party, caller.id(), box_),
               caller.unit(),
               move.act->id,
               std::move(checked->body),
               std::move(checked->secret),
               0};
  move.step.body.party = rulebook::term_of(rulebook::party_terms, party).name;
  for (const Effect& effect : move.act->effects) {
    if (effect.kind != Effect::Kind::correct) continue;
    auto prepared = hooks_.correct({book, head, value_in(move.step.body.fields, effect.field),
                                    caller.unit(), caller.unit_name(), caller.id()});
    if (!prepared) return prepared.error();
    move.correct = std::move(*prepared);
  }
  try {
    database_.facts().run([&](store::Write& write) {
      auto loaded = load(book, write.sql, number).or_throw();
      if (auto wrong = admit(book, write.sql, loaded, caller, form, write.now.day()))
        throw Failure(*wrong);
      move.step.at = write.now;
      loaded.steps.push_back(move.step);
      const Derived derived = derive(book, *loaded.procedure, loaded.head, loaded.steps);
      write_step(write, book, loaded.head, move);
      update_standing(write, loaded.head.number, derived.standing, derived.course.deadlines);
      run_effects(write, loaded.head, move);
    });
  } catch (const Failure& failure) {
    if (failure.error().code == ErrorCode::internal) throw;
    return failure.error();
  }
  const auto after = load(book, database_.read().sql(), number);
  return after ? view(book, caller, *after) : Result<CaseView>(after.error());
}

// What is said of a document comes from the file that was kept, not from whoever attaches it.
Result<CheckedForm> Cases::checked_form(const Procedure& procedure, const Act& act,
                                        const std::vector<FieldValue>& fields,
                                        const std::vector<AttachedDocument>& documents,
                                        Date today) const {
  auto checked = check_form(procedure, act, fields, documents, today,
                            [&](const std::string& code) { return is_unit(code); });
  if (!checked) return checked;
  for (AttachedDocument& one : checked->body.documents) {
    const auto bytes = documents_.open(one.sha256);
    if (!bytes) return bytes.error();
    auto media = media_type_of(*bytes);
    if (!media) return media.error();
    one.media = std::move(*media);
    one.bytes = static_cast<std::int64_t>(bytes->size());
  }
  return checked;
}

void Cases::write_step(store::Write& write, const RuleBook& book, const CaseHead& head,
                       const Move& move) const {
  put_step(write, box_, head, move.step);
  for (const AttachedDocument& one : move.step.body.documents) {
    documents_.attach(write, book,
                      {head.number, {one.sha256, one.media, one.bytes, one.name}, move.step.step});
  }
}

void Cases::run_effects(store::Write& write, const CaseHead& head, const Move& move) const {
  const auto put = [&](domain::MarkKind kind, std::string text) {
    store::RecordMark mark;
    mark.subject = head.subject;
    mark.record = head.record;
    mark.kind = kind;
    mark.case_number = head.number;
    mark.basis = move.act->basis;
    mark.text = std::move(text);
    store::put_mark(write, vault_.random(), mark);
  };
  for (const Effect& effect : move.act->effects) {
    switch (effect.kind) {
      case Effect::Kind::mark:
        put(effect.mark, value_in(move.step.body.fields, effect.field));
        break;
      case Effect::Kind::unmark:
        store::end_mark(write, vault_.random(), head.subject, head.record, effect.mark,
                        head.number);
        break;
      case Effect::Kind::correct:
        ensure(move.correct != nullptr, "a correction is prepared before it is decided");
        move.correct(write);
        put(domain::MarkKind::corrected, "");
        break;
    }
  }
}

// ---- upkeep

std::size_t Cases::refresh(const RuleBook& book) {
  std::size_t done = 0;
  CaseFilter filter;
  filter.open_only = true;
  filter.limit = 500;
  for (;;) {
    const auto page = list_cases(database_.read().sql(), filter);
    for (const StoredCase& one : page) {
      filter.after = one.head.number;
      if (one.standing.edition == book.edition) continue;
      database_.facts().run([&](store::Write& write) {
        const auto loaded = load(book, write.sql, one.head.number).or_throw();
        update_standing(write, one.head.number, loaded.derived.standing,
                        loaded.derived.course.deadlines);
      });
      ++done;
    }
    if (page.size() < static_cast<std::size_t>(filter.limit)) return done;
  }
}

}  // namespace credence::app
