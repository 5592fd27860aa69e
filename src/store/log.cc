// SPDX-License-Identifier: Apache-2.0
#include "store/log.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/ensure.h"
#include "ledger/entry.h"
#include "ledger/note.h"
#include "store/session.h"

namespace credence::store {
namespace {

using ledger::entry_bytes;
using ledger::tile_width;

constexpr std::size_t hash_bytes = 32;

std::int64_t signed_number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

// Tells a flipped bit of the head, whose instant no signature covers.
std::int64_t head_sum(std::uint64_t size, Instant instant, std::string_view checkpoint) {
  return first_63_bits(sha256(std::to_string(size) + "\n" + std::to_string(instant.micros()) +
                              "\n" + std::string(checkpoint)));
}

Failure damaged(Lane lane, const std::string& what) {
  return Failure(
      make_error(ErrorCode::internal, "store.log_damaged",
                 {"日志（" + std::string(lane_name(lane)) + "）已损坏：" + what + "。",
                  "The log (" + std::string(lane_name(lane)) + ") is damaged: " + what + "."},
                 {"请执行 credence fsck 查明第一处差异，并从备份恢复。",
                  "Run credence fsck to find the first difference, and restore from a backup."}));
}

Digest digest_at(std::string_view hashes, std::uint64_t index) {
  return *ledger::digest_from(hashes.substr(index * hash_bytes, hash_bytes));
}

std::string leaf_hashes(std::string_view entries) {
  std::string hashes;
  for (std::size_t at = 0; at + entry_bytes <= entries.size(); at += entry_bytes)
    hashes += ledger::bytes_of(ledger::leaf_hash(entries.substr(at, entry_bytes)));
  return hashes;
}

// The hash of a complete subtree from the hashes of its parts.
Digest folded(std::string_view hashes) {
  std::vector<Digest> level;
  for (std::size_t at = 0; at < hashes.size(); at += hash_bytes)
    level.push_back(digest_at(hashes, at / hash_bytes));
  while (level.size() > 1) {
    for (std::size_t i = 0; i < level.size() / 2; ++i)
      level[i] = ledger::node_hash(level[2 * i], level[2 * i + 1]);
    level.resize(level.size() / 2);
  }
  return level.front();
}

std::string blob(Session& sql, const std::string& text, std::initializer_list<Value> values) {
  const auto row = sql.query(text, values);
  return row->next() ? std::string(row->bytes(0)) : std::string();
}

// Under load the file follows the commits at most this far behind, in microseconds.
constexpr std::int64_t leave_every = 1'000'000;

// A plain file, replaced as a whole.
void replace_file(const std::filesystem::path& path, const std::string& text) {
  const std::string part = path.string() + ".part";
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return;  // the copy is a convenience; the checkpoint itself is in the database
  const bool whole = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  if (whole) ::rename(part.c_str(), path.c_str());
}

}  // namespace

const char* lane_name(Lane lane) { return lane == Lane::facts ? "facts" : "access"; }

std::string log_table(Lane lane, const char* name) {
  return std::string(lane == Lane::facts ? "log_" : "access_log_") + name;
}

LogWriter::LogWriter(Lane lane, std::vector<ledger::SigningKey> keys, std::filesystem::path folder,
                     bool unlogged)
    : lane_(lane),
      keys_(std::move(keys)),
      file_(folder / (std::string(lane_name(lane)) + ".checkpoint")),
      unlogged_(unlogged) {
  ensure(!keys_.empty(), "a log has a key");
}

std::string LogWriter::table(const char* name) const { return log_table(lane_, name); }
const std::string& LogWriter::origin() const { return keys_.front().verifier().name; }

std::uint64_t LogWriter::size() const {
  return levels_.front().tile * tile_width + levels_.front().frontier.size();
}

void LogWriter::add(std::size_t level, const Digest& hash) {
  if (levels_.size() == level) levels_.emplace_back();
  Level& at = levels_[level];
  at.hashes += ledger::bytes_of(hash);
  at.frontier.append(hash);
  if (at.frontier.size() < tile_width) return;
  const Digest whole = at.frontier.root();
  if (level > 0) full_tiles_[{level, at.tile}] = std::move(at.hashes);
  at = Level{{}, {}, at.tile + 1};
  add(level + 1, whole);
}

std::uint64_t LogWriter::append(unsigned char kind, const Digest& commitment) {
  ensure(loaded_, "append inside a group");
  if (unlogged_) return 0;
  const std::uint64_t index = size();
  const std::string entry = ledger::entry_of(kind, commitment);
  bundle_ += entry;
  if (bundle_.size() == tile_width * entry_bytes)
    full_bundles_[index / tile_width] = std::exchange(bundle_, {});
  add(0, ledger::leaf_hash(entry));
  return index;
}

Digest LogWriter::root() const {
  std::vector<Digest> hashes;
  for (std::size_t level = levels_.size(); level-- > 0;) {
    const auto& part = levels_[level].frontier.hashes();
    hashes.insert(hashes.end(), part.begin(), part.end());
  }
  return ledger::Frontier(size(), std::move(hashes)).root();
}

void LogWriter::load(Session& sql) {
  const LogHead head = log_head(sql, lane_);
  if (!head.sound) throw damaged(lane_, "head");
  levels_.assign(1, {});
  bundle_.clear();
  full_bundles_.clear();
  full_tiles_.clear();
  std::uint64_t below = head.size;
  for (unsigned level = 0; level == 0 || below > 0; ++level, below /= tile_width) {
    if (levels_.size() == level) levels_.emplace_back();
    Level& at = levels_[level];
    at.tile = below / tile_width;
    const std::uint64_t width = below % tile_width;
    if (level == 0) {
      bundle_ = width == 0 ? "" : log_bundle(sql, lane_, at.tile);
      at.hashes = leaf_hashes(bundle_);
    } else if (width > 0) {
      at.hashes = log_tile(sql, lane_, level, at.tile);
    }
    if (at.hashes.size() != width * hash_bytes) throw damaged(lane_, "tile");
    for (std::uint64_t i = 0; i < width; ++i) at.frontier.append(digest_at(at.hashes, i));
  }
  stored_ = head.size;
  checkpoint_ = head.checkpoint;
  loaded_ = true;
  if (head.size == 0) return;
  const auto own = keys_.front().verifier();
  const auto opened = ledger::open_checkpoint(head.checkpoint, std::span(&own, 1));
  if (!opened) throw Failure(opened.error());
  if (opened->checkpoint != ledger::Checkpoint{origin(), head.size, root()})
    throw damaged(lane_, "checkpoint");
}

Instant LogWriter::begin(Session& sql, bool shared) {
  if (loaded_ && !shared) return {};
  const auto row = sql.query("SELECT size, instant FROM " + table("head"));
  const bool there = row->next();
  const std::uint64_t size = there ? static_cast<std::uint64_t>(row->number(0)) : 0;
  const Instant instant = there ? Instant(row->number(1)) : Instant();
  if (!loaded_ || size != stored_) load(sql);
  return instant;
}

void LogWriter::write(Session& sql, Instant now) {
  instant_ = now;
  if (size() != stored_) {
    const std::string put_bundle =
        "INSERT INTO " + table("bundle") +
        " (number, entries) VALUES ($1, $2) ON CONFLICT (number) DO UPDATE SET entries = "
        "excluded.entries";
    const std::string put_tile =
        "INSERT INTO " + table("tile") +
        " (level, number, hashes) VALUES ($1, $2, $3) ON CONFLICT (level, number) DO UPDATE SET "
        "hashes = excluded.hashes";
    for (const auto& [number, entries] : full_bundles_)
      sql.run(put_bundle, {signed_number(number), Bytes{entries}});
    if (!bundle_.empty()) sql.run(put_bundle, {signed_number(size() / tile_width), Bytes{bundle_}});
    for (const auto& [at, hashes] : full_tiles_)
      sql.run(put_tile,
              {static_cast<std::int64_t>(at.first), signed_number(at.second), Bytes{hashes}});
    for (std::size_t level = 1; level < levels_.size(); ++level) {
      const Level& at = levels_[level];
      if (!at.hashes.empty() && size() / tile_width != stored_ / tile_width)
        sql.run(put_tile,
                {static_cast<std::int64_t>(level), signed_number(at.tile), Bytes{at.hashes}});
    }
    checkpoint_ = ledger::sign_checkpoint({origin(), size(), root()}, keys_, now);
  }
  sql.run("INSERT INTO " + table("head") +
              " (one, size, instant, checkpoint, sum) VALUES (1, $1, $2, $3, $4) ON CONFLICT (one) "
              "DO UPDATE SET size = excluded.size, instant = excluded.instant, checkpoint = "
              "excluded.checkpoint, sum = excluded.sum",
          {signed_number(size()), now.micros(), checkpoint_, head_sum(size(), now, checkpoint_)});
}

void LogWriter::committed() {
  if (size() == stored_) return;
  stored_ = size();
  full_bundles_.clear();
  full_tiles_.clear();
  left_behind_ = true;
  if (instant_.micros() - left_at_.micros() >= leave_every) settle();
}

void LogWriter::settle() {
  if (!left_behind_) return;
  replace_file(file_, checkpoint_);
  left_behind_ = false;
  left_at_ = instant_;
}

void LogWriter::rolled_back() { loaded_ = false; }

// ---- reading

LogHead log_head(Session& sql, Lane lane) {
  const auto row =
      sql.query("SELECT size, instant, checkpoint, sum FROM " + log_table(lane, "head"));
  if (!row->next()) return {};
  LogHead head{static_cast<std::uint64_t>(row->number(0)), Instant(row->number(1)),
               std::string(row->bytes(2)), true};
  head.sound = row->number(3) == head_sum(head.size, head.instant, head.checkpoint);
  return head;
}

std::string log_bundle(Session& sql, Lane lane, std::uint64_t number) {
  return blob(sql, "SELECT entries FROM " + log_table(lane, "bundle") + " WHERE number = $1",
              {signed_number(number)});
}

std::string log_entry(Session& sql, Lane lane, std::uint64_t index) {
  const std::string bundle = log_bundle(sql, lane, index / tile_width);
  const std::size_t at = (index % tile_width) * entry_bytes;
  return at < bundle.size() ? bundle.substr(at, entry_bytes) : std::string();
}

std::string log_tile(Session& sql, Lane lane, unsigned level, std::uint64_t number) {
  return blob(sql,
              "SELECT hashes FROM " + log_table(lane, "tile") + " WHERE level = $1 AND number = $2",
              {static_cast<std::int64_t>(level), signed_number(number)});
}

std::optional<std::string> log_resource(Session& sql, Lane lane,
                                        const ledger::TileAddress& address) {
  const std::uint64_t size = log_head(sql, lane).size;
  if (ledger::tile_width_in(size, address.level, address.index) < address.width)
    return std::nullopt;
  if (address.level > 0) {
    return log_tile(sql, lane, address.level, address.index).substr(0, address.width * hash_bytes);
  }
  const std::string entries =
      log_bundle(sql, lane, address.index).substr(0, address.width * entry_bytes);
  if (!address.entries) return leaf_hashes(entries);
  std::string prefixed;
  for (std::size_t at = 0; at < entries.size(); at += entry_bytes) {
    prefixed += '\0';
    prefixed += static_cast<char>(entry_bytes);
    prefixed += entries.substr(at, entry_bytes);
  }
  return prefixed;
}

ledger::NodeSource log_nodes(Session& sql, Lane lane) {
  using Key = std::pair<unsigned, std::uint64_t>;
  const auto tiles = std::make_shared<std::map<Key, std::string>>();
  return [&sql, lane, tiles](unsigned height, std::uint64_t index) {
    const unsigned level = height / ledger::tile_height, above = height % ledger::tile_height;
    const std::uint64_t first = index << above;
    const Key key{level, first / tile_width};
    auto at = tiles->find(key);
    if (at == tiles->end()) {
      at = tiles
               ->emplace(key, level == 0 ? leaf_hashes(log_bundle(sql, lane, key.second))
                                         : log_tile(sql, lane, level, key.second))
               .first;
    }
    const std::size_t begin = (first % tile_width) * hash_bytes;
    const std::size_t bytes = hash_bytes << above;
    if (at->second.size() < begin + bytes) throw damaged(lane, "tile");
    return folded(std::string_view(at->second).substr(begin, bytes));
  };
}

}  // namespace credence::store
