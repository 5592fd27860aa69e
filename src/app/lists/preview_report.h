// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "app/lists/preview.h"

// Writes a preview from changes and what is known of their subjects: pure.

namespace credence::app {

// A change with the records of its subject.
struct KnownChange {
  SubjectChange change;
  std::span<const domain::RecordHead> heads;
};

// Fills totals, groups, rules, the surprising and, up to `limit`, the subjects. `changes`: by
// subject.
void tell(const Compared& compared, std::span<const KnownChange> changes,
          const FactsBySubject& facts, std::size_t limit, Preview& preview);

}  // namespace credence::app
