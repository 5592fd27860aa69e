// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

// What differs between the two engines, all of it. Everything else is one body of SQL.

namespace credence::store {

// Schema text is written with BIGINT and BLOB; SQLite calls every integer INTEGER (and only then
// lets one be the row's own number), PostgreSQL calls bytes BYTEA.
std::string schema_text(Engine engine, std::string_view text);

// An expression that gives a column of bytes as hexadecimal text, and a literal of bytes.
std::string hex_of(Engine engine, std::string_view column);
std::string blob_literal(Engine engine, std::string_view bytes);

// The bytes behind hexadecimal text. REQUIRES: it came from hex_of.
std::string from_hex(std::string_view hex);

Engine engine_of(soci::session& sql);

}  // namespace credence::store
