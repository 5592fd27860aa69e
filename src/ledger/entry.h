// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/digest.h"

// What stands in a log for a statement: its kind, and a salted commitment. Whoever holds salt and
// statement can show what was said; without the salt nobody can find it by guessing, and once the
// salt is destroyed nobody ever will.

namespace credence::ledger {

inline constexpr std::size_t salt_bytes = 16;
inline constexpr std::size_t entry_bytes = 33;

// SHA-256(salt || statement). REQUIRES: 16 bytes of salt, random and of this statement alone.
inline Digest commitment(std::string_view salt, std::string_view statement) {
  std::string input;
  input.reserve(salt.size() + statement.size());
  input += salt;
  input += statement;
  return sha256(input);
}

// The bytes that are hashed into the tree and published: one of kind, 32 of commitment.
inline std::string entry_of(unsigned char kind, const Digest& commitment) {
  std::string entry(1, static_cast<char>(kind));
  entry.append(reinterpret_cast<const char*>(commitment.data()), commitment.size());
  return entry;
}

}  // namespace credence::ledger
