// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/access/caller.h"
#include "app/accounts/account.h"
#include "rulebook/rulebook.h"
#include "store/database.h"

// From what was proven to who is calling. The only maker of a Caller beside the anonymous public
// and the machine's own operator.

namespace credence::app {

class CallerMaker {
 public:
  // Forbidden ("account.inactive") when account, key or their unit is not active, or the key is
  // past its last day.
  static Result<Caller> of(const rulebook::RuleBook& book, store::Session& sql,
                           const Account& account);
  static Result<Caller> of(const rulebook::RuleBook& book, store::Session& sql, const Key& key,
                           Date today);
};

// Whether a grant can be given to somebody of such a unit. Errors: invalid ("grant.role_unknown",
// "grant.management": 三权分立; "grant.unit_kind", "grant.enrolment", "grant.purpose",
// "grant.item", "grant.region", "grant.empty").
Result<void> check_grant(const rulebook::RuleBook& book, const Grant& grant,
                         const std::vector<std::string>& unit_kinds);
// Whether any of its roles asks for a second factor.
bool needs_second_factor(const rulebook::RuleBook& book, const Grant& grant);
// The management power it holds.
domain::Management management_of(const rulebook::RuleBook& book, const Grant& grant);

}  // namespace credence::app
