// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "store/session.h"

// Who was lent what, from the access ledger (the access lane).

namespace credence::app {

// Units that keep what they are given and pass it on: banks, agencies, other platforms.
std::set<std::string> downstream_units(store::Session& access);

// Those of `units` that were shown something of `item` of the subject since `since`, each once.
std::vector<std::string> lessees(store::Session& access, SubjectId subject, const std::string& item,
                                 Instant since, const std::set<std::string>& units);

// Subjects that any of `units` was shown something of, in id order. One walk along the ledger, a
// page at a time.
struct LeasedPage {
  std::vector<SubjectId> subjects;
  std::optional<SubjectId> next;  // where the next page goes on; none at the end
};
LeasedPage leased_subjects(store::Session& access, const std::set<std::string>& units,
                           SubjectId after, int limit);

}  // namespace credence::app
