// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "domain/attested.h"
#include "store/database.h"

// Statements the log attests that are kept as they were said: JSON texts with their salt, in the
// facts lane. What is said again and again (rows, subjects, looks) is instead written anew from its
// own table.

namespace credence::store {

struct Statement {
  std::uint64_t leaf = 0;
  domain::Attested kind{};
  std::string salt;  // empty: destroyed, and the text with it
  std::string text;
};

// Appends an entry for `text`, keeps it, and gives its index in the log.
std::uint64_t attest(Write& write, Random& random, domain::Attested kind, std::string_view text);

std::optional<Statement> find_statement(Session& sql, std::uint64_t leaf);
// The newest of a kind.
std::optional<Statement> last_statement(Session& sql, domain::Attested kind);

}  // namespace credence::store
