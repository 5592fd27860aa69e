// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "store/database.h"

// The schema, as numbered steps. A step that was ever released is never changed; a new one is
// added.

namespace credence::store {

enum class Lane : std::uint8_t { facts, access };

struct Migration {
  int number = 0;  // ascending; the store has 1–99, app folders a hundred each
  Lane lane = Lane::facts;
  std::string_view sql;  // statements separated by ";\n", in the words of dialect.h
};

// Every step of the program, in number order.
const std::vector<Migration>& migrations();

// Brings one lane's schema up to date within the caller's transaction. Throws Failure (conflict,
// "store.schema_newer") when the database was written by a newer program.
void migrate(Session& sql, Engine engine, Lane lane);

}  // namespace credence::store
