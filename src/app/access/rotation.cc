// SPDX-License-Identifier: Apache-2.0
#include "app/access/rotation.h"

#include <algorithm>

#include "store/session.h"
#include "store/statements.h"

namespace credence::app {
namespace {

constexpr std::int64_t chunk = 1'000;  // subjects in one work, so that a lane is never held long

struct Wrapped {
  SubjectId subject;
  std::string key;
};

std::vector<Wrapped> next_keys(store::Session& sql, std::int64_t after) {
  const auto rows = sql.query(
      "SELECT subject_id, wrapped_key FROM subject WHERE subject_id > $1 AND wrapped_key IS NOT "
      "NULL ORDER BY subject_id LIMIT $2",
      {after, chunk});
  std::vector<Wrapped> found;
  while (rows->next()) found.push_back({SubjectId(rows->number(0)), std::string(rows->bytes(1))});
  return found;
}

void rewrap(store::Write& write, const Vault& vault, const std::vector<Wrapped>& keys) {
  for (const auto& [subject, key] : keys) {
    if (Vault::generation_of(key) == vault.newest_generation()) continue;
    const std::string again = vault.rewrap(subject, key);
    if (again.empty()) continue;
    write.sql.run("UPDATE subject SET wrapped_key = $1 WHERE subject_id = $2",
                  {store::Bytes{again}, subject.value});
  }
}

void rewrap_subjects(store::Database& database, const Vault& vault) {
  for (std::int64_t after = -1;;) {
    std::int64_t last = after;
    database.facts().run([&](store::Write& write) {
      const auto keys = next_keys(write.sql, after);
      rewrap(write, vault, keys);
      last = keys.empty() ? after : keys.back().subject.value;
    });
    if (last == after) return;
    after = last;
  }
}

std::map<std::uint8_t, std::int64_t> count_subjects(store::Database& database) {
  std::map<std::uint8_t, std::int64_t> counts;
  const auto lease = database.read();
  const auto rows =
      lease.sql().query("SELECT wrapped_key FROM subject WHERE wrapped_key IS NOT NULL");
  while (rows->next()) ++counts[Vault::generation_of(rows->bytes(0))];
  return counts;
}

Failure unopened(const KeyKeeper& keeper, std::int64_t keys) {
  const std::string count = std::to_string(keys);
  return Failure(make_error(
      ErrorCode::conflict, "keys.unopened",
      {"有 " + count + " 个密钥（" + keeper.name + "）无法解开，旧密钥没有销毁。",
       count + " keys (" + keeper.name + ") do not open; the old wrapping key was not destroyed."},
      {"请执行 credence fsck 找出它们，从备份恢复后再次轮换。",
       "Run credence fsck to find them, restore them from a backup and rotate again."}));
}

// Everything by the newest generation, or nothing may be destroyed.
std::vector<KeptKeys> require_newest(const std::vector<KeyKeeper>& keepers, std::uint8_t newest) {
  std::vector<KeptKeys> all;
  for (const auto& keeper : keepers) {
    KeptKeys kept{keeper.name, 0};
    std::int64_t others = 0;
    for (const auto& [generation, keys] : keeper.count())
      (generation == newest ? kept.keys : others) += keys;
    if (others > 0) throw unopened(keeper, others);
    all.push_back(std::move(kept));
  }
  return all;
}

NodeSecret begun(const std::filesystem::path& folder, Random& random,
                 std::optional<SealSuite> suite) {
  NodeSecret secret = read_node_secret(folder);
  if (secret.wrapping.size() > 1) return secret;
  const SealSuite next = suite.value_or(secret.newest().suite);
  secret = with_new_generation(std::move(secret), next, random);
  replace_node_secret(folder, secret);
  return secret;
}

void attest_rotation(store::Database& database, Random& random, KeysRotated& said) {
  database.facts().run([&](store::Write& write) {
    said.at = write.now;
    store::attest(write, random, domain::Attested::administration, wire::to_line(said));
  });
}

}  // namespace

KeyKeeper subject_keys(store::Database& database) {
  return {"subjects", [&database] { return count_subjects(database); },
          [&database](const Vault& vault) { rewrap_subjects(database, vault); }};
}

std::vector<KeyGeneration> list_keys(const store::Database& database,
                                     const std::vector<KeyKeeper>& keepers) {
  const NodeSecret secret = read_node_secret(database.folder());
  std::vector<KeyGeneration> all;
  for (const auto& one : secret.wrapping) {
    all.push_back(
        {one.generation, suite_name(one.suite), one.generation == secret.newest().generation, {}});
  }
  for (const auto& keeper : keepers) {
    for (const auto& [generation, keys] : keeper.count()) {
      auto at = std::ranges::find(all, int{generation}, &KeyGeneration::generation);
      if (at == all.end()) at = all.insert(all.end(), {generation, "", false, {}});
      at->wraps.push_back({keeper.name, keys});
    }
  }
  return all;
}

KeysRotated rotate_keys(store::Database& database, Random& random,
                        const std::vector<KeyKeeper>& keepers, std::optional<SealSuite> suite) {
  database.keep_others_out();
  NodeSecret secret = begun(database.folder(), random, suite);
  const Vault vault(secret, random);
  for (const auto& keeper : keepers) keeper.rewrap(vault);
  KeysRotated said;
  said.generation = secret.newest().generation;
  said.suite = suite_name(secret.newest().suite);
  said.wraps = require_newest(keepers, secret.newest().generation);
  attest_rotation(database, random, said);
  secret.wrapping.erase(secret.wrapping.begin(), secret.wrapping.end() - 1);
  replace_node_secret(database.folder(), secret);
  // The old wrapped keys, too, are overwritten where the engine still held them.
  database.scrub();
  return said;
}

}  // namespace credence::app
