// SPDX-License-Identifier: Apache-2.0
#include "ledger/merkle.h"

#include <bit>
#include <cstring>

#include "base/ensure.h"

namespace credence::ledger {
namespace {

// The largest power of two below n. REQUIRES: n > 1.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

// The hash of the leaves [begin, end). `begin` is a multiple of the power of two that holds the
// range.
Digest range_hash(const NodeSource& nodes, std::uint64_t begin, std::uint64_t end) {
  const std::uint64_t count = end - begin;
  if (std::has_single_bit(count)) {
    const auto height = static_cast<unsigned>(std::countr_zero(count));
    return nodes(height, begin >> height);
  }
  const std::uint64_t half = split_of(count);
  return node_hash(range_hash(nodes, begin, begin + half), range_hash(nodes, begin + half, end));
}

void add_path(const NodeSource& nodes, std::uint64_t index, std::uint64_t begin, std::uint64_t end,
              std::vector<Digest>& path) {
  if (end - begin == 1) return;
  const std::uint64_t middle = begin + split_of(end - begin);
  if (index < middle) {
    add_path(nodes, index, begin, middle, path);
    path.push_back(range_hash(nodes, middle, end));
  } else {
    add_path(nodes, index, middle, end, path);
    path.push_back(range_hash(nodes, begin, middle));
  }
}

// SUBPROOF of the RFC; `whole`: the old tree is exactly this range, so its root is known to the
// verifier.
void add_subproof(const NodeSource& nodes, std::uint64_t from, std::uint64_t begin,
                  std::uint64_t end, bool whole, std::vector<Digest>& proof) {
  if (from == end) {
    if (!whole) proof.push_back(range_hash(nodes, begin, end));
    return;
  }
  const std::uint64_t middle = begin + split_of(end - begin);
  if (from <= middle) {
    add_subproof(nodes, from, begin, middle, whole, proof);
    proof.push_back(range_hash(nodes, middle, end));
  } else {
    add_subproof(nodes, from, middle, end, false, proof);
    proof.push_back(range_hash(nodes, begin, middle));
  }
}

}  // namespace

Digest leaf_hash(std::string_view entry) {
  // Entries are short; one buffer saves a call per leaf.
  char buffer[256];
  if (entry.size() < sizeof buffer) {
    buffer[0] = 0;
    std::memcpy(buffer + 1, entry.data(), entry.size());
    return sha256({buffer, entry.size() + 1});
  }
  std::string whole(1, '\0');
  whole += entry;
  return sha256(whole);
}

Digest node_hash(const Digest& left, const Digest& right) {
  char buffer[1 + 2 * std::tuple_size_v<Digest>];
  buffer[0] = 1;
  std::memcpy(buffer + 1, left.data(), left.size());
  std::memcpy(buffer + 1 + left.size(), right.data(), right.size());
  return sha256({buffer, sizeof buffer});
}

Digest empty_root() { return sha256({}); }

Frontier::Frontier(std::uint64_t size, std::vector<Digest> hashes)
    : size_(size), hashes_(std::move(hashes)) {
  ensure(static_cast<int>(hashes_.size()) == std::popcount(size_),
         "a frontier has one hash for each set bit of its size");
}

void Frontier::append(const Digest& leaf) {
  Digest hash = leaf;
  for (std::uint64_t n = size_; (n & 1) != 0; n >>= 1) {
    hash = node_hash(hashes_.back(), hash);
    hashes_.pop_back();
  }
  hashes_.push_back(hash);
  ++size_;
}

Digest Frontier::root() const {
  if (hashes_.empty()) return empty_root();
  Digest root = hashes_.back();
  for (std::size_t i = hashes_.size() - 1; i-- > 0;) root = node_hash(hashes_[i], root);
  return root;
}

Digest root_of(const NodeSource& nodes, std::uint64_t size) {
  return size == 0 ? empty_root() : range_hash(nodes, 0, size);
}

std::vector<Digest> inclusion_proof(const NodeSource& nodes, std::uint64_t index,
                                    std::uint64_t size) {
  ensure(index < size, "the leaf is in the tree");
  std::vector<Digest> path;
  add_path(nodes, index, 0, size, path);
  return path;
}

std::vector<Digest> consistency_proof(const NodeSource& nodes, std::uint64_t from,
                                      std::uint64_t to) {
  ensure(from <= to, "a log only grows");
  std::vector<Digest> proof;
  if (from > 0) add_subproof(nodes, from, 0, to, true, proof);
  return proof;
}

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Digest& leaf,
                      std::span<const Digest> proof, const Digest& root) {
  if (index >= size) return false;
  std::uint64_t fn = index, sn = size - 1;
  Digest hash = leaf;
  for (const Digest& step : proof) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      hash = node_hash(step, hash);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      hash = node_hash(hash, step);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && hash == root;
}

bool verify_consistency(std::uint64_t from, std::uint64_t to, std::span<const Digest> proof,
                        const Digest& from_root, const Digest& to_root) {
  if (from == 0 || from > to) return false;
  if (from == to) return proof.empty() && from_root == to_root;
  // Where the old tree is complete its root starts the climb; otherwise the proof's first hash
  // does.
  const bool complete = std::has_single_bit(from);
  if (!complete && proof.empty()) return false;
  Digest old_hash = complete ? from_root : proof.front();
  Digest new_hash = old_hash;
  std::uint64_t fn = from - 1, sn = to - 1;
  while ((fn & 1) != 0) {
    fn >>= 1;
    sn >>= 1;
  }
  for (const Digest& step : proof.subspan(complete ? 0 : 1)) {
    if (sn == 0) return false;
    if ((fn & 1) != 0 || fn == sn) {
      old_hash = node_hash(step, old_hash);
      new_hash = node_hash(step, new_hash);
      while ((fn & 1) == 0 && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      new_hash = node_hash(new_hash, step);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && old_hash == from_root && new_hash == to_root;
}

}  // namespace credence::ledger
