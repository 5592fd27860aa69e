// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/consents.h"
#include "app/access/register.h"
#include "app/access/vault.h"
#include "rulebook/rulebook.h"

// What data subjects ask of who keeps their data (PIPL arts. 44–50; SD-2020 arts. 37, 39): access,
// copy, correction, deletion, explanation, withdrawal of consent. Each is a request with a
// deadline, answered or refused with reasons.

namespace credence::app {

struct RightsRequest {
  static constexpr std::string_view kind = "rights_request";
  std::string number;  // "QL20261125-3f2a91c0"
  SubjectId subject;
  std::string right;     // rules/rights id
  std::string text;      // what is asked, in the asker's words
  std::string consent;   // withdrawal: number of the consent
  std::string evidence;  // asked on the subject's behalf: who asks by what paper; empty: itself
  std::string basis;     // the article of the right
  Instant opened;
  Date due;                    // the last day that is in time
  bool provisional = false;    // a calendar or a clock that `due` rests on is not confirmed
  std::string with_unit;       // credit code of the unit that must be asked; empty: none
  std::string state = "open";  // "answered", "refused", "withdrawn"
  std::string answer;          // what was done, or what the subject is told
  std::string reasons;         // why it was decided so
  std::string ground;          // deletion: rules/erasure id on which an erasure is to be proposed
  std::string by, by_unit;     // who decided; empty: the platform at once
  std::optional<Instant> closed;
  bool late = false;  // decided after `due`

  std::string key() const { return number; }
  std::string parent() const { return std::to_string(subject.value); }
  std::string also() const { return state; }
};
BOOST_DESCRIBE_STRUCT(RightsRequest, (),
                      (number, subject, right, text, consent, evidence, basis, opened, due,
                       provisional, with_unit, state, answer, reasons, ground, by, by_unit, closed,
                       late))

// What the asker fills in.
struct RightsForm {
  std::string right;     // rules/rights id
  std::string text;      // at most 2000 bytes; not needed where the platform answers at once
  std::string consent;   // withdrawal only
  std::string code;      // on behalf only: whose right it is
  std::string evidence;  // on behalf only: number of the paper
};
BOOST_DESCRIBE_STRUCT(RightsForm, (), (right, text, consent, code, evidence))

struct RightsDecision {
  bool granted = false;
  std::string answer;   // granted: what was done
  std::string reasons;  // always
  std::string ground;   // deletion granted: rules/erasure id
};
BOOST_DESCRIBE_STRUCT(RightsDecision, (), (granted, answer, reasons, ground))

struct RightsList {
  std::int64_t open = 0, late = 0;  // late: open and past their day
  std::vector<RightsRequest> requests;
};
BOOST_DESCRIBE_STRUCT(RightsList, (), (open, late, requests))

// Thread safe.
class Rights {
 public:
  Rights(store::Database& database, Consents& consents, const Vault& vault, const Clock& clock);

  // By the subject's own account, or on its behalf by who may answer requests, naming the evidence
  // (PIPL art. 49 for relatives of the dead). The subject's own request for access or a copy is
  // answered at once: its file is open to it. A withdrawal takes effect at once, on whoever's
  // request. Errors: those of Caller::require for answer_requests (and lodge_consent, to withdraw
  // on behalf); invalid ("rights.kind", "rights.text", "rights.evidence", "rights.consent",
  // "query.code"), not_found ("consent.not_found").
  Result<RightsRequest> open(const rulebook::RuleBook& book, const Caller& caller,
                             const RightsForm& form);
  // Another unit must be asked: the longer clock runs from the day of the request (SD-2020 art.
  // 39). Errors: those of Caller::require for answer_requests; invalid ("rights.refer": this right
  // has no such clock), not_found ("rights.not_found", "unit.not_found"), conflict
  // ("rights.closed").
  Result<RightsRequest> refer(const rulebook::RuleBook& book, const Caller& caller,
                              std::string_view number, std::string_view unit);
  // Granted or refused, with reasons (PIPL art. 50). A deletion that is granted destroys nothing:
  // it names the ground on which an erasure is to be proposed, and says so. Errors: those of
  // Caller::require for answer_requests; invalid ("rights.reasons", "rights.answer",
  // "rights.ground"), forbidden ("rights.own": it is the caller's own), not_found
  // ("rights.not_found"), conflict ("rights.closed").
  Result<RightsRequest> decide(const rulebook::RuleBook& book, const Caller& caller,
                               std::string_view number, const RightsDecision& decision);
  // The subject takes its request back. Errors: unidentified, not_found ("rights.not_found": also
  // when it is somebody else's), conflict ("rights.closed").
  Result<RightsRequest> withdraw(const Caller& caller, std::string_view number);

  // For a subject: its own, by number after `after`, with the deciding office and not the official.
  // For who answers requests: those of `state`, by number after `after`; with no state the open
  // ones, by the day they are due, so late ones come first. Errors: unidentified, those of
  // Caller::require for answer_requests; invalid ("rights.state").
  Result<RightsList> list(const Caller& caller, std::string_view state = {},
                          std::string_view after = {}, int limit = 100) const;

 private:
  Result<SubjectId> subject_of(const rulebook::RuleBook& book, const Caller& caller,
                               const RightsForm& form) const;
  Result<RightsRequest> prepare(const rulebook::RuleBook& book, const rulebook::RightsKind& kind,
                                const Caller& caller, const RightsForm& form) const;
  Result<void> withdraw_consent(const Caller& caller, const RightsRequest& request);
  template <class Change>
  Result<RightsRequest> change(const Caller& caller, std::string_view number, std::string_view act,
                               Change change);
  store::Database& database_;
  Consents& consents_;
  const Vault& vault_;
  const Clock& clock_;
};

}  // namespace credence::app
