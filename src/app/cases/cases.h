// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/access.h"
#include "app/access/secret_box.h"
#include "app/access/vault.h"
#include "app/cases/case.h"
#include "app/cases/case_store.h"
#include "app/cases/documents.h"
#include "app/cases/form.h"
#include "app/cases/hooks.h"
#include "app/cases/parties.h"
#include "app/cases/standing.h"

// One engine for everything that is asked, owed, decided and must be done in time (DESIGN 3, "the
// way of a case"): it opens cases, lets the right people act, and runs what an act does in the same
// commit as the act. The day of an act is the day it is committed; nobody can give another. A case
// runs to its end under the procedure it was opened under, even when that is changed meanwhile.

namespace credence::app {

// An act of a procedure with its form, as it is offered on a day to whoever may do it.
OfferedAct offered(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                   const rulebook::Act& act, Date today);

// Thread safe.
class Cases {
 public:
  // `region`: the jurisdiction of this platform, a division code.
  Cases(store::Database& database, const Vault& vault, const CaseDocuments& documents,
        const Clock& clock, int region, CaseHooks hooks);

  // Errors: unidentified, forbidden ("case.party"), invalid ("case.procedure", "case.subjects",
  // "case.items", those of check_form), not_found ("record.not_found", "subject.not_found"; also
  // for what the caller may not know of), conflict ("case.open_already"), those of the guards.
  Result<CaseView> open(const rulebook::RuleBook& book, const Caller& caller, const CaseForm& form);
  // A case the platform opens by itself, because it follows from another one. The number is derived
  // from `because`, so that the same cause opens it once. Errors: as above.
  struct PlatformForm {
    std::string procedure;
    SubjectId subject;
    RecordKey record;
    std::string because;
    std::vector<FieldValue> fields;
  };
  Result<std::string> open_by_platform(const rulebook::RuleBook& book, const PlatformForm& form);
  // Errors: unidentified, forbidden ("case.party"; "case.four_eyes"), not_found ("case.not_found":
  // also when it is none of the caller's business), conflict ("case.act_not_now",
  // "case.moved_on": somebody acted since `after`; "case.too_early"), too_late ("case.within"),
  // invalid
  // ("case.document_missing", those of check_form), those of the guards and of what the effects
  // store.
  Result<CaseView> act(const rulebook::RuleBook& book, const Caller& caller,
                       std::string_view number, const ActForm& form);

  // Closed until it is written down when somebody who handles the case looks (SD-2020 art. 36).
  // Errors: not_found ("case.not_found").
  Result<Pending<CaseView>> show(const rulebook::RuleBook& book, const Caller& caller,
                                 std::string_view number) const;
  // The caller's own: those about its subject or opened by it; for an office those on its desk or,
  // for the credit centre, all. By number after `after`. Errors: unidentified.
  struct Wanted {
    std::string procedure;  // id; empty: any
    bool open_only = false;
    bool on_desk = false;  // offices: only what waits for them
    std::string after;
    int limit = 100;
  };
  Result<std::vector<CaseLine>> list(const rulebook::RuleBook& book, const Caller& caller,
                                     const Wanted& wanted) const;

  // Works out again where open cases stand, after rules or calendar changed. Gives how many.
  std::size_t refresh(const rulebook::RuleBook& book);

  // The procedure a case runs under.
  std::shared_ptr<const rulebook::Procedure> procedure_of(const rulebook::RuleBook& book,
                                                          store::Session& sql,
                                                          const CaseHead& head) const;
  const SecretBox& box() const { return box_; }
  int region() const { return region_; }

 private:
  struct Move;
  Result<LoadedCase> load(const rulebook::RuleBook& book, store::Session& sql,
                          std::string_view number) const;
  Result<CaseHead> head_of(const rulebook::RuleBook& book, const Caller& caller,
                           const rulebook::Procedure& procedure, const CaseForm& form) const;
  Result<CaseHead> record_head(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                               SubjectId subject, RecordKey record) const;
  Result<Move> opening(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                       const Caller& caller, const CaseHead& head, const CaseForm& form) const;
  std::optional<Error> admit(const rulebook::RuleBook& book, store::Session& sql,
                             const LoadedCase& loaded, const Caller& caller, const ActForm& form,
                             Date today) const;
  std::optional<Error> check_guards(const rulebook::RuleBook& book, store::Session& sql,
                                    const LoadedCase& loaded, const rulebook::Act& act,
                                    const std::string& actor, const ActForm& form,
                                    Date today) const;
  std::optional<Error> check_guard(const rulebook::RuleBook& book, store::Session& sql,
                                   const LoadedCase& loaded, const rulebook::Act& act,
                                   const rulebook::Guard& guard, const std::string& actor,
                                   const ActForm& form, Date today) const;
  void commit_opening(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                      const CaseHead& head, Move& move);
  Result<CheckedForm> checked_form(const rulebook::RuleBook& book,
                                   const rulebook::Procedure& procedure, const rulebook::Act& act,
                                   const std::vector<FieldValue>& fields,
                                   const std::vector<AttachedDocument>& documents,
                                   Date today) const;
  void write_step(store::Write& write, const rulebook::RuleBook& book, const CaseHead& head,
                  const Move& move) const;
  // What the effects will store, checked and made ready outside the transaction.
  std::optional<Error> prepare_effects(const rulebook::RuleBook& book, const LoadedCase& before,
                                       const Caller& caller, Move& move) const;
  void run_effects(store::Write& write, const CaseHead& head, const Move& move) const;
  void add_own(const rulebook::RuleBook& book, store::Session& sql, const Caller& caller,
               CaseFilter filter, std::vector<StoredCase>& found) const;
  bool is_unit(const std::string& code) const;
  Result<CaseView> view(const rulebook::RuleBook& book, const Caller& caller,
                        const LoadedCase& loaded) const;

  store::Database& database_;
  const Vault& vault_;
  const CaseDocuments& documents_;
  const Clock& clock_;
  int region_;
  CaseHooks hooks_;
  SecretBox box_;
  mutable std::mutex procedures_mutex_;
  mutable std::map<std::string, std::shared_ptr<const rulebook::Procedure>> procedures_;
};

}  // namespace credence::app
