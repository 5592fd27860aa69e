// SPDX-License-Identifier: Apache-2.0
#include "app/cases/parties.h"

#include <algorithm>

namespace credence::app {
namespace {

using domain::Power;
using rulebook::Party;

bool is_subject(const Caller& caller, SubjectId subject) {
  return caller.is_subject() && caller.own_subject() == subject;
}

// Whoever opened the case; when the subject did, any account of the subject's.
bool is_applicant(const Caller& caller, const CaseSituation& s, const SecretBox& box) {
  if (caller.is_anonymous()) return false;
  if (s.head.applicant == caller.id()) return true;
  if (s.procedure.applicant_sealed) return s.head.applicant == applicant_mark(box, caller.id());
  const bool by_subject = !s.steps.empty() && s.steps.front().body.party == "subject";
  return by_subject && is_subject(caller, s.head.subject);
}

bool is_of(const Caller& caller, const std::string& unit) {
  return !unit.empty() && caller.unit() == unit && caller.may(Power::handle_cases);
}

}  // namespace

bool is_centre(const Caller& caller) {
  return caller.may(Power::steward) && caller.may(Power::handle_cases);
}

bool handles(const Caller& caller, const CaseSituation& s, const SecretBox& box) {
  for (const Party party : {Party::centre, Party::provider, Party::assigned, Party::supervisor}) {
    if (plays(party, caller, s, box)) return true;
  }
  return caller.may(Power::read_ledger);
}

bool may_see(const Caller& caller, const CaseSituation& s, const SecretBox& box) {
  return handles(caller, s, box) || is_applicant(caller, s, box) ||
         (!s.procedure.applicant_sealed && is_subject(caller, s.head.subject));
}

std::string applicant_mark(const SecretBox& box, const std::string& account) {
  return "sealed:" + box.mark("case.applicant", account).substr(0, 32);
}

bool plays(Party party, const Caller& caller, const CaseSituation& s, const SecretBox& box) {
  switch (party) {
    case Party::subject:
      return is_subject(caller, s.head.subject);
    case Party::interested:
      return caller.is_subject();
    case Party::applicant:
      return is_applicant(caller, s, box);
    case Party::centre:
      return is_centre(caller);
    case Party::provider:
      return is_of(caller, s.head.provider);
    case Party::assigned:
      return is_of(caller, s.course.assigned);
    case Party::handler: {
      const auto* state = s.procedure.state(s.course.state);
      return state != nullptr && state->owner && rulebook::is_office(*state->owner) &&
             plays(*state->owner, caller, s, box);
    }
    case Party::supervisor:
      return caller.may(Power::supervise_cases);
    case Party::platform:
      break;
  }
  return false;  // the platform has no account
}

std::optional<Party> part_of(const std::vector<Party>& parties, const Caller& caller,
                             const CaseSituation& situation, const SecretBox& box) {
  const auto at = std::ranges::find_if(
      parties, [&](Party party) { return plays(party, caller, situation, box); });
  return at == parties.end() ? std::nullopt : std::optional(*at);
}

bool may_open(Party party, const Caller& caller, SubjectId subject, const std::string& provider) {
  switch (party) {
    case Party::subject:
      return is_subject(caller, subject);
    case Party::interested:
      return caller.is_subject();
    case Party::centre:
      return is_centre(caller);
    case Party::provider:
      return is_of(caller, provider);
    case Party::applicant:
    case Party::assigned:
    case Party::handler:
    case Party::supervisor:
    case Party::platform:
      break;
  }
  return false;
}

}  // namespace credence::app
