// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fstream>

#include "app/witness/witness.h"
#include "base/base64.h"
#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/fsck_runs.h"
#include "http/route_parts.h"
#include "ledger/keys.h"
#include "store/journal.h"
#include "store/log.h"
#include "store/session.h"

// The state of the logs, and fsck from a page, for those who answer for the node.

namespace credence::http {
namespace {

using domain::Power;
using store::Lane;

struct LaneSignature {
  std::string name;  // of the key
  std::string kind;  // "ed25519", "sm2", "cosignature"; "unknown": by no key of this node
  Words kind_label;
  std::optional<Instant> at;  // of a cosignature
};
BOOST_DESCRIBE_STRUCT(LaneSignature, (), (name, kind, kind_label, at))

struct LaneAnswer {
  std::string lane;  // "facts", "access"
  Words label;
  std::int64_t size = 0;
  std::string root;                  // base64; empty: the log is
  std::optional<Instant> committed;  // of the newest checkpoint
  bool sound = true;                 // the sum of the log's head fits; fsck checks the rest
  std::vector<LaneSignature> signatures;
  std::int64_t backlog = 0;  // works waiting for a commit
  std::int64_t unmoved = 0;  // looks journaled and not yet entered; of the access lane
};
BOOST_DESCRIBE_STRUCT(LaneAnswer, (),
                      (lane, label, size, root, committed, sound, signatures, backlog, unmoved))

struct LedgerState {
  std::vector<LaneAnswer> lanes;
  std::vector<app::Cosigned> witnessed;  // logs of others, as this node cosigned them last
  bool fsck_here = false;                // fsck may be started here
  FsckState fsck;
};
BOOST_DESCRIBE_STRUCT(LedgerState, (), (lanes, witnessed, fsck_here, fsck))

void require_insight(const Request& request) {
  for (const Power power : {Power::steward, Power::operate})
    if (request.caller.may(power)) return;
  request.caller.require(Power::read_ledger).or_throw();
}

FsckRuns& fsck_of(const Services& services) {
  if (services.fsck != nullptr) return *services.fsck;
  refuse(ErrorCode::unavailable, "fsck.not_here",
         {"本服务不提供核对。", "This server does not run fsck."},
         {"请在服务器上执行 credence fsck。", "Run credence fsck on the machine."});
}

// ---- a lane

std::vector<ledger::VerifierKey> public_keys(const Services& services) {
  std::ifstream in(services.folder / "log.pub", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return ledger::parse_verifier_keys(text).or_throw();
}

Words label_of(Lane lane) {
  return lane == Lane::facts ? Words{"事实日志", "Log of facts"}
                             : Words{"查询日志", "Log of looks"};
}

void say_kind(ledger::Algorithm algorithm, LaneSignature& signature) {
  switch (algorithm) {
    case ledger::Algorithm::ed25519:
      signature.kind = "ed25519";
      signature.kind_label = {"本节点签名（Ed25519）", "the node's own (Ed25519)"};
      break;
    case ledger::Algorithm::sm2:
      signature.kind = "sm2";
      signature.kind_label = {"本节点签名（SM2）", "the node's own (SM2)"};
      break;
    case ledger::Algorithm::cosignature:
      signature.kind = "cosignature";
      signature.kind_label = {"见证签名", "a witness's"};
      break;
  }
}

LaneSignature signature_of(const ledger::Note& note, const ledger::NoteSignature& line,
                           const std::vector<ledger::VerifierKey>& keys) {
  LaneSignature signature{line.name, "unknown", {"不是本节点的密钥", "by no key of this node"}, {}};
  for (const auto& key : keys) {
    std::int64_t time = 0;
    if (key.name != line.name || key.id != line.id ||
        !ledger::verify_signature(key, note.text, line.bytes, &time))
      continue;
    say_kind(key.algorithm, signature);
    if (time > 0) signature.at = Instant(time * 1'000'000);
  }
  return signature;
}

void read_checkpoint(const std::string& checkpoint, const std::vector<ledger::VerifierKey>& keys,
                     LaneAnswer& lane) {
  const auto note = ledger::parse_note(checkpoint).or_throw();
  lane.root = ledger::to_base64(ledger::parse_checkpoint(note.text).or_throw().root);
  for (const auto& line : note.signatures)
    lane.signatures.push_back(signature_of(note, line, keys));
}

LaneAnswer lane_answer(const Services& services, Lane lane) {
  auto& database = services.database;
  const bool facts = lane == Lane::facts;
  const auto lease = facts ? database.read() : database.read_access();
  const auto head = store::log_head(lease.sql(), lane);
  LaneAnswer answer;
  answer.lane = store::lane_name(lane);
  answer.label = label_of(lane);
  answer.size = static_cast<std::int64_t>(head.size);
  answer.sound = head.sound;
  answer.backlog =
      static_cast<std::int64_t>((facts ? database.facts() : database.access()).backlog());
  if (!facts) answer.unmoved = static_cast<std::int64_t>(database.journal().unmoved());
  if (head.size == 0) return answer;
  answer.committed = head.instant;
  read_checkpoint(head.checkpoint, public_keys(services), answer);
  return answer;
}

// ---- the addresses

Response get_state(const Services& services, const Request& request) {
  require_insight(request);
  LedgerState state;
  for (const Lane lane : {Lane::facts, Lane::access})
    state.lanes.push_back(lane_answer(services, lane));
  state.witnessed = app::cosigned_logs(services.database.read().sql());
  state.fsck_here = services.fsck != nullptr;
  if (state.fsck_here) state.fsck = services.fsck->state();
  return json_of(state);
}

Response get_fsck(const Services& services, const Request& request) {
  require_insight(request);
  return json_of(fsck_of(services).state());
}

Response post_fsck(const Services& services, const Request& request) {
  const bool deep = request.value("deep") == "true";
  return json_of(fsck_of(services).start(request.caller.actor(), deep).or_throw());
}

}  // namespace

std::vector<Route> ledger_routes() {
  return {
      {"GET",
       "/api/v1/ledger/state",
       {"日志状态：大小、根、签名、积压和最近一次核对",
        "The logs: size, root, signatures, what waits, and the last fsck"},
       {},
       now(get_state),
       true,
       schema<LedgerState>,
       signed_in},
      {"GET",
       "/api/v1/ledger/fsck",
       {"正在进行的和最近一次的核对", "The fsck that runs, and the last one"},
       {},
       now(get_fsck),
       false,
       schema<FsckState>,
       signed_in},
      {"POST",
       "/api/v1/ledger/fsck",
       {"开始核对全部数据与日志", "Begin to compare everything with the logs"},
       {{"deep", "true：并重新读取留存的原始文件", "true: also read every kept original again"}},
       now(post_fsck),
       true,
       schema<FsckState>,
       holder(Power::read_ledger)},
  };
}

}  // namespace credence::http
