// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/patrol/detect.h"
#include "app/patrol/expired.h"
#include "app/patrol/finding.h"
#include "app/patrol/free_text.h"

// Findings from what the detectors saw. Their ids follow from what was found, so that finding it
// again gives the same one.

namespace credence::app {

struct Asker {
  std::string id, unit, unit_name;
};

PatrolFinding finding_of(const rulebook::PatrolRule& rule, const Asker& asker,
                         const Signal& signal);
PatrolFinding finding_of(const rulebook::PatrolRule& rule, const StillShown& shown, Instant now);
PatrolFinding finding_of(const rulebook::PatrolRule& rule, const PersonalField& field);

}  // namespace credence::app
