// SPDX-License-Identifier: Apache-2.0
#include "app/witness/witness.h"

#include <fstream>
#include <map>

#include "app/access/audit.h"
#include "base/text.h"
#include "ledger/tiles.h"
#include "store/session.h"
#include "store/statements.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

constexpr const char* logs_name = "witness.logs";
constexpr std::size_t proof_max = 63;        // tlog-witness
constexpr std::size_t request_max = 65'536;  // 63 hashes and a checkpoint fit many times

std::vector<ledger::VerifierKey> read_logs(const std::filesystem::path& folder) {
  std::ifstream in(folder / logs_name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return ledger::parse_verifier_keys(text).or_throw();
}

// ---- the request

struct WitnessRequest {
  std::uint64_t old_size = 0;
  std::vector<Digest> proof;
  std::string checkpoint;
};

std::optional<WitnessRequest> read_request(std::string_view text) {
  const auto gap = text.find("\n\n");
  if (gap == std::string_view::npos || text.size() > request_max) return std::nullopt;
  const auto lines = split(text.substr(0, gap), "\n");
  if (!lines.front().starts_with("old ") || lines.size() > proof_max + 1) return std::nullopt;
  const auto size = ledger::read_number(lines.front().substr(4));
  if (!size) return std::nullopt;
  WitnessRequest request{*size, {}, std::string(text.substr(gap + 2))};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto hash = ledger::digest_from_base64(lines[i]);
    if (!hash) return std::nullopt;
    request.proof.push_back(*hash);
  }
  return request;
}

WitnessAnswer refusal(int status, std::string why) {
  return {status, "text/plain; charset=utf-8", why + "\n"};
}

// ---- what was cosigned before

struct LastCosigned {
  std::uint64_t size = 0;
  std::string root;
};
LastCosigned last_cosigned(store::Session& sql, const std::string& origin) {
  const auto row = sql.query("SELECT size, root FROM cosigned WHERE origin = $1", {origin});
  if (!row->next()) return {};
  return {static_cast<std::uint64_t>(row->number(0)), std::string(row->bytes(1))};
}

// Status 200 when the new checkpoint follows from the last one.
WitnessAnswer judge(const WitnessRequest& request, const ledger::Checkpoint& head,
                    const LastCosigned& last) {
  if (request.old_size != last.size)
    return {409, "text/x.tlog.size", std::to_string(last.size) + "\n"};
  if (last.size == 0) {
    return request.proof.empty() ? WitnessAnswer{} : refusal(422, "a proof from nothing is empty");
  }
  const auto root = *ledger::digest_from_base64(last.root);
  if (head.size == last.size && head.root != root)
    return refusal(409, "another root was cosigned for this size: two histories");
  if (!ledger::verify_consistency(last.size, head.size, request.proof, root, head.root))
    return refusal(422, "the proof does not lead from the checkpoint cosigned last to this one");
  return {};
}

void keep(store::Write& write, Random& random, const ledger::Checkpoint& head) {
  const Cosigned said{"cosigned", head.origin, static_cast<std::int64_t>(head.size),
                      ledger::to_base64(head.root), write.now};
  const auto leaf = static_cast<std::int64_t>(
      store::attest(write, random, domain::Attested::cosigned, wire::to_line(said)));
  write.sql.run(
      "INSERT INTO cosigned (origin, size, root, at, leaf) VALUES ($1, $2, $3, $4, $5) ON CONFLICT "
      "(origin) DO UPDATE SET size = excluded.size, root = excluded.root, at = excluded.at, leaf = "
      "excluded.leaf",
      {said.origin, said.size, said.root, write.now.micros(), leaf});
}

Error fetch_failed(const std::string& url, const std::string& what) {
  return make_error(
      ErrorCode::unavailable, "fetch.failed",
      {"取不到 " + url + "：" + what + "。", "Cannot fetch " + url + ": " + what + "."},
      {"请检查地址和网络，稍后再试。", "Check the address and the network, and try again."});
}

