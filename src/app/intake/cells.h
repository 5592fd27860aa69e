// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/finding.h"
#include "base/date.h"
#include "rulebook/rulebook.h"

// One cell against its field: cleaned, put into canonical form, or found wrong.

namespace credence::app {

// Owns texts that differ from the cell they came from. Cleared per row.
class Scratch {
 public:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  void clear() { texts_.clear(); }

 private:
  std::deque<std::string> texts_;
};

// What one row is checked with. Const use is safe from many threads.
struct CellContext {
  const rulebook::RuleBook& book;
  const rulebook::Item& item;
  Date today;
};

// The canonical text of a cell: trimmed, dates as YYYY-MM-DD, codes without width and case
// differences, lists joined with ";". Placeholders such as 无 or N/A become empty in optional
// fields. What is wrong is added to `findings`; the value is then returned as it stands. Never
// repairs a code (O for 0 stays O, and is reported).
std::string_view clean_cell(const CellContext& context, int field, std::string_view cell,
                            Scratch& scratch, std::vector<Finding>& findings);

}  // namespace credence::app
