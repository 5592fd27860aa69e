// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/intake/tabular/table.h"

// How a reading child tells its parent what it reads: frames of a kind, a size and a content, in
// the machine's own byte order, for both ends are the same program. Whoever reads frames believes
// nothing: the child may have been taken over by the file. What no reader of ours would say is
// refused.

namespace credence::app {

enum class FrameKind : std::uint32_t { opened = 1, rows, failed, end };

struct FrameHead {
  FrameKind kind = FrameKind::end;
  std::uint32_t size = 0;  // bytes of content behind the head
};

// Whole frames, head and content.
std::string opened_frame(const Table& table);
std::string rows_frame(const RowBlock& rows, std::uint64_t bytes_read);
std::string failed_frame(const Error& error);
std::string end_frame();

// Contents; nothing when they are not what a reader says.
struct OpenedTable {
  TableNotes notes;
  std::vector<std::string> header;
};
std::optional<OpenedTable> read_opened(std::string_view content);
std::optional<Error> read_failed(std::string_view content);

// The rows of one frame after another, taken out one by one.
class FrameRows {
 public:
  // False when the content is no frame of rows. REQUIRES: empty().
  bool begin(std::string content);
  bool empty() const { return left_ == 0; }
  // Moves the next row to the end of `block`; false when it is not what a reader says.
  bool take(RowBlock& block);
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  std::string content_;
  std::size_t at_ = 0;
  std::uint32_t left_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::int64_t last_number_ = 0;  // rows come in the order of their numbers
};

}  // namespace credence::app
