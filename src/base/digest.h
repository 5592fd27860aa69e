// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// Hashes (OpenSSL behind one .cc). All functions are safe from several threads.

namespace credence {

using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view bytes);
// The national hash (GB/T 32905-2016), for the national suite.
Digest sm3(std::string_view bytes);
Digest hmac_sm3(std::string_view key, std::string_view bytes);

// Takes the same time wherever two texts of one size differ; for secrets and tags.
bool equal_in_constant_time(std::string_view a, std::string_view b);

// SHA-256 fed in pieces.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(const Sha256Stream&) = delete;
  Sha256Stream& operator=(const Sha256Stream&) = delete;
  void add(std::string_view bytes);
  Digest finish();

 private:
  void* context_;
};

// The first 63 bits, big-endian, as a non-negative number: the form of every derived id.
std::int64_t first_63_bits(const Digest& digest);

std::string to_hex(std::string_view bytes);
std::string to_hex(const Digest& digest);

}  // namespace credence
