// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "ledger/merkle.h"
#include "ledger/signing.h"
#include "ledger/tiles.h"
#include "store/migrations.h"

// The tamper-evident log of one lane (docs/design/log.md): entries are appended inside the
// transaction that stores what they attest, and each group commit ends in a signed checkpoint.
// Kept: the entries, 256 to a row; the hashes of complete tiles, from level 1 up; the head. Hashes
// of single leaves follow from the entries.

namespace credence::store {

class Session;

// The log as it grows. On the lane's committer only.
class LogWriter {
 public:
  // `keys`: the lane's, Ed25519 first; its name is the log's origin. `folder` gets
  // <lane>.checkpoint.
  LogWriter(Lane lane, std::vector<ledger::SigningKey> keys, std::filesystem::path folder,
            bool unlogged = false);

  // Appends an entry to the group's transaction and gives its index, from 0.
  std::uint64_t append(unsigned char kind, const Digest& commitment);
  std::uint64_t size() const;
  const std::string& origin() const;
  // True only while the cost of the log is measured (Location::unlogged): append() does nothing
  // then.
  bool unlogged() const { return unlogged_; }

  // For the lane. begin() reads the head and gives the instant of the last group; `shared`: other
  // processes may have moved it. Throws Failure when the log is another key's or damaged.
  Instant begin(Session& sql, bool shared);
  // Writes what was appended, with a checkpoint.
  void write(Session& sql, Instant now);
  // After the commit: leaves the checkpoint in the folder too, so that a database put back to an
  // earlier state is seen (fsck); while commits follow each other, once a second, and the rest
  // when settle() is called. After a rollback: forgets what was appended.
  void committed();
  void settle();
  void rolled_back();

 private:
  // One level of tiles: the hashes of the last, incomplete tile.
  struct Level {
    std::string hashes;
    ledger::Frontier frontier;  // over them
    std::uint64_t tile = 0;     // its number
  };
  void load(Session& sql);
  void add(std::size_t level, const Digest& hash);
  Digest root() const;
  std::string table(const char* name) const;

  Lane lane_;
  std::vector<ledger::SigningKey> keys_;
  std::filesystem::path file_;
  bool unlogged_ = false;
  bool loaded_ = false;
  std::string bundle_;         // entries of the last, incomplete bundle
  std::vector<Level> levels_;  // 0: leaf hashes, kept in memory only
  std::map<std::uint64_t, std::string> full_bundles_;
  std::map<std::pair<std::size_t, std::uint64_t>, std::string> full_tiles_;
  std::uint64_t stored_ = 0;   // entries of the committed log
  bool left_behind_ = false;   // the file in the folder is older than the last commit
  Instant instant_, left_at_;  // of the last group, and of the one the file is of
  std::string checkpoint_;
};

// ---- reading; any session, any thread

struct LogHead {
  std::uint64_t size = 0;
  Instant instant;         // of the last group
  std::string checkpoint;  // signed
  bool sound = true;       // its sum fits
};
LogHead log_head(Session& sql, Lane lane);

// The entries of a bundle, 33 bytes each; empty when there is none.
std::string log_bundle(Session& sql, Lane lane, std::uint64_t number);
// The entry at an index; empty when there is none.
std::string log_entry(Session& sql, Lane lane, std::uint64_t index);
// The stored hashes of a tile of level 1 and up.
std::string log_tile(Session& sql, Lane lane, unsigned level, std::uint64_t number);
// The body an address of the static log answers with; nothing when the log is not that long.
std::optional<std::string> log_resource(Session& sql, Lane lane,
                                        const ledger::TileAddress& address);

// Hashes of the tree, for proofs. Remembers the tiles it read; REQUIRES: the session outlives it.
ledger::NodeSource log_nodes(Session& sql, Lane lane);

// "facts", "access".
const char* lane_name(Lane lane);
std::string log_table(Lane lane, const char* name);  // "log_bundle", "access_log_bundle"

}  // namespace credence::store
