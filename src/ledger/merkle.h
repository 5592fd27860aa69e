// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/digest.h"

// The Merkle tree of RFC 6962 section 2.1 over SHA-256: hashes, growing, proofs and their checking.
// Pure; safe from several threads.

namespace credence::ledger {

Digest leaf_hash(std::string_view entry);                   // SHA-256(0x00 || entry)
Digest node_hash(const Digest& left, const Digest& right);  // SHA-256(0x01 || left || right)
Digest empty_root();                                        // SHA-256 of nothing

// The hashes of the complete subtrees that make up the leaves so far, largest first: one for each
// set bit of size(). All that is needed to go on appending.
class Frontier {
 public:
  Frontier() = default;
  // REQUIRES: one hash for each set bit of `size`.
  Frontier(std::uint64_t size, std::vector<Digest> hashes);

  void append(const Digest& leaf);
  std::uint64_t size() const { return size_; }
  const std::vector<Digest>& hashes() const { return hashes_; }
  Digest root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> hashes_;
};

// The hash of the complete subtree of 2^height leaves with this index at its height.
using NodeSource = std::function<Digest(unsigned height, std::uint64_t index)>;

// The root of the first `size` leaves.
Digest root_of(const NodeSource& nodes, std::uint64_t size);
// RFC 6962 section 2.1.1, from the leaf's sibling up. REQUIRES: index < size.
std::vector<Digest> inclusion_proof(const NodeSource& nodes, std::uint64_t index,
                                    std::uint64_t size);
// RFC 6962 section 2.1.2; empty from nothing or to the same size. REQUIRES: from <= to.
std::vector<Digest> consistency_proof(const NodeSource& nodes, std::uint64_t from,
                                      std::uint64_t to);

// RFC 9162 sections 2.1.3.2 and 2.1.4.2. Every other proof than the one above is refused, and so is
// one from an empty log: everything is consistent with nothing, so it would prove nothing.
bool verify_inclusion(std::uint64_t index, std::uint64_t size, const Digest& leaf,
                      std::span<const Digest> proof, const Digest& root);
bool verify_consistency(std::uint64_t from, std::uint64_t to, std::span<const Digest> proof,
                        const Digest& from_root, const Digest& to_root);

}  // namespace credence::ledger
