// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/access/audit.h"
#include "app/access/secret_box.h"
#include "rulebook/rulebook.h"

namespace credence::app {

// For fsck: every step of every case against the log, steps without a gap, and where each case is
// said to stand against what follows from its steps when they are replayed.
void audit_cases(Audit& audit, const rulebook::RuleBook& book, const SecretBox& box);

}  // namespace credence::app
