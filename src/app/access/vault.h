// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"

// Personal fields at rest (PIPL art. 51; DESIGN 4): sealed with AES-256-GCM under a key per
// subject, which is wrapped by the node's key. Destroying the wrapped key forgets the payload.

namespace credence::app {

// The node's secrets: one to number persons, one to wrap keys. Kept in data/node.secret, mode 0600.
class Vault {
 public:
  // Reads the folder's secret file. Throws Failure when it is missing or readable by others.
  static Vault open(const std::filesystem::path& folder, Random& random);
  // Writes a new secret file. Throws Failure when there is one.
  static void create(const std::filesystem::path& folder, Random& random);

  const std::string& person_secret() const { return person_secret_; }

  // For salts and seeds.
  Random& random() const { return *random_; }
  // A new key for a subject, wrapped.
  std::string new_key(SubjectId subject) const;
  std::string seal(SubjectId subject, std::string_view wrapped_key, std::string_view plain) const;
  // Errors: unavailable ("vault.damaged") when key and bytes do not agree, not_found
  // ("vault.forgotten") when the wrapped key is empty: it was destroyed.
  Result<std::string> open_sealed(SubjectId subject, std::string_view wrapped_key,
                                  std::string_view sealed) const;

 private:
  Vault(std::string person_secret, std::string wrapping_key, Random& random);
  std::string unwrap(SubjectId subject, std::string_view wrapped_key) const;
  std::string person_secret_, wrapping_key_;
  Random* random_;
};

}  // namespace credence::app
