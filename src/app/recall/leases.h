// SPDX-License-Identifier: Apache-2.0
#pragma once

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

// Subjects that the unit was shown something of, in id order after `after`. Walks the ledger.
std::vector<SubjectId> leased_subjects(store::Session& access, const std::string& unit,
                                       SubjectId after, int limit);

}  // namespace credence::app
