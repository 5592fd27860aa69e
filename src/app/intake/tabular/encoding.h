// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/intake/tabular/foreign_file.h"
#include "base/result.h"

// A text file as UTF-8, piece by piece, whatever it was saved as.

namespace credence::app {

// Stands for bytes that are no text in the file's encoding.
inline constexpr std::string_view replacement = "\xEF\xBF\xBD";

// `bytes` with what is no UTF-8 replaced.
std::string repaired(std::string_view bytes);
bool is_utf8(std::string_view bytes);  // as simdjson sees it: fast

class Utf8File {
 public:
  // Errors: invalid ("intake.empty", "intake.encoding").
  static Result<std::unique_ptr<Utf8File>> open(SharedFile file);
  // Loads what conversions need from the system, so that none is loaded later.
  static void prepare();
  ~Utf8File();
  Utf8File(const Utf8File&) = delete;
  Utf8File& operator=(const Utf8File&) = delete;

  const std::string& encoding() const { return encoding_; }
  // Appends the next piece to `out`; false at the end. Pieces end between code points.
  bool read(std::string& out);
  std::uint64_t bytes_read() const { return bytes_read_; }  // safe from another thread

 private:
  struct Converter;
  Utf8File(SharedFile file, std::uint64_t at, std::string encoding,
           std::unique_ptr<Converter> converter);
  SharedFile file_;
  std::uint64_t at_;
  std::string encoding_;
  std::unique_ptr<Converter> converter_;  // null: the file is UTF-8
  std::string rest_;                      // an unfinished code point of the last piece
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

}  // namespace credence::app
