// SPDX-License-Identifier: Apache-2.0
#include "store/statements.h"

#include "ledger/entry.h"
#include "store/log.h"
#include "store/session.h"

namespace credence::store {
namespace {

std::optional<Statement> one(Cursor& row) {
  if (!row.next()) return std::nullopt;
  return Statement{static_cast<std::uint64_t>(row.number(0)),
                   static_cast<domain::Attested>(row.number(1)), std::string(row.bytes(2)),
                   std::string(row.bytes(3))};
}

}  // namespace

std::uint64_t attest(Write& write, Random& random, domain::Attested kind, std::string_view text) {
  if (write.log.unlogged()) return 0;
  const std::string salt = random.bytes(ledger::salt_bytes);
  const std::uint64_t leaf =
      write.log.append(static_cast<unsigned char>(kind), ledger::commitment(salt, text));
  write.sql.run(
      "INSERT INTO statement (leaf, kind, salt, text) VALUES ($1, $2, $3, $4)",
      {static_cast<std::int64_t>(leaf), static_cast<std::int64_t>(kind), Bytes{salt}, text});
  return leaf;
}

std::optional<Statement> find_statement(Session& sql, std::uint64_t leaf) {
  return one(*sql.query("SELECT leaf, kind, salt, text FROM statement WHERE leaf = $1",
                        {static_cast<std::int64_t>(leaf)}));
}

std::optional<Statement> last_statement(Session& sql, domain::Attested kind) {
  return one(*sql.query(
      "SELECT leaf, kind, salt, text FROM statement WHERE kind = $1 ORDER BY leaf DESC LIMIT 1",
      {static_cast<std::int64_t>(kind)}));
}

}  // namespace credence::store
