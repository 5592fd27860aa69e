// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "app/cases/cases.h"

// What the engine's own files share.

namespace credence::app {

// A step about to be taken.
struct Cases::Move {
  const rulebook::Act* act = nullptr;
  CaseStep step;
  // Beside the act's effects: stores the row that the effect stores; null where it stores none.
  std::vector<std::function<void(store::Write&)>> stores;
  Date prepared_on;  // the day that stored rows say
};

}  // namespace credence::app
