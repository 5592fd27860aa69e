// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/access/rotation.h"
#include "app/access/vault.h"
#include "base/result.h"

// The original files, kept as they were sent: compressed, sealed under a key of their own, named by
// the SHA-256 of their bytes. They may hold personal fields, so they never lie on the disk in the
// clear.

namespace credence::app {

struct FileFacts {
  std::string sha256;  // hex
  std::uint64_t bytes = 0;
};

// Throws Failure when the file cannot be read.
FileFacts file_facts(const std::filesystem::path& file);

// Keeps a copy below `folder`/originals; does nothing when it is there. Durable on return. Throws
// Failure (disk full). The format is told in docs/design/originals.md.
void keep_original(const std::filesystem::path& folder, const Vault& vault,
                   const std::filesystem::path& file, const FileFacts& facts);

// Whether the kept file opens and its bytes have the hash it is named by. Errors: those of
// restore_original.
Result<void> check_original(const std::filesystem::path& folder, const Vault& vault,
                            const std::string& sha256);

// Writes the kept file's bytes to `to`. Errors: not_found ("original.not_found"), unavailable
// ("original.damaged").
Result<void> restore_original(const std::filesystem::path& folder, const Vault& vault,
                              const std::string& sha256, const std::filesystem::path& to);

// The keys in the kept files below `folder`. Wrapping one again writes the file anew and renames it
// into place.
KeyKeeper original_keys(const std::filesystem::path& folder);

}  // namespace credence::app
