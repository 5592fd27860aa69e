// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/access/caller.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "domain/disclosure.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// Who asks, why, may they; and no answer without a trace (DESIGN 2.7). Every reading of a record
// for an answer goes through this folder: Gate gives a Permit, readers give a Pending<T>, and
// only the ledger opens a Pending<T>, after the access entry is durable.

namespace credence::app {

// What they say they need it for. Empty purpose means the public.
struct Question {
  std::string purpose;  // rules/purposes id
  std::string matter;   // matter number (办件编号)
  std::string consent;  // number of the subject's consent (app/access/consents.h)
  std::string channel;  // "http", "cli", "report"
  std::string request;  // request id
  bool sealed = false;  // to stay out of the subject's sight as long as the purpose allows
};

// An admitted question. Made only by Gate; carries the audience that follows from caller and
// purpose, and how far it reaches.
class Permit {
 public:
  const std::string& asker() const { return asker_; }  // account or key; empty: the public
  const std::string& unit() const { return unit_; }    // credit code
  const std::string& unit_name() const { return unit_name_; }
  const Question& question() const { return question_; }
  domain::Audience audience() const { return audience_; }
  const std::string& basis() const { return basis_; }
  // Whether this permit may open a natural person's file: the person, live consent, or a public
  // body with a statutory purpose and a matter number (DESIGN 2.2).
  bool opens_persons() const { return persons_; }
  // The only subject it opens: the asker's own, or who consented; nothing: any.
  const std::optional<SubjectId>& only() const { return only_; }
  const Scope& scope() const { return scope_; }
  // The only unit whose submissions it opens records of: the asker's own; empty: any.
  const std::string& provider() const { return provider_; }
  // Last day the look stays out of the subject's sight.
  const std::optional<Date>& sealed_until() const { return sealed_until_; }
  // Anonymous looks are counted, all others are written down.
  bool attributed() const { return !asker_.empty(); }

 private:
  friend class Gate;
  Permit() = default;
  std::string asker_, unit_, unit_name_;
  Question question_;
  domain::Audience audience_ = domain::Audience::open;
  std::string basis_;
  bool persons_ = false;
  std::optional<SubjectId> only_;
  Scope scope_;
  std::string provider_;
  std::optional<Date> sealed_until_;
};

// Where every question is admitted. Thread safe.
class Gate {
 public:
  Gate(store::Database& database, const Clock& clock);

  // Errors: invalid ("access.purpose_unknown", "access.matter_required",
  // "access.consent_required", "access.text"), unidentified ("access.unidentified"), forbidden
  // ("access.purpose": not granted to the caller; "access.no_subject": nobody's own file;
  // "consent.not_live", "access.seal"), not_found ("case.not_found": the matter is no case of the
  // caller's).
  Result<Permit> admit(const rulebook::RuleBook& book, const Caller& caller,
                       Question question) const;

 private:
  std::optional<Error> narrow(const rulebook::Purpose& purpose, const Caller& caller,
                              Permit& permit) const;
  store::Database& database_;
  const Clock& clock_;
};

// What the ledger keeps of one look at one subject.
struct AccessEntry {
  SubjectId subject;
  std::string items;  // "permit,penalty": ids of the items touched
  int shown = 0;
  int withheld = 0;
};

// Open looks and sealed ones are numbered apart, so that the open ones show no gap.
enum class LookChain : std::uint8_t { open = 0, sealed = 1 };  // stored; never renumber

// An entry as it is stored, and what the log attests of it (JSON). The looks at one subject form a
// chain: each has the next number and names the entry before it, so that a missing one shows.
struct StoredAccess {
  std::string statement = "access";
  SubjectId subject;
  int chain = 0;               // LookChain
  std::int64_t number = 0;     // from 1
  std::int64_t previous = -1;  // entry of the access lane's log of the look before; -1: none
  Instant at;
  std::string asker, unit_code, unit, purpose, matter, basis, consent, channel, request;
  int shown = 0, withheld = 0;
  std::string items;
  std::int64_t sealed_until = 0;  // days since 1970; 0: not sealed
};
BOOST_DESCRIBE_STRUCT(StoredAccess, (),
                      (statement, subject, chain, number, previous, at, asker, unit_code, unit,
                       purpose, matter, basis, consent, channel, request, shown, withheld, items,
                       sealed_until))
std::string access_statement(const StoredAccess& entry);

// What keeps a count of views checkable: views and balance always add up to a number of subject and
// day.
std::int64_t view_balance(SubjectId subject, Date day, std::int64_t views);

// A computed answer that cannot be seen yet. T is whatever the reader computed.
template <class T>
class Pending {
 public:
  Pending(T value, std::vector<AccessEntry> entries)
      : value_(std::move(value)), entries_(std::move(entries)) {}
  // How many entries will be written; the value itself stays closed.
  const std::vector<AccessEntry>& entries() const { return entries_; }
  // The same answer in another form, as closed as before: `make` captures nothing, so it has
  // nowhere to put what it sees. For writing an answer out before the ledger's turn comes.
  template <class U>
  Pending<U> as(U (*make)(const T&)) && {
    return Pending<U>(make(value_), std::move(entries_));
  }

 private:
  friend class AccessLedger;
  T value_;
  std::vector<AccessEntry> entries_;
};

// Writes entries and opens answers: entries into the journal, and from there into the tables of the
// access lane (docs/decisions/0009). One for a database. Thread safe.
class AccessLedger {
 public:
  // Enters what processes that are gone left in the journal. Throws Failure: as
  // store::Journal::begin.
  AccessLedger(store::Database& database, Random& random);
  // Enters the rest.
  ~AccessLedger();
  AccessLedger(const AccessLedger&) = delete;
  AccessLedger& operator=(const AccessLedger&) = delete;

  // Waits until the entries are durable, then opens the answer. Throws Failure when they could not
  // be written: then there is no answer.
  template <class T>
  T release(const Permit& permit, Pending<T> pending) {
    write(permit, pending.entries_);
    return std::move(pending.value_);
  }
  // The same without waiting: `ready` gets the answer, or `failed` the reason, on the writer's
  // thread, or at once on the caller's.
  template <class T>
  void release_later(const Permit& permit, Pending<T> pending, std::function<void(T)> ready,
                     std::function<void(std::exception_ptr)> failed) {
    auto value = std::make_shared<T>(std::move(pending.value_));
    write_later(
        permit, pending.entries_,
        [value, ready = std::move(ready), failed = std::move(failed)](std::exception_ptr e) {
          if (e) {
            failed(e);
          } else {
            ready(std::move(*value));
          }
        });
  }

 private:
  void write(const Permit& permit, const std::vector<AccessEntry>& entries);
  void write_later(const Permit& permit, const std::vector<AccessEntry>& entries,
                   std::function<void(std::exception_ptr)> done);
  store::Database& database_;
  Random& random_;
};

}  // namespace credence::app
