// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/intake/tabular/table.h"

namespace credence::app {

// The codes in a table that somebody made to ask about them: of the last column whose header names a
// code (代码, code), else of the first column; empty cells are left out. Reads to the end.
std::vector<std::string> codes_in(Table& table);

}  // namespace credence::app
