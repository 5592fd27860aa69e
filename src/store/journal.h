// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "store/journal_segment.h"

// The journal before the access lane (docs/decisions/0009-access-journal.md): what must be durable
// before an answer leaves is appended to a file, which costs one write and one flush for all that
// is waiting, and is moved to the database in bulk a moment later.
//
//   append → written with what else waits, flushed → done → kept in memory → moved → forgotten
//
// 1. What `done` was told of is in the journal, or in the database, or both.
// 2. Frames are moved in the order in which they were written.
// 3. While moving fails nothing more is taken, and what was taken stays in the files.

namespace credence::store {

// Thread safe.
class Journal {
 public:
  // Puts frames of one segment, in order, where they belong; durable on return. After a crash it is
  // given frames again that it had moved, and must tell that by segment and end, in the same
  // transaction. Throws when it cannot; it is then asked again.
  using Move =
      std::function<void(const std::string& segment, std::span<const JournalFrame> frames)>;
  using Done = std::function<void(std::exception_ptr)>;

  // Nothing is read or written before begin().
  Journal(std::filesystem::path folder, const Clock& clock);
  ~Journal();

  // Moves what processes that are gone left behind, then takes frames. Throws Failure: a segment is
  // damaged (internal, "journal.damaged"; what stands before the damage was moved), or what `move`
  // throws. REQUIRES: what `move` uses lives until end().
  void begin(Move move);
  // Moves the rest and takes no more; what cannot be moved stays in the folder for the next
  // begin().
  void end();

  // Calls `done` when the frames are durable together (null), or are not (the exception); on the
  // journal's thread, or at once on the caller's when nothing is taken. All frames of one call have
  // one instant, later than those of calls before. Waits while too much was not yet moved.
  // REQUIRES: between begin() and end().
  void append(std::vector<std::string> frames, Done done);
  // Waits until what was appended before this call is moved; throws when moving fails. Does nothing
  // outside begin() and end().
  void settle();
  // Durable frames that are not moved yet.
  std::size_t unmoved() const;

 private:
  class Work;
  std::filesystem::path folder_;
  const Clock& clock_;
  std::unique_ptr<Work> work_;
};

}  // namespace credence::store
