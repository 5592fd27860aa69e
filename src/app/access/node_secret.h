// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/sealing.h"

// The file node.secret of a data folder, mode 0600. A text:
//
//   credence node.secret 1
//   person <64 hex digits>
//   wrap <generation> <aes-gcm or sm4-sm3> <64 hex digits>
//
// with one `wrap` line or more, the newest last. Read strictly: only what text() writes is one.

namespace credence::app {

// A key that wraps the keys of subjects and kept files, and the suite new texts are sealed by while
// it is the newest.
struct WrappingKey {
  std::uint8_t generation = 1;  // from 1; after 255 comes 1 again
  SealSuite suite{};
  std::string key;  // 32 bytes
};

struct NodeSecret {
  // Numbers persons. Never replaced: their numbers, and so every row of theirs, follow from it.
  std::string person;
  std::vector<WrappingKey> wrapping;  // newest last; more than one only while keys are rotated

  const WrappingKey& newest() const { return wrapping.back(); }
  std::string text() const;
};

const char* suite_name(SealSuite suite);

// Reads text() back. Errors: invalid ("vault.format").
Result<NodeSecret> parse_node_secret(std::string_view text);

// Throws Failure: the file is missing, readable by others, or no such text.
NodeSecret read_node_secret(const std::filesystem::path& folder);
// Writes a new file. Throws Failure when there is one.
NodeSecret create_node_secret(const std::filesystem::path& folder, SealSuite suite, Random& random);
// Replaces the file, so that after a crash there is the old one or the new one, whole; then
// overwrites the old one's bytes. Throws Failure when it cannot be written.
void replace_node_secret(const std::filesystem::path& folder, const NodeSecret& secret);

// The secret with one more generation. REQUIRES: it has one.
NodeSecret with_new_generation(NodeSecret secret, SealSuite suite, Random& random);

}  // namespace credence::app
