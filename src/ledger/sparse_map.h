// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

// A Merkle map from 128-bit keys to hashes in which also absence can be proven: every key has a
// place, and the places of absent ones are empty. A leaf is SHA-256(0x00 || key || value), a node
// SHA-256(0x01 || left || right), an empty leaf 32 zero bytes. A proof is 16 bytes of bitmap, which
// of the 128 levels from the root down have a sibling that is not empty, then those siblings: of
// the neighbours it shows nothing but hashes. Pure.

namespace credence::ledger {

struct MapEntry {
  Digest key;  // its first 16 bytes
  Digest value;
};

class SparseMap {
 public:
  // REQUIRES: no two entries with the same first 16 bytes of key.
  explicit SparseMap(std::vector<MapEntry> entries);
  const Digest& root() const { return root_; }
  std::size_t size() const { return entries_.size(); }
  std::string prove(const Digest& key) const;

 private:
  std::vector<MapEntry> entries_;  // by key
  Digest root_;
};

// Take any bytes; a proof has one form.
bool verify_absence(const Digest& root, const Digest& key, std::string_view proof);
bool verify_presence(const Digest& root, const Digest& key, const Digest& value,
                     std::string_view proof);

}  // namespace credence::ledger
