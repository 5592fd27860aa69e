// SPDX-License-Identifier: Apache-2.0
#include "store/dialect.h"

#include <soci/soci.h>

namespace credence::store {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

std::string schema_text(Engine engine, std::string_view text) {
  std::string schema(text);
  if (engine == Engine::sqlite) return replaced(std::move(schema), "BIGINT", "INTEGER");
  return replaced(std::move(schema), "BLOB", "BYTEA");
}

std::string one_of(Engine engine, std::string_view column, std::string_view mark) {
  const std::string left(column), right(mark);
  if (engine == Engine::sqlite) return left + " IN (SELECT value FROM json_each(" + right + "))";
  return left + " = ANY(CAST(" + right + " AS BIGINT[]))";
}

std::string numbers_in(Engine engine, std::string_view mark) {
  const std::string right(mark);
  if (engine == Engine::sqlite) return "json_each(" + right + ") AS given";
  return "unnest(CAST(" + right + " AS BIGINT[])) AS given(value)";
}

std::string list_of(Engine engine, std::span<const std::int64_t> numbers) {
  std::string list(1, engine == Engine::sqlite ? '[' : '{');
  for (const auto number : numbers) list += (list.size() == 1 ? "" : ",") + std::to_string(number);
  list += engine == Engine::sqlite ? ']' : '}';
  return list;
}

Engine engine_of(soci::session& sql) {
  return sql.get_backend_name() == "sqlite3" ? Engine::sqlite : Engine::postgresql;
}

}  // namespace credence::store
