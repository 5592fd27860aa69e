// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ledger/keys.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "store/database.h"
#include "store/log.h"
#include "wire/json.h"

// Nodes watch each other (C2SP tlog-witness, tlog-cosignature): a node cosigns another's checkpoint
// only if that log has just grown since the one it cosigned before; and whoever compares what two
// addresses serve sees a split view.

namespace credence::app {

// What a node cosigned last of a log, and what the log of this node attests of it. JSON.
struct Cosigned {
  std::string statement = "cosigned";
  std::string origin;
  std::int64_t size = 0;
  std::string root;  // base64
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Cosigned, (), (statement, origin, size, root, at))

// An answer of add-checkpoint, as HTTP gives it.
struct WitnessAnswer {
  int status = 200;  // 200, 400, 403, 404, 409, 422
  std::string type = "text/plain; charset=utf-8";
  std::string body;  // cosignature lines; of a 409 the size cosigned last
};

// The logs a node cosigns: verifier keys, one a line, in witness.logs of its data folder. The
// origin of a log is the name of its key.
class Witness {
 public:
  // Throws Failure: keys missing, or witness.logs not readable as keys.
  Witness(store::Database& database, Random& random);
  // add-checkpoint of tlog-witness. The new state is durable before the cosignature leaves.
  WitnessAnswer add_checkpoint(std::string_view request);

 private:
  store::Database& database_;
  Random& random_;
  ledger::NodeKeys keys_;
  std::vector<ledger::VerifierKey> logs_;
};

// What this node cosigned last, of each log, by origin.
std::vector<Cosigned> cosigned_logs(store::Session& sql);

// Fetches or posts; gives status and body. Errors: unavailable ("fetch.failed").
struct Fetched {
  int status = 0;
  std::string body;
};
using Fetch = std::function<Result<Fetched>(const std::string& url, const std::string* post)>;

// Asks a witness to cosign this node's newest checkpoint of a lane; gives the checkpoint with the
// cosignatures that hold. `address`: its submission prefix. Errors: fetch.failed, conflict
// ("witness.refused": it saw another history), forbidden ("ledger.signature": not by a known
// witness key).
Result<std::string> ask_witness(store::Database& database, store::Lane lane,
                                const std::string& address,
                                std::span<const ledger::VerifierKey> witnesses, const Fetch& fetch);

// A log as an address serves it (tlog-tiles).
struct ServedLog {
  std::string address;  // prefix, without the last slash
  ledger::Checkpoint checkpoint;
  std::string note;
};
// Errors: fetch.failed, those of ledger::open_checkpoint.
Result<ServedLog> fetch_log(const std::string& address, std::span<const ledger::VerifierKey> keys,
                            const Fetch& fetch);

// Whether the smaller of two checkpoints is a beginning of the larger one, by the larger one's own
// tiles. An error is the split view, forbidden ("monitor.split_view"), or fetch.failed.
Result<void> check_same_log(const ServedLog& one, const ServedLog& other, const Fetch& fetch);

// For fsck: the newest cosignatures against the log.
class Audit;
void audit_witness(Audit& audit);

}  // namespace credence::app
