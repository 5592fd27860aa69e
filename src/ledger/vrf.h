// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"

// A verifiable random function, ECVRF-P256-SHA256-TAI of RFC 9381: a keyed hash whose value nobody
// can compute without the secret, and anybody can check with the public key. Safe from several
// threads.

namespace credence::ledger {

struct VrfOutput {
  Digest index;
  std::string proof;  // 81 bytes
};

class VrfKey {
 public:
  // `secret` is 32 bytes; REQUIRES: as a number in [1, order), which all but 2^-32 of random ones
  // are.
  explicit VrfKey(std::string_view secret);
  const std::string& public_key() const { return public_key_; }  // 33 bytes, compressed
  VrfOutput prove(std::string_view alpha) const;

 private:
  std::string secret_, public_key_;
};

// The value of `alpha` under the key; nothing when the proof does not hold. Takes any bytes.
std::optional<Digest> vrf_verify(std::string_view public_key, std::string_view alpha,
                                 std::string_view proof);

}  // namespace credence::ledger