std::string cosign_request(store::Session& sql, store::Lane lane, const store::LogHead& head,
                           std::uint64_t from) {
  std::string text = "old " + std::to_string(from) + "\n";
  if (from > 0) {
    for (const auto& hash : ledger::consistency_proof(store::log_nodes(sql, lane), from, head.size))
      text += ledger::to_base64(hash) + "\n";
  }
  return text + "\n" + head.checkpoint;
}

Error witness_refused(const Fetched& answer) {
  return make_error(ErrorCode::conflict, "witness.refused",
                    {"见证节点拒绝见证（" + std::to_string(answer.status) + "）：" + answer.body,
                     "The witness refuses (" + std::to_string(answer.status) + "): " + answer.body},
                    {"它见过的历史与此不一致；请执行 credence fsck 并保存双方的检查点。",
                     "It saw a history that is not a beginning of this one; run credence fsck and "
                     "keep both checkpoints."});
}

}  // namespace

Witness::Witness(store::Database& database, Random& random)
    : database_(database),
      random_(random),
      keys_(ledger::NodeKeys::open(database.folder())),
      logs_(read_logs(database.folder())) {}

WitnessAnswer Witness::add_checkpoint(std::string_view text) {
  const auto request = read_request(text);
  const auto note =
      request ? ledger::parse_note(request->checkpoint) : ledger::parse_note(std::string_view());
  if (!note) return refusal(400, "not an add-checkpoint request");
  const auto head = ledger::parse_checkpoint(note->text);
  if (!head) return refusal(400, "not a checkpoint");
  std::vector<ledger::VerifierKey> known;
  for (const auto& key : logs_)
    if (key.name == head->origin) known.push_back(key);
  if (known.empty()) return refusal(404, "this log is not known here");
  if (!ledger::verify_note(*note, known))
    return refusal(403, "no known key of the log signed this");
  if (request->old_size > head->size)
    return refusal(400, "the old size is larger than the new one");
  WitnessAnswer answer;
  Instant at;
  database_.facts().run([&](store::Write& write) {
    answer = judge(*request, *head, last_cosigned(write.sql, head->origin));
    at = write.now;
    if (answer.status == 200) keep(write, random_, *head);
  });
  if (answer.status == 200) answer.body = keys_.witness.sign(note->text, at);
  return answer;
}

Result<std::string> ask_witness(store::Database& database, store::Lane lane,
                                const std::string& address,
                                std::span<const ledger::VerifierKey> witnesses,
                                const Fetch& fetch) {
  const auto lease = lane == store::Lane::facts ? database.read() : database.read_access();
  const auto head = store::log_head(lease.sql(), lane);
  const std::string url = address + "/add-checkpoint";
  std::uint64_t from = 0;
  for (int attempt = 0; attempt < 3; ++attempt) {
    const std::string request = cosign_request(lease.sql(), lane, head, from);
    const auto answer = fetch(url, &request);
    if (!answer) return answer.error();
    if (answer->status == 200) {
      const std::string cosigned = head.checkpoint + answer->body;
      const auto note = ledger::parse_note(cosigned);
      if (!note) return note.error();
      const auto good = ledger::verify_note(*note, witnesses);
      if (!good) return good.error();
      return cosigned;
    }
    const auto last = ledger::read_number(trim(answer->body));
    if (answer->status != 409 || !last || *last > head.size || *last == from)
      return witness_refused(*answer);
    from = *last;
  }
  return fetch_failed(url, "the witness moves on faster than it is asked");
}

// ---- two addresses

