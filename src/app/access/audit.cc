// SPDX-License-Identifier: Apache-2.0
#include "app/access/audit.h"

#include <fstream>

#include "app/access/look_rows.h"
#include "app/access/looks.h"

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "store/journal.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Attested;
using store::Lane;

constexpr std::uint64_t width = ledger::tile_width;
constexpr std::size_t hash_bytes = 32;

std::string place(Lane lane, const std::string& what) {
  return std::string(store::lane_name(lane)) + " log, " + what;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// What a commit leaves there afterwards: read before a snapshot, it is never newer than that.
std::filesystem::path checkpoint_file(const std::filesystem::path& folder, Lane lane) {
  return folder / (std::string(store::lane_name(lane)) + ".checkpoint");
}

// Every look that was answered is in what this reads.
store::ReadLease settled(store::Database& database) {
  database.journal().settle();
  return database.read_access();
}

// The levels of tiles as they follow from the entries: at each level the hashes of complete tiles
// below, and the frontier of the last one.
struct Rebuilt {
  ledger::Frontier whole;
  std::vector<std::string> tiles;  // level 1 and up, all hashes of a level one after another
};

}  // namespace

Audit::Audit(store::Database& database, const ledger::NodeKeys& keys, std::size_t most,
             AuditWatch* watch)
    : keys_(keys),
      folder_(database.folder()),
      most_(most),
      watch_(watch),
      left_behind_{read_file(checkpoint_file(folder_, Lane::facts)),
                   read_file(checkpoint_file(folder_, Lane::access))},
      facts_(database.read()),
      access_(settled(database)) {}

void Audit::note(std::string_view id, std::string where, Words message) {
  differences_.push_back({std::string(id), std::move(where), std::move(message)});
}

void Audit::differ(std::string_view id, std::string where, Words message) {
  note(id, std::move(where), std::move(message));
  if (differences_.size() >= most_) throw Enough{};
}

std::string_view Audit::entry(Lane lane, std::uint64_t index) {
  LaneState& at = state(lane);
  if (index / width != at.bundle_number) {
    at.bundle_number = index / width;
    at.bundle = store::log_bundle(sql(lane), lane, at.bundle_number);
  }
  const std::size_t begin = (index % width) * ledger::entry_bytes;
  if (begin + ledger::entry_bytes > at.bundle.size()) return {};
  return std::string_view(at.bundle).substr(begin, ledger::entry_bytes);
}

void Audit::expect(Lane lane, std::uint64_t leaf, const Attestation& attestation,
                   std::string_view id, const std::string& where) {
  if (watch_ != nullptr) watch_->compared();
  LaneState& at = state(lane);
  if (leaf < at.accounted.size()) at.accounted[leaf] = true;
  if (attests(entry(lane, leaf), attestation)) return;
  differ(id, where,
         {"所存内容与日志第 " + std::to_string(leaf) + " 条所证不符：内容、盐或所在位置被改动。",
          "What is stored is not what entry " + std::to_string(leaf) +
              " of the log attests: content, salt or place was altered."});
}

void Audit::erased(Lane lane, std::uint64_t leaf) {
  LaneState& at = state(lane);
  if (leaf < at.accounted.size()) at.accounted[leaf] = true;
  erased_.insert(leaf);
}

void Audit::check_accounted(Lane lane, const std::set<Attested>& kinds) {
  const LaneState& at = state(lane);
  for (std::uint64_t leaf = 0; leaf < at.size; ++leaf) {
    if (at.accounted[leaf]) continue;
    const auto bytes = entry(lane, leaf);
    const auto kind = bytes.empty() ? Attested{} : static_cast<Attested>(bytes.front());
    if (!kinds.contains(kind)) continue;
    differ("fsck.missing", place(lane, "entry " + std::to_string(leaf)),
           {"日志证明有此内容（" + kind_words(kind).zh + "），但库中没有。",
            "The log attests it (" + kind_words(kind).en + "), but nothing stored corresponds."});
  }
}

