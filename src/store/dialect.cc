// SPDX-License-Identifier: Apache-2.0
#include "store/dialect.h"

#include <soci/soci.h>

#include "base/digest.h"

namespace credence::store {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

unsigned nibble(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10); }

}  // namespace

std::string schema_text(Engine engine, std::string_view text) {
  std::string schema(text);
  if (engine == Engine::sqlite) return replaced(std::move(schema), "BIGINT", "INTEGER");
  return replaced(std::move(schema), "BLOB", "BYTEA");
}

std::string hex_of(Engine engine, std::string_view column) {
  if (engine == Engine::sqlite) return "hex(" + std::string(column) + ")";
  return "encode(" + std::string(column) + ", 'hex')";
}

std::string blob_literal(Engine engine, std::string_view bytes) {
  if (engine == Engine::sqlite) return "X'" + to_hex(bytes) + "'";
  return "'\\x" + to_hex(bytes) + "'";
}

std::string from_hex(std::string_view hex) {
  std::string bytes(hex.size() / 2, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(nibble(hex[2 * i]) << 4 | nibble(hex[2 * i + 1]));
  }
  return bytes;
}

Engine engine_of(soci::session& sql) {
  return sql.get_backend_name() == "sqlite3" ? Engine::sqlite : Engine::postgresql;
}

}  // namespace credence::store
