// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/intake/tabular/foreign_file.h"
#include "app/intake/tabular/limits.h"

struct zip;
struct zip_file;

// A zip archive, read entry by entry, with a count of all that came out of it. What is wrong is
// thrown as Failure, here and in whoever reads on: it is a fault of the file as a whole.

namespace credence::app {

Error damaged_archive();
Error zip_bomb();

class Archive {
 public:
  static std::shared_ptr<Archive> open(SharedFile file, const TableLimits& limits);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

 private:
  friend class Entry;
  Archive(zip* opened, std::uint64_t allowed) : zip_(opened), allowed_(allowed) {}
  void count(std::uint64_t bytes);
  zip* zip_;
  std::uint64_t allowed_, expanded_ = 0;
};

// One entry, read front to back.
class Entry {
 public:
  static constexpr std::size_t piece_bytes = 256 * 1024;

  // What is read a second time is not counted again.
  Entry(std::shared_ptr<Archive> archive, const std::string& name, bool counted = true);
  ~Entry();
  Entry(const Entry&) = delete;
  Entry& operator=(const Entry&) = delete;

  bool exists() const { return file_ != nullptr; }
  // Appends the next piece; false at the end.
  bool read(std::string& out);
  // The share that was read, of the compressed size.
  std::uint64_t compressed_done() const;

 private:
  std::shared_ptr<Archive> archive_;
  bool counted_;
  zip_file* file_ = nullptr;
  std::uint64_t compressed_ = 0, plain_ = 0, done_ = 0;
};

}  // namespace credence::app
