// SPDX-License-Identifier: Apache-2.0
#include "app/cases/cases.h"

#include <algorithm>

#include "app/access/named_code.h"
#include "app/access/sources.h"
#include "app/access/units.h"
#include "app/cases/case_errors.h"
#include "app/cases/document_kind.h"
#include "app/cases/form.h"
#include "app/cases/lists.h"
#include "app/cases/move.h"
#include "base/digest.h"
#include "rulebook/terms.h"
#include "store/records.h"

namespace credence::app {
namespace {

using rulebook::About;
using rulebook::Act;
using rulebook::Party;
using rulebook::Procedure;
using rulebook::RuleBook;

// Who opens a case that follows from another one. Its causes tell such cases apart, so that each of
// several units may have one about the same record.
constexpr const char* by_platform_name = "platform";

std::optional<RecordKey> record_key(const std::string& text) {
  if (text.empty() || text.size() > 19 ||
      !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return RecordKey(static_cast<std::int64_t>(std::stoull(text) & INT64_MAX));
}

// Whether a procedure is about records of an item, by its number.
bool takes_item(const RuleBook& book, const Procedure& procedure, int item) {
  const auto* known = book.catalogue.by_number(item);
  return procedure.items.empty() ||
         (known != nullptr && std::ranges::count(procedure.items, known->id) > 0);
}

// The unit that may open a case as `provider`: whoever provided the record; of a case about a
// subject, any unit that provides records and now takes this up.
std::string provider_for(const Procedure& procedure, const CaseHead& head, const Caller& caller) {
  if (procedure.about == About::record) return head.provider;
  const bool provides = caller.may(domain::Power::submit) && !is_centre(caller);
  return provides ? caller.unit() : "";
}

// Whose account stands in the step: its own name, or a keyed mark where it is to stay sealed.
std::string actor_name(const Procedure& procedure, Party party, const std::string& id,
                       const SecretBox& box) {
  const bool sealed =
      procedure.applicant_sealed && (party == Party::interested || party == Party::applicant);
  return sealed ? applicant_mark(box, id) : id;
}

}  // namespace

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
  ensure(hooks_.repairable && hooks_.correct && hooks_.record, "the hooks of cases are bound");
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

Result<CaseHead> Cases::record_head(const RuleBook& book, const Procedure& procedure,
                                    SubjectId subject, RecordKey record) const {
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
  if (!takes_item(book, procedure, head.item)) return case_errors::not_of(book, procedure);
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
  if (person && std::ranges::count(procedure.subjects, domain::SubjectKind::person) == 0)
    return case_errors::not_for(procedure);
  const auto record = record_key(form.record);
  if (procedure.about == About::record && !record) return case_errors::no_record();
  auto head = record_head(book, procedure, *subject, record.value_or(RecordKey()));
  if (head) {
    head->procedure = procedure.id;
    head->procedure_hash = procedure.hash;
  }
  return head;
}

Result<Cases::Move> Cases::opening(const RuleBook& book, const Procedure& procedure,
                                   const Caller& caller, const CaseHead& head,
                                   const CaseForm& form) const {
  const std::string provider = provider_for(procedure, head, caller);
  std::optional<Party> party;
  Move move;
  for (const Act& act : procedure.acts) {
    if (!act.opens() || (!form.act.empty() && act.id != form.act) || party) continue;
    for (const Party one : act.by) {
      if (!party && may_open(one, caller, head.subject, provider)) party = one;
    }
    if (party) move.act = &act;
  }
  if (move.act == nullptr) return case_errors::not_a_party(procedure, form.act);
  const Date today = clock_.now().day();
  auto checked = checked_form(book, procedure, *move.act, form.fields, form.documents, today);
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
  auto move = opening(book, *procedure, caller, *head, form);
  if (!move) return move.error();
  head->number =
      procedure->prefix + digits_of(clock_.now().day()) + "-" + to_hex(vault_.random().bytes(4));
  const Party party = *rulebook::value_named(rulebook::party_terms, move->step.body.party);
  if (party == Party::provider) head->provider = provider_for(*procedure, *head, caller);
  head->applicant = actor_name(*procedure, party, caller.id(), box_);
  move->step.actor = head->applicant;
  if (head->applicant != caller.id()) move->step.secret.push_back({"applicant", caller.id()});
  const LoadedCase opened{*head, std::make_shared<const Procedure>(*procedure), {}, {}};
  if (auto wrong = prepare_effects(book, opened, caller, *move)) return std::move(*wrong);
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
  ActForm form{move.act->id, 0, move.step.body.fields, move.step.body.documents};
  database_.facts().run([&](store::Write& write) {
    CaseHead opened = head;
    opened.opened = write.now;
    for (const StoredCase& one : cases_about(write.sql, head.subject, head.record)) {
      if (!one.standing.closed && one.head.procedure == head.procedure &&
          one.head.applicant == head.applicant && head.applicant != by_platform_name &&
          procedure.about == About::record)
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
  auto head = record_head(book, *procedure, form.subject, form.record);
  if (!head) return head.error();
  const Date today = clock_.now().day();
  head->procedure = procedure->id;
  head->procedure_hash = procedure->hash;
  // Without the day, so that the same cause gives the same number on every day.
  head->number = procedure->prefix + "-" + to_hex(sha256(form.because)).substr(0, 20);
  head->applicant = by_platform_name;
  if (find_case(database_.read().sql(), head->number)) return head->number;
  auto checked = checked_form(book, *procedure, *act, form.fields, {}, today);
  if (!checked) return checked.error();
  Move move;
  move.act = &*act;
  move.step = {
      1, {}, by_platform_name, "", act->id, std::move(checked->body), std::move(checked->secret),
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
  Move move;
  move.act = act_of(*before->procedure, form.act);
  auto checked =
      checked_form(book, *before->procedure, *move.act, form.fields, form.documents, today);
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
  if (auto wrong = prepare_effects(book, *before, caller, move)) return std::move(*wrong);
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
Result<CheckedForm> Cases::checked_form(const RuleBook& book, const Procedure& procedure,
                                        const Act& act, const std::vector<FieldValue>& fields,
                                        const std::vector<AttachedDocument>& documents,
                                        Date today) const {
  auto checked = check_form(procedure, with_lists(book, procedure, act, today), fields, documents,
                            today, [&](const std::string& code) { return is_unit(code); });
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
