// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "domain/disclosure.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// Who asks, why, may they; and no answer without a trace (DESIGN 2.7). Every reading of a record
// for an answer goes through this folder: admit() gives a Permit, readers give a Pending<T>, and
// only the ledger opens a Pending<T>, after the access entry is durable.

namespace credence::app {

// Who is asking, as the way in established it.
struct Asker {
  std::string id;    // account, key or terminal name; empty only for the anonymous public
  std::string unit;  // the office or organisation
};

// What they say they need it for. Empty purpose means the public.
struct Question {
  std::string purpose;  // rules/purposes id
  std::string matter;   // matter number (办件编号)
  std::string consent;  // reference of the subject's written consent
  std::string channel;  // "http", "cli", "report"
  std::string request;  // request id
};

// An admitted question. Made only by admit(); carries the audience that follows from asker and
// purpose.
class Permit {
 public:
  const Asker& asker() const { return asker_; }
  const Question& question() const { return question_; }
  domain::Audience audience() const { return audience_; }
  const std::string& basis() const { return basis_; }
  // Whether this permit may open a natural person's file: the person, live consent, or a public
  // body with a statutory purpose and a matter number (DESIGN 2.2).
  bool opens_persons() const { return persons_; }

 private:
  friend Result<Permit> admit(const rulebook::RuleBook&, Asker, Question);
  Permit() = default;
  Asker asker_;
  Question question_;
  domain::Audience audience_ = domain::Audience::open;
  std::string basis_;
  bool persons_ = false;
};

// Errors: invalid ("access.purpose_unknown", "access.matter_required", "access.consent_required",
// "access.asker_required").
Result<Permit> admit(const rulebook::RuleBook& book, Asker asker, Question question);

// What the ledger keeps of one look at one subject.
struct AccessEntry {
  SubjectId subject;
  std::string items;  // "permit,penalty": ids of the items touched
  int shown = 0;
  int withheld = 0;
};

// An entry as it is stored, and what the log attests of it (JSON).
struct StoredAccess {
  std::string statement = "access";
  SubjectId subject;
  Instant at;
  std::int64_t entry_id = 0;
  std::string asker, unit, purpose, matter, basis, consent, channel, request;
  int shown = 0, withheld = 0;
  std::string items;
};
BOOST_DESCRIBE_STRUCT(StoredAccess, (),
                      (statement, subject, at, entry_id, asker, unit, purpose, matter, basis,
                       consent, channel, request, shown, withheld, items))
std::string access_statement(const StoredAccess& entry);

// What keeps a count of views checkable: views and balance always add up to a number of subject and day.
std::int64_t view_balance(SubjectId subject, Date day, std::int64_t views);

// A computed answer that cannot be seen yet. T is whatever the reader computed.
template <class T>
class Pending {
 public:
  Pending(T value, std::vector<AccessEntry> entries)
      : value_(std::move(value)), entries_(std::move(entries)) {}
  // How many entries will be written; the value itself stays closed.
  const std::vector<AccessEntry>& entries() const { return entries_; }

 private:
  friend class AccessLedger;
  T value_;
  std::vector<AccessEntry> entries_;
};

// Writes entries and opens answers. Thread safe.
class AccessLedger {
 public:
  AccessLedger(store::Database& database, const Clock& clock, Random& random);
  ~AccessLedger();

  // Waits until the entries are durable, then opens the answer. Throws Failure when they could not
  // be written: then there is no answer.
  template <class T>
  T release(const Permit& permit, Pending<T> pending) {
    write(permit, pending.entries_);
    return std::move(pending.value_);
  }
  // The same without waiting: `ready` gets the answer, or `failed` the reason, on the writer's
  // thread.
  template <class T>
  void release_later(const Permit& permit, Pending<T> pending, std::function<void(T)> ready,
                     std::function<void(std::exception_ptr)> failed) {
    auto value = std::make_shared<T>(std::move(pending.value_));
    write_later(
        permit, std::move(pending.entries_),
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
  void write_later(const Permit& permit, std::vector<AccessEntry> entries,
                   std::function<void(std::exception_ptr)> done);
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace credence::app
