// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

// What is wrong with a row: which cell, by which rule and article, and what to do about it.

namespace credence::app {

struct Finding {
  std::string id;       // "cell.required", "rule.V2", "row.simplified"
  bool warning = false; // the row is taken all the same
  int field = -1;       // position in the item; -1: the row as a whole
  Words message;
  Words remedy;
  std::string basis;
};

inline bool refuses(const std::vector<Finding>& findings) {
  for (const auto& finding : findings) {
    if (!finding.warning) return true;
  }
  return false;
}

}  // namespace credence::app
