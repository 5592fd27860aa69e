// SPDX-License-Identifier: Apache-2.0
#include "ledger/sparse_map.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "base/ensure.h"
#include "ledger/merkle.h"

namespace credence::ledger {
namespace {

constexpr unsigned depth = 128;
constexpr std::size_t key_bytes = depth / 8, hash_bytes = 32;
using Entries = std::span<const MapEntry>;

bool bit(const Digest& key, unsigned level) { return (key[level / 8] >> (7 - level % 8) & 1) != 0; }

// The hash of an empty subtree whose root is at this level; level `depth` is a leaf.
const Digest& empty_at(unsigned level) {
  static const auto table = [] {
    std::array<Digest, depth + 1> all{};
    for (unsigned at = depth; at-- > 0;) all[at] = node_hash(all[at + 1], all[at + 1]);
    return all;
  }();
  return table[level];
}

Digest map_leaf(const Digest& key, const Digest& value) {
  char buffer[1 + key_bytes + hash_bytes];
  buffer[0] = 0;
  std::memcpy(buffer + 1, key.data(), key_bytes);
  std::memcpy(buffer + 1 + key_bytes, value.data(), hash_bytes);
  return sha256({buffer, sizeof buffer});
}

std::size_t left_of(Entries entries, unsigned level) {
  return static_cast<std::size_t>(
      std::ranges::partition_point(entries, [&](const MapEntry& e) { return !bit(e.key, level); }) -
      entries.begin());
}

Digest subtree(Entries entries, unsigned level) {
  if (entries.empty()) return empty_at(level);
  if (level == depth) return map_leaf(entries.front().key, entries.front().value);
  const std::size_t left = left_of(entries, level);
  return node_hash(subtree(entries.first(left), level + 1),
                   subtree(entries.subspan(left), level + 1));
}

int compare(const Digest& a, const Digest& b) { return std::memcmp(a.data(), b.data(), key_bytes); }

// Climbs from a leaf; false when the proof is not in its one form.
bool leads_to(const Digest& root, const Digest& key, Digest hash, std::string_view proof) {
  if (proof.size() < key_bytes || (proof.size() - key_bytes) % hash_bytes != 0) return false;
  const std::string_view bitmap = proof.substr(0, key_bytes);
  std::size_t at = proof.size();
  for (unsigned level = depth; level-- > 0;) {
    Digest sibling = empty_at(level + 1);
    if ((static_cast<unsigned char>(bitmap[level / 8]) >> (7 - level % 8) & 1) != 0) {
      if (at < key_bytes + hash_bytes) return false;
      at -= hash_bytes;
      std::memcpy(sibling.data(), proof.data() + at, hash_bytes);
      if (sibling == empty_at(level + 1)) return false;
    }
    hash = bit(key, level) ? node_hash(sibling, hash) : node_hash(hash, sibling);
  }
  return at == key_bytes && hash == root;
}

}  // namespace

SparseMap::SparseMap(std::vector<MapEntry> entries) : entries_(std::move(entries)) {
  std::ranges::sort(entries_,
                    [](const auto& a, const auto& b) { return compare(a.key, b.key) < 0; });
  for (std::size_t i = 1; i < entries_.size(); ++i)
    ensure(compare(entries_[i - 1].key, entries_[i].key) != 0, "two entries with one key");
  root_ = subtree(entries_, 0);
}

std::string SparseMap::prove(const Digest& key) const {
  std::string proof(key_bytes, '\0');
  Entries entries = entries_;
  for (unsigned level = 0; level < depth; ++level) {
    const std::size_t left = left_of(entries, level);
    const bool right = bit(key, level);
    const Entries sibling = right ? entries.first(left) : entries.subspan(left);
    entries = right ? entries.subspan(left) : entries.first(left);
    if (sibling.empty()) continue;
    proof[level / 8] = static_cast<char>(proof[level / 8] | 1 << (7 - level % 8));
    const Digest hash = subtree(sibling, level + 1);
    proof.append(reinterpret_cast<const char*>(hash.data()), hash.size());
  }
  return proof;
}

bool verify_absence(const Digest& root, const Digest& key, std::string_view proof) {
  return leads_to(root, key, empty_at(depth), proof);
}

bool verify_presence(const Digest& root, const Digest& key, const Digest& value,
                     std::string_view proof) {
  return leads_to(root, key, map_leaf(key, value), proof);
}

}  // namespace credence::ledger
