// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

// A text file as UTF-8, piece by piece, whatever it was saved as.

namespace credence::app {

// Stands for bytes that are no text in the file's encoding.
inline constexpr std::string_view replacement = "\xEF\xBF\xBD";

class Utf8File {
 public:
  // Errors: invalid ("intake.empty", "intake.encoding"), unavailable ("file.unreadable").
  static Result<std::unique_ptr<Utf8File>> open(const std::filesystem::path& path);
  ~Utf8File();
  Utf8File(const Utf8File&) = delete;
  Utf8File& operator=(const Utf8File&) = delete;

  const std::string& encoding() const { return encoding_; }
  // Appends the next piece to `out`; false at the end. Pieces end between code points.
  bool read(std::string& out);
  std::uint64_t bytes_read() const { return bytes_read_; }  // safe from another thread

 private:
  struct Converter;
  Utf8File(std::ifstream in, std::string encoding, std::unique_ptr<Converter> converter);
  std::ifstream in_;
  std::string encoding_;
  std::unique_ptr<Converter> converter_;  // null: the file is UTF-8
  std::string rest_;                      // an unfinished code point of the last piece
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

}  // namespace credence::app
