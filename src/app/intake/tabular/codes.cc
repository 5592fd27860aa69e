// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/codes.h"

#include "base/text.h"

namespace credence::app {

std::vector<std::string> codes_in(Table& table) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < table.header().size(); ++i) {
    if (contains(table.header()[i], "代码") || table.header()[i] == "code") column = i;
  }
  std::vector<std::string> codes;
  Row row;
  for (RowBlock block; table.next_block(block, 4'096); block = RowBlock()) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      block.row(i, row);
      if (column < row.cells.size() && !trim(row.cells[column]).empty())
        codes.emplace_back(trim(row.cells[column]));
    }
  }
  return codes;
}

}  // namespace credence::app