namespace {

// Hashes of a served log's tree, from its tiles.
ledger::NodeSource served_nodes(const ServedLog& log, const Fetch& fetch) {
  const auto tiles = std::make_shared<std::map<std::pair<unsigned, std::uint64_t>, std::string>>();
  return [&log, &fetch, tiles](unsigned height, std::uint64_t index) {
    const unsigned level = height / ledger::tile_height, above = height % ledger::tile_height;
    const std::uint64_t first = index << above, number = first / ledger::tile_width;
    auto at = tiles->find({level, number});
    if (at == tiles->end()) {
      const unsigned width = ledger::tile_width_in(log.checkpoint.size, level, number);
      const std::string url =
          log.address + "/tile/" + ledger::to_text({false, level, number, width});
      const auto got = fetch(url, nullptr).or_throw();
      if (got.status != 200 || got.body.size() != width * 32U)
        throw Failure(fetch_failed(url, std::to_string(got.status)));
      at = tiles->emplace(std::pair(level, number), got.body).first;
    }
    ledger::Frontier part;
    for (std::uint64_t i = 0; i < (1ULL << above); ++i) {
      part.append(*ledger::digest_from(
          std::string_view(at->second).substr((first % ledger::tile_width + i) * 32, 32)));
    }
    return part.root();
  };
}

Error split_view(const ServedLog& one, const ServedLog& other) {
  return make_error(
      ErrorCode::forbidden, "monitor.split_view",
      {"分裂视图：" + one.address + "（" + std::to_string(one.checkpoint.size) + " 条）与 " +
           other.address + "（" + std::to_string(other.checkpoint.size) +
           " 条）签名了互不相容的历史。",
       "Split view: " + one.address + " (" + std::to_string(one.checkpoint.size) +
           " entries) and " + other.address + " (" + std::to_string(other.checkpoint.size) +
           " entries) sign histories that contradict each other."},
      {"请保存两个检查点作为证据，并通知监督机关和各见证节点。",
       "Keep both checkpoints as evidence and tell the supervisors and every witness."});
}

}  // namespace

Result<ServedLog> fetch_log(const std::string& address, std::span<const ledger::VerifierKey> keys,
                            const Fetch& fetch) {
  const std::string url = address + "/checkpoint";
  auto got = fetch(url, nullptr);
  if (!got) return got.error();
  if (got->status != 200) return fetch_failed(url, std::to_string(got->status));
  auto opened = ledger::open_checkpoint(got->body, keys);
  if (!opened) return opened.error();
  return ServedLog{address, std::move(opened->checkpoint), std::move(got->body)};
}

Result<void> check_same_log(const ServedLog& one, const ServedLog& other, const Fetch& fetch) {
  const ServedLog& small = one.checkpoint.size <= other.checkpoint.size ? one : other;
  const ServedLog& large = &small == &one ? other : one;
  if (small.checkpoint.origin != large.checkpoint.origin) return split_view(one, other);
  try {
    const auto nodes = served_nodes(large, fetch);
    const bool same = ledger::root_of(nodes, large.checkpoint.size) == large.checkpoint.root &&
                      ledger::root_of(nodes, small.checkpoint.size) == small.checkpoint.root;
    if (!same) return split_view(one, other);
    return {};
  } catch (const Failure& failure) {
    return failure.error();
  }
}

std::vector<Cosigned> cosigned_logs(store::Session& sql) {
  const auto rows = sql.query("SELECT origin, size, root, at FROM cosigned ORDER BY origin", {});
  std::vector<Cosigned> all;
  while (rows->next())
    all.push_back({"cosigned", std::string(rows->bytes(0)), rows->number(1),
                   std::string(rows->bytes(2)), Instant(rows->number(3))});
  return all;
}

void audit_witness(Audit& audit) {
  std::map<std::string, store::Statement> newest;
  for (const auto& one : audit.said(domain::Attested::cosigned)) {
    boost::system::error_code fault;
    const auto said = wire::from_json<Cosigned>(boost::json::parse(one.text, fault));
    if (!fault && said) newest[said->origin] = one;
  }
  const auto rows = audit.facts().query("SELECT origin, size, root, at, leaf FROM cosigned");
  std::size_t count = 0;
  while (rows->next()) {
    ++count;
    const Cosigned now{"cosigned", std::string(rows->bytes(0)), rows->number(1),
                       std::string(rows->bytes(2)), Instant(rows->number(3))};
    const auto said = newest.find(now.origin);
    if (said != newest.end() && said->second.text == wire::to_line(now) &&
        static_cast<std::int64_t>(said->second.leaf) == rows->number(4)) {
      continue;
    }
    audit.differ("fsck.cosigned", "cosigned " + now.origin,
                 {"见证过的检查点的登记被改动。", "The row of a cosigned checkpoint was altered."});
  }
  if (count != newest.size()) {
    audit.differ("fsck.cosigned", "table cosigned",
                 {"见证过的检查点的登记缺失。", "A row of a cosigned checkpoint is missing."});
  }
}

}  // namespace credence::app
