// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/accounts/account.h"
#include "base/error.h"
#include "rulebook/rulebook.h"

// Which passwords are taken: long enough, of several kinds of characters, not the account's name,
// not among the most used, not a former one (GB/T 22239-2019, 8.1.4.1; numbers in rules/clocks).

namespace credence::app {

// Nothing when it is taken; else why not ("password.short", "password.simple", "password.common",
// "password.name", "password.used"). `account`: whose it will be; a new one has no former ones.
std::optional<Error> refused_password(const rulebook::RuleBook& book, std::string_view password,
                                      const Account& account, Date today);

// Whether it must be changed before anything else is done.
bool is_outdated(const rulebook::RuleBook& book, const Account& account, Date today);

}  // namespace credence::app
