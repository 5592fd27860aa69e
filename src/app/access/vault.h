// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/access/node_secret.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"

// Personal fields at rest (PIPL art. 51; DESIGN 4): sealed (base/sealing.h) under a key per
// subject, which is wrapped by the node's key. Destroying the wrapped key forgets the payload. A
// wrapped key is one byte for the generation of the key that wraps it, and a sealed text.

namespace credence::app {

// The node's secrets at work. Safe from several threads, as far as its Random is.
class Vault {
 public:
  // Reads the folder's secret file. Throws Failure when it is missing, damaged or readable by
  // others.
  static Vault open(const std::filesystem::path& folder, Random& random);
  // Writes a new secret file. Throws Failure when there is one.
  static void create(const std::filesystem::path& folder, Random& random,
                     SealSuite suite = SealSuite::aes_gcm);
  Vault(NodeSecret secret, Random& random);

  const std::string& person_secret() const { return secret_.person; }

  // For salts and seeds.
  Random& random() const { return *random_; }
  // A new key for a subject, wrapped by the newest generation.
  std::string new_key(SubjectId subject) const;
  // Seals by the suite of the newest generation. Throws Failure when the wrapped key does not open.
  std::string seal(SubjectId subject, std::string_view wrapped_key, std::string_view plain) const;
  // Errors: unavailable ("vault.damaged") when key and bytes do not agree, not_found
  // ("vault.forgotten") when the wrapped key is empty: it was destroyed.
  Result<std::string> open_sealed(SubjectId subject, std::string_view wrapped_key,
                                  std::string_view sealed) const;

  // The generation that wraps a key; 0 for an empty one.
  static std::uint8_t generation_of(std::string_view wrapped_key);
  std::uint8_t newest_generation() const { return secret_.newest().generation; }
  // The same key, wrapped by the newest generation; empty when the wrapped key does not open.
  std::string rewrap(SubjectId subject, std::string_view wrapped_key) const;

 private:
  std::string unwrap(SubjectId subject, std::string_view wrapped_key) const;
  std::string wrap(SubjectId subject, std::string_view key) const;
  std::string seal_with(std::string_view key, std::string_view context,
                        std::string_view plain) const;
  NodeSecret secret_;
  Random* random_;
};

}  // namespace credence::app
