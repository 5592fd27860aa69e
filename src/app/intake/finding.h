// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

// What is wrong with a row: which cell, by which rule and article, and what to do about it.

namespace credence::app {

struct Finding {
  std::string id;        // "cell.required", "rule.V2", "row.simplified"
  bool warning = false;  // the row is taken all the same
  int field = -1;        // position in the item; -1: the row as a whole
  Words message;
  Words remedy;
  std::string basis;
};

// What a finding id means in general, for the totals of a receipt. REQUIRES: the id is one of ours;
// checks of the item ("rule.…") are told by the item itself.
struct FindingKind {
  Words message;
  std::string basis;
  bool warning = false;
};
FindingKind finding_kind(std::string_view id);

inline bool refuses(const std::vector<Finding>& findings) {
  for (const auto& finding : findings) {
    if (!finding.warning) return true;
  }
  return false;
}

}  // namespace credence::app
