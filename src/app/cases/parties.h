// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/access/caller.h"
#include "app/access/secret_box.h"
#include "app/cases/case.h"
#include "app/cases/standing.h"
#include "rulebook/course.h"

// Who is who in a case.

namespace credence::app {

// A case as far as the question of parties goes.
struct CaseSituation {
  const rulebook::Procedure& procedure;
  const CaseHead& head;
  const rulebook::Course& course;
  const std::vector<CaseStep>& steps;
};

// A case as it stands, with its procedure.
struct LoadedCase {
  CaseHead head;
  std::shared_ptr<const rulebook::Procedure> procedure;
  std::vector<CaseStep> steps;
  Derived derived;

  CaseSituation situation() const { return {*procedure, head, derived.course, steps}; }
};

// Whether the caller acts as `party` in it. REQUIRES: the case is open or closed, not just opening.
bool plays(rulebook::Party party, const Caller& caller, const CaseSituation& situation,
           const SecretBox& box);
// The first of `parties` that the caller plays; nothing when none.
std::optional<rulebook::Party> part_of(const std::vector<rulebook::Party>& parties,
                                       const Caller& caller, const CaseSituation& situation,
                                       const SecretBox& box);
// Who may open a case about `subject`, a record of `provider`.
bool may_open(rulebook::Party party, const Caller& caller, SubjectId subject,
              const std::string& provider);

bool is_centre(const Caller& caller);
// Whether the caller may know of the case at all: its parties, who supervises, and auditors. The
// subject of a sealed report is told by acts of the procedure, not by the file.
bool may_see(const Caller& caller, const CaseSituation& situation, const SecretBox& box);
// Whether the caller sees it as an office does, with the names of officials.
bool handles(const Caller& caller, const CaseSituation& situation, const SecretBox& box);
// How an account stands in a step where its name is sealed.
std::string applicant_mark(const SecretBox& box, const std::string& account);

}  // namespace credence::app
