// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Passwords at rest: argon2id (RFC 9106) in its encoded form, which names its own cost, so that
// accounts made under an older cost still open. Thread safe; each call holds `memory_kib` for
// its duration, so callers bound how many run at once.

namespace credence {

// The OWASP Password Storage Cheat Sheet's recommendation for argon2id: 19 MiB, two passes, one
// lane. Raise it here; needs_rehash() then finds the older ones.
struct PasswordCost {
  std::uint32_t memory_kib = 19456;
  std::uint32_t passes = 2;
};

// "$argon2id$v=19$m=19456,t=2,p=1$<salt>$<32 bytes>". Throws Failure when the memory is not there.
// REQUIRES: salt is at least 8 bytes (16 from Random is right), memory_kib >= 8, passes >= 1.
std::string password_hash(std::string_view password, std::string_view salt, PasswordCost cost = {});

// Whether `password` is the one hashed; false for an encoding that is none. The hashes are compared
// in constant time. Throws Failure when the memory is not there.
bool password_fits(std::string_view encoded, std::string_view password);

// Whether `encoded` was made at another cost (or is none): hash again at the next sign-in.
bool needs_rehash(std::string_view encoded, PasswordCost cost = {});

}  // namespace credence
