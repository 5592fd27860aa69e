// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/digest.h"
#include "base/error.h"

// The files of a journal (store/journal.h): `<folder>/<instant>-<six letters>.journal`, mode 0600,
// each written by the one process that holds its lock.
//
// A segment is a line that says what it is, then groups, one behind the other. A group is a header
// of 52 bytes – payload length (4), instant (8), running hash (32), sum of the 44 bytes before (8)
// – and its payload: frames, each with its length (4) before it. Numbers are little-endian. The
// running hash is SHA-256 of the hash before, length, instant and payload; the first hash before is
// that of the segment's name. So a group that was changed, moved, doubled or taken out shows.

namespace credence::store {

inline constexpr const char* journal_name = "access.journal";  // of its folder in the data folder

// Something journaled: when, and where it ends in its segment, which no other frame of it does.
struct JournalFrame {
  std::uint64_t end = 0;
  Instant at;
  std::string bytes;
};

// One open segment, locked. Not for use by two threads at once.
class JournalSegment {
 public:
  // A new one. Throws Failure (unavailable, "journal.write").
  static std::unique_ptr<JournalSegment> create(const std::filesystem::path& folder, Instant now);
  // One that a process left behind; nothing when it is another's, or gone.
  static std::unique_ptr<JournalSegment> adopt(const std::filesystem::path& file);
  ~JournalSegment();
  JournalSegment(const JournalSegment&) = delete;
  JournalSegment& operator=(const JournalSegment&) = delete;

  const std::filesystem::path& file() const { return file_; }
  std::string name() const { return file_.stem().string(); }
  Instant begun() const { return begun_; }
  std::uint64_t size() const { return size_; }

  // Writes a group; durable on return. Gives the end of each frame. Throws Failure (unavailable,
  // "journal.write"): the segment is then cut back to what was durable and must not be written
  // again.
  std::vector<std::uint64_t> write(std::span<const std::string_view> frames, Instant at);
  // Deletes the file: all of it is elsewhere.
  void remove();

 private:
  JournalSegment(std::filesystem::path file, int handle);
  Failure cut_back();
  std::filesystem::path file_;
  int handle_ = -1;
  Instant begun_;
  std::uint64_t size_ = 0;
  Digest running_{};
};

// What a segment holds. What the last write of a killed process left unfinished ends it: nobody
// was told that it was durable.
struct JournalReading {
  std::vector<JournalFrame> frames;         // up to the damage
  std::optional<std::uint64_t> damaged_at;  // the byte where a group does not fit
};
JournalReading read_segment(const std::filesystem::path& file);

// The segments of a folder, oldest first; none when there is no such folder.
std::vector<std::filesystem::path> journal_segments(const std::filesystem::path& folder);

// Says that a segment is damaged (internal, "journal.damaged").
Failure damaged_segment(const std::filesystem::path& file, std::uint64_t at);

// Copies the segments as they are now, each up to where it is written. Throws Failure (unavailable,
// "journal.write").
void copy_segments(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace credence::store