// ---- the log itself

// What cannot even be read is named and does not end the audit.
void Audit::check_log(Lane lane) {
  try {
    check_readable_log(lane);
  } catch (const Failure& failure) {
    differ("fsck.tile", place(lane, "tiles"), failure.error().message);
  }
}

void Audit::check_readable_log(Lane lane) {
  const auto head = store::log_head(sql(lane), lane);
  LaneState& at = state(lane);
  at.size = head.size;
  at.accounted.assign(head.size, false);
  if (watch_ != nullptr) watch_->expect_entries(head.size);
  if (!head.sound) {
    differ("fsck.head", place(lane, "head"),
           {"日志头（大小、时刻、检查点）被改动。",
            "The log's head (size, instant, checkpoint) was altered."});
  }
  std::vector<ledger::VerifierKey> own;
  for (const auto& key : lane == Lane::facts ? keys_.facts : keys_.access)
    own.push_back(key.verifier());
  check_left_behind(lane, own);
  if (head.size == 0) return;
  const auto opened = ledger::open_checkpoint(head.checkpoint, own);
  if (!opened) {
    return differ("fsck.checkpoint", place(lane, "checkpoint"),
                  {"检查点的签名不成立。", "The checkpoint's signature does not hold."});
  }
  if (opened->checkpoint.size != head.size) {
    differ("fsck.checkpoint", place(lane, "checkpoint"),
           {"检查点的大小与日志头不符。", "The checkpoint's size is not the head's."});
  }
  check_tiles(lane, opened->checkpoint);
}

void Audit::check_tiles(Lane lane, const ledger::Checkpoint& signed_head) {
  Rebuilt rebuilt;
  std::string level;  // of the hashes of complete bundles
  for (std::uint64_t number = 0; number * width < signed_head.size; ++number) {
    const auto bundle = store::log_bundle(sql(lane), lane, number);
    const std::uint64_t count = std::min(width, signed_head.size - number * width);
    if (bundle.size() != count * ledger::entry_bytes) {
      differ("fsck.entries", place(lane, "bundle " + std::to_string(number)),
             {"条目缺失或多余。", "Entries are missing or too many."});
    }
    ledger::Frontier tile;
    for (std::size_t i = 0; i + ledger::entry_bytes <= bundle.size(); i += ledger::entry_bytes) {
      const auto leaf = ledger::leaf_hash(std::string_view(bundle).substr(i, ledger::entry_bytes));
      rebuilt.whole.append(leaf);
      tile.append(leaf);
    }
    if (tile.size() == width) level += ledger::bytes_of(tile.root());
  }
  count("log entries", static_cast<std::int64_t>(signed_head.size));
  while (!level.empty()) {
    std::string above;
    for (std::size_t at = 0; at + width * hash_bytes <= level.size(); at += width * hash_bytes) {
      ledger::Frontier tile;
      for (std::size_t i = 0; i < width; ++i)
        tile.append(
            *ledger::digest_from(std::string_view(level).substr(at + i * hash_bytes, hash_bytes)));
      above += ledger::bytes_of(tile.root());
    }
    rebuilt.tiles.push_back(std::exchange(level, std::move(above)));
  }
  const bool entries_hold = rebuilt.whole.root() == signed_head.root;
  for (std::size_t l = 0; l < rebuilt.tiles.size(); ++l) {
    const std::string& hashes = rebuilt.tiles[l];
    for (std::uint64_t number = 0; number * width * hash_bytes < hashes.size(); ++number) {
      const auto want = hashes.substr(number * width * hash_bytes, width * hash_bytes);
      const auto stored = store::log_tile(sql(lane), lane, static_cast<unsigned>(l + 1), number);
      if (stored == want) continue;
      std::size_t hash = 0;
      while (hash < want.size() && hash < stored.size() && want[hash] == stored[hash]) ++hash;
      hash /= hash_bytes;
      // The root says which of the two is wrong.
      if (entries_hold || l > 0) {
        differ("fsck.tile",
               place(lane, "tile " + std::to_string(l + 1) + "/" + std::to_string(number) +
                               " hash " + std::to_string(hash)),
               {"瓦片与条目不符。", "The tile does not follow from the entries."});
      } else {
        differ("fsck.entries", place(lane, "bundle " + std::to_string(number * width + hash)),
               {"条目与瓦片及签名的根不符：条目被改动。",
                "The entries do not lead to the tile and the signed root: an entry was altered."});
      }
    }
  }
  if (!entries_hold && differences_.empty()) {
    differ("fsck.root", place(lane, "bundle " + std::to_string((signed_head.size - 1) / width)),
           {"条目推出的根与签名的检查点不符。",
            "The root that follows from the entries is not the one the checkpoint signs."});
  }
}

