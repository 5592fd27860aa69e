// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/audit_watch.h"
#include "app/access/proofs.h"
#include "ledger/keys.h"
#include "store/database.h"
#include "store/statements.h"
#include "wire/json.h"

// The frame of `credence fsck`: every folder of app/ checks its own facts against the log with it.
// Everything is derived again from what is stored and compared with what was attested; the first
// thing that differs is named.

namespace credence::app {

struct Difference {
  std::string id;     // "fsck.record"
  std::string where;  // "record 123/456 version 2"; a file; a table and row
  Words message;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (id, where, message))

struct AuditCount {
  std::string what;  // "records", "log entries"
  Words label;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(AuditCount, (), (what, label, count))

// What an audit found. Sound without differences.
struct AuditReport {
  std::vector<Difference> differences;
  std::vector<AuditCount> checked;
};

// Not for use by several threads. Reads one snapshot of each lane, so that others may write
// meanwhile.
class Audit {
 public:
  // `most`: stops after so many differences, by Audit::Enough. `watch`: who follows it, if anybody.
  Audit(store::Database& database, const ledger::NodeKeys& keys, std::size_t most,
        AuditWatch* watch = nullptr);
  struct Enough {};

  store::Session& facts() { return facts_.sql(); }
  store::Session& access() { return access_.sql(); }
  store::Session& sql(store::Lane lane) { return lane == store::Lane::facts ? facts() : access(); }
  const std::filesystem::path& folder() const { return folder_; }
  const ledger::NodeKeys& keys() const { return keys_; }

  // Checks the log of a lane: head, signature, tiles, root, and that no later checkpoint was ever
  // left in the folder. To be called for each lane first.
  void check_log(store::Lane lane);
  // Checks all kept statements; then says() below may be used.
  void check_statements();

  // The kept statements of a kind, oldest first.
  const std::vector<store::Statement>& said(domain::Attested kind) const;

  // The bytes of an entry; empty when there is none. Fast when asked in order.
  std::string_view entry(store::Lane lane, std::uint64_t index);
  // Compares an entry with a statement; a difference is reported as `where`. Marks the entry as
  // accounted for.
  void expect(store::Lane lane, std::uint64_t leaf, const Attestation& attestation,
              std::string_view id, const std::string& where);
  // Marks an entry as accounted for by a lawful erasure.
  void erased(store::Lane lane, std::uint64_t leaf);
  bool is_erased(std::uint64_t leaf) const { return erased_.contains(leaf); }
  // Entries of these kinds that nothing stored accounts for: what they attested is missing.
  void check_accounted(store::Lane lane, const std::set<domain::Attested>& kinds);

  void differ(std::string_view id, std::string where, Words message);  // throws Enough
  void note(std::string_view id, std::string where, Words message);    // does not
  void count(std::string_view what, std::int64_t n = 1) { counts_[std::string(what)] += n; }

  const std::vector<Difference>& differences() const { return differences_; }
  const std::map<std::string, std::int64_t>& counts() const { return counts_; }

 private:
  struct LaneState {
    std::uint64_t size = 0;
    std::vector<bool> accounted;
    std::uint64_t bundle_number = UINT64_MAX;
    std::string bundle;
  };
  const std::string& left_behind(store::Lane lane) const {
    return left_behind_[lane == store::Lane::facts ? 0 : 1];
  }
  LaneState& state(store::Lane lane) { return lane == store::Lane::facts ? lanes_[0] : lanes_[1]; }
  void check_readable_log(store::Lane lane);
  void check_tiles(store::Lane lane, const ledger::Checkpoint& signed_head);
  void check_left_behind(store::Lane lane, std::span<const ledger::VerifierKey> own);

  const ledger::NodeKeys& keys_;
  std::filesystem::path folder_;
  std::size_t most_;
  AuditWatch* watch_;
  std::string left_behind_[2];  // the checkpoints in the folder, read before the snapshots
  store::ReadLease facts_, access_;
  LaneState lanes_[2];
  std::map<domain::Attested, std::vector<store::Statement>> said_;
  std::set<std::uint64_t> erased_;
  std::vector<Difference> differences_;
  std::map<std::string, std::int64_t> counts_;
};

AuditReport report_of(const Audit& audit);

// The access lane: every entry against the log, and the counts of public views.
void audit_access(Audit& audit);

std::string file_sha256(const std::filesystem::path& file);  // hex; empty when it cannot be read

}  // namespace credence::app
