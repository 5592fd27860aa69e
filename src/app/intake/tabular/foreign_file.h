// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

// A file that somebody else made, opened once and read at offsets: reading it needs no other call
// to the system, so that it can be read in a sandbox.

namespace credence::app {

class ForeignFile {
 public:
  // Errors: unavailable ("file.unreadable": missing, not to be read, no plain file).
  static Result<std::shared_ptr<const ForeignFile>> open(const std::filesystem::path& path);
  // Takes over a descriptor of a plain file. Errors: as above.
  static Result<std::shared_ptr<const ForeignFile>> adopt(int descriptor);
  ~ForeignFile();
  ForeignFile(const ForeignFile&) = delete;
  ForeignFile& operator=(const ForeignFile&) = delete;

  std::uint64_t size() const { return size_; }
  int descriptor() const { return descriptor_; }
  // Bytes put into `out`, fewer than it holds only at the end; -1 when the disk refuses.
  std::int64_t read_at(std::uint64_t offset, std::span<char> out) const noexcept;
  // The same as a string. Throws Failure ("file.unreadable").
  std::string piece(std::uint64_t offset, std::size_t size) const;

 private:
  ForeignFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  int descriptor_;
  std::uint64_t size_;
};

using SharedFile = std::shared_ptr<const ForeignFile>;

}  // namespace credence::app
