// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/clock.h"
#include "domain/record_head.h"
#include "store/session.h"

// Heads of records (domain/record_head.h), with the marks in force on them: for the standing index
// and for whoever works out anew what it should hold.

namespace credence::store {

// Up to where facts are read: what has been appended to the log of the facts lane by then.
struct FactsPosition {
  std::uint64_t entries = 0;
  Instant known;  // of the last group committed
  bool operator==(const FactsPosition&) const = default;
};
FactsPosition facts_position(Session& sql);

// The heads of one subject, of these items, as known at an instant (end_of_time: now), in record
// order. `items`: ascending.
std::vector<domain::RecordHead> heads_of(Session& sql, SubjectId subject,
                                         std::span<const int> items, Instant known_at);

// The heads of the current versions of these items, in no order, of subjects from `first` to
// `last`: for reading with several sessions at once.
using TakeHead = std::function<void(const domain::RecordHead&)>;
void each_head(Session& sql, std::span<const int> items, SubjectId first, SubjectId last,
               const TakeHead& take);

// What changed of the heads by the entries from `from` up to, and without, `to`.
struct HeadChange {
  SubjectId subject;
  RecordKey record;
  std::optional<domain::RecordHead> head;  // as it is now; none: it is there no more
};
struct HeadChanges {
  std::vector<HeadChange> changes;
  bool erased = false;  // something was destroyed in between: which cannot be told by entries
};
HeadChanges heads_changed(Session& sql, std::span<const int> items, std::uint64_t from,
                          std::uint64_t to);

}  // namespace credence::store
