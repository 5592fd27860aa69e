// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Authenticated encryption of short texts under one of two suites. A sealed text is one byte that
// names the suite, a nonce, the ciphertext and a 16-byte tag; the context is authenticated, not
// stored. Thread safe.

namespace credence {

// Stored; never renumber.
enum class SealSuite : std::uint8_t {
  aes_gcm = 1,  // AES-256-GCM (NIST SP 800-38D)
  // SM4-CTR (GB/T 32907-2016), then HMAC-SM3 (GB/T 32905-2016) over what was encrypted; SM4-GCM is
  // not in OpenSSL 3.0. Each has a key of its own, derived from the one given.
  sm4_sm3 = 2,
};

std::size_t nonce_bytes(SealSuite suite);  // 12, 16

// REQUIRES: key is 32 bytes; nonce is nonce_bytes(suite), never used twice with one key.
std::string seal(SealSuite suite, std::string_view key, std::string_view nonce,
                 std::string_view context, std::string_view plain);

// Says whether key, context and bytes agree, whichever suite the bytes name, and only then fills
// `plain`.
bool open(std::string_view key, std::string_view context, std::string_view sealed,
          std::string& plain);

}  // namespace credence
