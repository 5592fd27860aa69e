// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

// The node's own small secrets at rest (second factors, signing keys of machines), and sums over
// rows that change too often to be attested. Keys are derived from the node's secret, one per use.

namespace credence::app {

// Thread safe as far as the Random is.
class SecretBox {
 public:
  SecretBox(std::string_view node_secret, Random& random);

  // Sealed for one use and owner ("totp", "lihua"), in hex; it opens for no other.
  std::string seal(std::string_view use, std::string_view owner, std::string_view plain) const;
  // Errors: unavailable ("vault.damaged").
  Result<std::string> open(std::string_view use, std::string_view owner,
                           std::string_view sealed) const;
  // A keyed sum of a row's text, so that a changed value shows.
  std::int64_t sum(std::string_view row) const;
  // A keyed text that only this node can make, hex.
  std::string mark(std::string_view use, std::string_view text) const;
  // What is kept of a secret that is shown once.
  static std::string fingerprint(std::string_view secret);  // SHA-256, hex
  std::string new_secret() const;                           // 24 random bytes, hex
  std::string new_id() const;                               // 8 random bytes, hex
  Random& random() const { return *random_; }

 private:
  std::string key(std::string_view use) const;
  std::string node_secret_;
  Random* random_;
};

}  // namespace credence::app
