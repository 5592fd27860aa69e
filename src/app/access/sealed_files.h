// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "app/access/rotation.h"
#include "app/access/vault.h"
#include "base/result.h"

// Files kept as they were given: compressed, sealed under a key of their own, named by the SHA-256
// of their bytes. They may hold personal fields, so they never lie on the disk in the clear. The
// format is told in docs/design/originals.md.

namespace credence::app {

struct FileFacts {
  std::string sha256;  // hex
  std::uint64_t bytes = 0;
};

// Throws Failure when the file cannot be read.
FileFacts file_facts(const std::filesystem::path& file);
FileFacts text_facts(std::string_view bytes);

// The kept files of one kind, below a folder of the data folder. Safe from several threads and
// processes: a file is written beside its place and renamed into it.
class SealedFiles {
 public:
  // `kind` "original": below `folder`/originals, with errors "original.…".
  SealedFiles(const std::filesystem::path& folder, std::string kind);

  std::filesystem::path path(const std::string& sha256) const;
  // Keeps a copy; of one that is there it renews the day only. Durable on return. Throws Failure
  // (disk full).
  void keep(const Vault& vault, const std::filesystem::path& file, const FileFacts& facts) const;
  void keep_bytes(const Vault& vault, std::string_view bytes, const FileFacts& facts) const;
  // Renews the day of a kept file, so that sweep() spares it; false when there is none.
  bool renew(const std::string& sha256) const;
  // Whether the kept file opens and its bytes have the hash it is named by. Errors: not_found
  // ("original.not_found"), unavailable ("original.damaged").
  Result<void> check(const Vault& vault, const std::string& sha256) const;
  // Its bytes, checked likewise. Errors: the same.
  Result<std::string> open(const Vault& vault, const std::string& sha256) const;
  // Writes its bytes to `to`. Errors: the same.
  Result<void> restore(const Vault& vault, const std::string& sha256,
                       const std::filesystem::path& to) const;
  // The wrapped keys in the files. Wrapping one again writes the file anew.
  KeyKeeper keys() const;
  // Overwrites and removes the file with its key; false when there is none.
  bool destroy(const std::string& sha256) const;
  // Destroys the files not in `known`, and what a crash left unfinished, if last kept before
  // `before`. Gives how many went.
  std::size_t sweep(const std::set<std::string>& known, Instant before) const;
  // Calls `use` with every file below the folder, whatever it is.
  void each(const std::function<void(const std::filesystem::path&)>& use) const;

 private:
  using Pieces = std::function<void(const std::function<void(std::string_view, bool last)>&)>;
  void write(const Vault& vault, const FileFacts& facts, const Pieces& pieces) const;
  Result<void> read(const Vault& vault, const std::string& sha256,
                    const std::function<void(std::string_view)>& use) const;
  Error not_found() const;
  Error damaged(const std::string& sha256) const;

  std::filesystem::path folder_;
  std::string kind_;
};

// The files that were submitted.
SealedFiles originals(const std::filesystem::path& folder);

// Overwrites and removes; false when there is no such file.
bool destroy_file(const std::filesystem::path& file);

}  // namespace credence::app
