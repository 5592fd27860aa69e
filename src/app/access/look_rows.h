// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "app/access/access.h"
#include "base/clock.h"
#include "store/journal.h"

// Looks on their way into the access lane: as frames of the journal, then in bulk as rows, each
// with its number in its subject's chain and its entry of the log.

namespace credence::app {

// A look but for what its place in the ledger decides (number, previous, at), as bytes.
std::string look_frame(const StoredAccess& look);
// A view of the public, counted per subject and day.
std::string view_frame(SubjectId subject);

// Enters looks and counts views, in order. Throws Failure (internal, "journal.frame"): one that
// this program did not write.
void write_looks(store::Write& write, std::span<const store::JournalFrame> frames, Random& random);

// The same for frames of a segment of the journal; those that it entered before are left out. The
// place in the segment is stored with them (table access_journal).
void move_looks(store::Write& write, const std::string& segment,
                std::span<const store::JournalFrame> frames, Random& random);

// A row of access_journal: up to where a segment was moved, and when.
struct JournalPlace {
  std::string segment;
  std::int64_t position = 0;
  Instant at;
};
// What ties such a row together, so that a changed one is found.
std::int64_t journal_sum(const JournalPlace& place);

}  // namespace credence::app
