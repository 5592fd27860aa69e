// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/accounts/members.h"
#include "base/error.h"
#include "rulebook/rulebook.h"

// The people of a demonstration: one account for each role, opened as real ones are — links for the
// three administrators, then proposed by one, approved by another, joined by a third.

namespace credence::simulation {

struct DemoPerson {
  std::string role;  // rules/roles id
  Words role_label;
  std::string name, password;
  std::string totp;  // base32; empty in a demonstration folder
  std::string unit, unit_name;
};

struct DemoPlaces {
  std::string centre, centre_name;  // the credit centre
  std::string organization;         // whose own account is opened
  std::string person;               // likewise, by document number; empty: nobody's
};

// One per role, in the order they were opened. Throws Failure when the register refuses, as for a
// folder that has administrators already.
std::vector<DemoPerson> put_people(const rulebook::RuleBook& book, app::Members& members,
                                   const Clock& clock, Random& random, const DemoPlaces& places);

}  // namespace credence::simulation
