// SPDX-License-Identifier: Apache-2.0
#include "app/access/row_runs.h"

#include "app/access/row_statement.h"
#include "ledger/entry.h"

namespace credence::app {
namespace {

const std::string run_columns =
    "SELECT first_leaf, batch, first_row, count, seed, salts FROM row_run ";

std::optional<StoredRun> next_run(store::Cursor& row) {
  if (!row.next()) return std::nullopt;
  return StoredRun{row.number(0),
                   row.number(1),
                   row.number(2),
                   row.number(3),
                   std::string(row.bytes(4)),
                   std::string(row.bytes(5))};
}

}  // namespace

std::string StoredRun::salt(std::int64_t row) const {
  if (!seed.empty()) return row_salt(seed, row);
  const auto at = static_cast<std::size_t>(row - first_row) * ledger::salt_bytes;
  std::string salt = at < salts.size() ? salts.substr(at, ledger::salt_bytes) : std::string();
  return salt == std::string(ledger::salt_bytes, '\0') ? std::string() : salt;
}

std::optional<StoredRun> run_of_row(store::Session& sql, std::int64_t batch, std::int64_t row) {
  auto run = next_run(*sql.query(
      run_columns + "WHERE batch = $1 AND first_row <= $2 ORDER BY first_row DESC LIMIT 1",
      {batch, row}));
  return run && row < run->first_row + run->count ? run : std::nullopt;
}

std::optional<StoredRun> run_of_leaf(store::Session& sql, std::int64_t leaf) {
  auto run = next_run(
      *sql.query(run_columns + "WHERE first_leaf <= $1 ORDER BY first_leaf DESC LIMIT 1", {leaf}));
  return run && leaf < run->first_leaf + run->count ? run : std::nullopt;
}

std::vector<StoredRun> all_runs(store::Session& sql) {
  std::vector<StoredRun> runs;
  const auto rows = sql.query(run_columns + "ORDER BY first_leaf");
  while (auto run = next_run(*rows)) runs.push_back(std::move(*run));
  return runs;
}

std::filesystem::path submission_folder(const std::filesystem::path& folder, std::int64_t batch) {
  return folder / "submissions" / std::to_string(batch);
}

std::filesystem::path journal_path(const std::filesystem::path& folder, std::int64_t batch) {
  return submission_folder(folder, batch) / "rejects.jsonl";
}

}  // namespace credence::app
