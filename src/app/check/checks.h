// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/access.h"
#include "app/access/disclosed.h"
#include "app/check/check.h"
#include "app/standing/editions.h"
#include "app/standing/index.h"
#include "base/result.h"
#include "store/packing.h"

// The check at the counter: (subject, matter, purpose) → what is in force now, and why. Thread
// safe.

namespace credence::app {

// A question that was admitted and means something: about whom, in which matter, for whom.
struct CheckQuestion {
  SubjectId subject;
  std::string code;  // canonical; of a person masked
  bool person = false;
  std::string matter;                   // Matter::id
  std::string purpose, business, unit;  // why, 办件编号, who asked: as the answer says
};

// An answer as it is signed: its text, and what it amounts to.
struct CheckedText {
  std::string number;
  std::string json;  // of CheckAnswer, one line
  int in_force = 0;  // measures and limits
};

// What the access ledger keeps of a check beside who asked: enough to ask the same again.
std::string check_trace(const CheckAnswer& answer);

class Checks {
 public:
  Checks(store::Database& database, store::Dictionaries& dictionaries, StandingIndex& index,
         const Editions& editions, std::string person_secret, const Clock& clock);

  // Errors: invalid ("query.code", "check.matter": no such matter), forbidden ("check.purpose": the
  // matter is not checked for this purpose; "check.narrowed": the asker's grant does not reach
  // everything, so that "nothing found" would be untrue; "access.other_subject").
  Result<CheckQuestion> question(const rulebook::RuleBook& book, const Permit& permit,
                                 std::string_view code, std::string_view matter) const;

  // Whether a permit serves for checks in a matter at all. Errors: as question(), but those of a
  // code.
  Result<void> serves(const rulebook::RuleBook& book, const Permit& permit,
                      std::string_view matter) const;
  // The same without asking whether the asker may: for whoever asks what another was told.
  Result<CheckQuestion> question_of(const rulebook::RuleBook& book, std::string_view code,
                                    std::string_view matter) const;

  // What is in force today, as of everything committed before the call. Closed until it is written
  // down. Throws Failure: no database.
  Pending<CheckedText> check(const rulebook::RuleBook& book, const Permit& permit,
                             const CheckQuestion& question) const;
  // The same for many, as of one position.
  Pending<std::vector<CheckedText>> check(const rulebook::RuleBook& book, const Permit& permit,
                                          std::span<const CheckQuestion> questions) const;

  // The answer of a past instant, byte for byte as it was given: the rules and records of then.
  // Errors: not_found ("check.not_asked": it was never given; "check.edition": its rules are not
  // kept), invalid ("check.matter").
  Result<Pending<CheckedText>> replay(const Permit& permit, const CheckQuestion& question,
                                      const AsOf& as_of) const;
  // What is different today; unsigned. Errors: as replay(), but "check.not_asked".
  Result<Pending<CheckComparison>> compare(const Permit& permit, const CheckQuestion& question,
                                           const AsOf& as_of) const;

 private:
  bool was_given(SubjectId subject, const CheckAnswer& answer) const;
  Result<CheckAnswer> worked_out(const CheckQuestion& question, const AsOf& as_of) const;
  store::Database& database_;
  store::Dictionaries& dictionaries_;
  StandingIndex& index_;
  const Editions& editions_;
  std::string person_secret_;
  const Clock& clock_;
};

}  // namespace credence::app
