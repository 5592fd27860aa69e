// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "rulebook/rulebook.h"

// Which column of a file holds which field of the item: by Chinese header, field code or alias, in
// any order, in the item's own layout or an older one.

namespace credence::app {

struct ColumnMap {
  std::vector<int> field_of_column;  // position in Item::fields, or -1: the column is not ours
  std::string layout;                // "" is the item's own
  const rulebook::Layout* translation = nullptr;  // values and constants of an older layout
  std::vector<std::string> ignored;               // headers we have no field for
};

// Errors: forbidden ("intake.denied_field", SD-2020 art. 42), invalid ("intake.headers_doubled",
// "intake.headers_missing", "intake.headers_unknown").
Result<ColumnMap> map_columns(const rulebook::RuleBook& book, const rulebook::Item& item,
                              const std::vector<std::string>& header);

}  // namespace credence::app