// A database put back to an earlier state is shorter than a checkpoint it once signed.
void Audit::check_left_behind(Lane lane, std::span<const ledger::VerifierKey> own) {
  const auto path = checkpoint_file(folder_, lane);
  const std::string& text = left_behind(lane);
  if (text.empty()) {
    if (state(lane).size > 0) {
      differ("fsck.checkpoint", path.filename().string(),
             {"检查点文件缺失。", "The checkpoint file is missing."});
    }
    return;
  }
  const auto opened = ledger::open_checkpoint(text, own);
  if (!opened || ledger::parse_note(text).or_throw().signatures.size() != own.size()) {
    return differ(
        "fsck.checkpoint", path.filename().string(),
        {"检查点文件被改动：" + (opened ? "" : opened.error().message.zh),
         "The checkpoint file was altered. " + (opened ? "" : opened.error().message.en)});
  }
  if (opened->checkpoint.size > state(lane).size) {
    return differ(
        "fsck.shortened", place(lane, "size " + std::to_string(state(lane).size)),
        {"日志比曾经签名的检查点（" + std::to_string(opened->checkpoint.size) +
             " 条）短：数据被退回或截断。",
         "The log is shorter than a checkpoint it signed (" +
             std::to_string(opened->checkpoint.size) + " entries): the data was put back or cut."});
  }
  if (ledger::root_of(store::log_nodes(sql(lane), lane), opened->checkpoint.size) !=
      opened->checkpoint.root) {
    differ("fsck.rewritten", path.filename().string(),
           {"日志与曾经签名的检查点不一致：历史被改写。",
            "The log is not consistent with a checkpoint it signed: history was rewritten."});
  }
}

// ---- statements

void Audit::check_statements() {
  const auto rows = facts().query("SELECT leaf, kind, salt, text FROM statement ORDER BY leaf");
  while (rows->next()) {
    store::Statement one{static_cast<std::uint64_t>(rows->number(0)),
                         static_cast<Attested>(rows->number(1)), std::string(rows->bytes(2)),
                         std::string(rows->bytes(3))};
    count("statements");
    if (one.kind == Attested::erasure) {
      boost::system::error_code fault;
      const auto parsed = boost::json::parse(one.text, fault);
      const auto* entries =
          !fault && parsed.is_object() ? parsed.get_object().if_contains("entries") : nullptr;
      if (entries != nullptr && entries->is_array()) {
        for (const auto& leaf : entries->get_array())
          erased(Lane::facts, leaf.is_int64() ? static_cast<std::uint64_t>(leaf.get_int64()) : 0);
      }
    }
    said_[one.kind].push_back(std::move(one));
  }
  for (const auto& [kind, all] : said_) {
    for (const auto& one : all) {
      if (one.salt.empty() && is_erased(one.leaf)) continue;
      expect(Lane::facts, one.leaf, {kind, one.salt, one.text}, "fsck.statement",
             "statement " + std::to_string(one.leaf) + " (" + std::string(kind_name(kind)) + ")");
    }
  }
}

