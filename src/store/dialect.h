// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/database.h"

// What differs between the two engines, all of it. Everything else is one body of SQL.

namespace soci {
class session;
}

namespace credence::store {

// Schema text is written with BIGINT and BLOB; SQLite calls every integer INTEGER (and only then
// lets one be the row's own number), PostgreSQL calls bytes BYTEA.
std::string schema_text(Engine engine, std::string_view text);

// A condition that a number column is one of many, given as one value, and that value: so one
// prepared text serves any number of them.
std::string one_of(Engine engine, std::string_view column, std::string_view mark);
// The numbers of such a list as the rows of a table `given` with the column `value`.
std::string numbers_in(Engine engine, std::string_view mark);
std::string list_of(Engine engine, std::span<const std::int64_t> numbers);

Engine engine_of(soci::session& sql);

}  // namespace credence::store
