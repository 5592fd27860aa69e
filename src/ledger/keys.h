// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "ledger/signing.h"

// A node's signing keys, kept in log.key (mode 0600) of its data folder; log.pub beside it is what
// to give to everyone who shall check. Each log of the node has keys of its own, and so have the
// witness and the answers of checks.

namespace credence::ledger {

enum class Suite : std::uint8_t {
  international,  // Ed25519
  national,       // Ed25519, and an SM2 line beside it
};

// How the name ends of the key that signs answers of checks.
inline constexpr std::string_view answers_ending = "/answers";

struct NodeKeys {
  std::string name;                       // "credit.example.cn": never changes
  std::vector<SigningKey> facts, access;  // Ed25519 first
  SigningKey witness;
  SigningKey answers;

  // Makes the two files. Throws Failure when log.key is there already or cannot be written. `name`
  // is a URL without scheme; what a key name may not hold is replaced by '-'.
  static NodeKeys create(const std::filesystem::path& folder, std::string_view name, Suite suite,
                         Random& random);
  // Throws Failure: missing, readable by others, damaged, or log.pub does not fit.
  static NodeKeys open(const std::filesystem::path& folder);

  std::vector<VerifierKey> verifiers() const;  // of both logs, the witness and the answers
  std::string public_text() const;             // a line each
};

// The keys of a text with one verifier key a line; lines that are empty or begin with # are
// skipped.
Result<std::vector<VerifierKey>> parse_verifier_keys(std::string_view text);

}  // namespace credence::ledger