const std::vector<store::Statement>& Audit::said(Attested kind) const {
  static const std::vector<store::Statement> none;
  const auto at = said_.find(kind);
  return at == said_.end() ? none : at->second;
}

// ---- the access lane

namespace {

constexpr std::int64_t page = 20'000;

// The looks at each subject must be numbered without a gap, each naming the one before.
class ChainCheck {
 public:
  explicit ChainCheck(Audit& audit) : audit_(audit) {}
  // In order of subject, chain and number.
  void next(const StoredAccess& said, std::int64_t leaf) {
    const bool goes_on = said.subject == subject_ && said.chain == chain_;
    const std::int64_t number = goes_on ? number_ + 1 : 1, previous = goes_on ? leaf_ : -1;
    if (said.number != number || said.previous != previous) {
      audit_.differ("fsck.chain",
                    "looks at subject " + std::to_string(said.subject.value) + ", number " +
                        std::to_string(number),
                    {"查询记录缺失或次序被改动。", "A look is missing or was moved."});
    }
    subject_ = said.subject;
    chain_ = said.chain;
    number_ = said.number;
    leaf_ = leaf;
  }

 private:
  Audit& audit_;
  SubjectId subject_{-1};
  int chain_ = -1;
  std::int64_t number_ = 0, leaf_ = -1;
};

struct LookPlace {
  std::int64_t subject = INT64_MIN, chain = 0, number = 0;
};

// Checks up to a page of looks after `place`; gives where to go on, or nothing at the end.
std::optional<LookPlace> check_looks(Audit& audit, ChainCheck& chains, LookPlace place) {
  const auto rows = looks_after(audit.access(), place.subject, place.chain, place.number, page);
  std::int64_t count = 0;
  while (rows->next()) {
    const StoredAccess said = stored_access(*rows);
    const auto leaf = rows->number(access_leaf_column);
    audit.expect(
        Lane::access, static_cast<std::uint64_t>(leaf),
        {Attested::access, std::string(rows->bytes(access_salt_column)), access_statement(said)},
        "fsck.access", "access entry " + std::to_string(leaf));
    chains.next(said, leaf);
    place = {said.subject.value, said.chain, said.number};
    ++count;
  }
  audit.count("access entries", count);
  return count < page ? std::nullopt : std::optional(place);
}

// A place that was set forward would leave looks out after a crash.
void check_places(Audit& audit) {
  const auto places = audit.access().query(
      "SELECT segment, position, at, sum FROM access_journal ORDER BY segment");
  while (places->next()) {
    const JournalPlace place{std::string(places->bytes(0)), places->number(1),
                             Instant(places->number(2))};
    if (journal_sum(place) == places->number(3)) continue;
    audit.differ(
        "fsck.journal", "access_journal " + place.segment,
        {"查询流水的移入位置被改动。", "The place up to which the journal was moved was altered."});
  }
}

}  // namespace

void audit_access(Audit& audit) {
  check_places(audit);
  ChainCheck chains(audit);
  for (std::optional<LookPlace> next = LookPlace(); next;) next = check_looks(audit, chains, *next);
  audit.check_accounted(Lane::access, {Attested::access});
  const auto views = audit.access().query(
      "SELECT subject_id, day, views, balance FROM public_view ORDER BY subject_id, day");
  while (views->next()) {
    const SubjectId subject(views->number(0));
    const Date day(static_cast<std::int32_t>(views->number(1)));
    if (view_balance(subject, day, views->number(2)) == views->number(3)) continue;
    audit.differ(
        "fsck.views",
        "public views of subject " + std::to_string(subject.value) + " on " + to_string(day),
        {"公开浏览计数被改动。", "The count of public views was altered."});
  }
}

std::string file_sha256(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  Sha256Stream hash;
  std::string piece(1 << 16, '\0');
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    hash.add(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  return to_hex(hash.finish());
}

}  // namespace credence::app
