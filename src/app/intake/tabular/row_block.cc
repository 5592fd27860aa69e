// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "app/intake/tabular/table.h"

namespace credence::app {

void RowBlock::row(std::size_t i, Row& out) const {
  const std::size_t first = i == 0 ? 0 : ends_[i - 1];
  out.number = numbers_[i];
  out.cells.clear();
  out.faults.clear();
  std::size_t begin = first == 0 ? 0 : cells_[first - 1];
  for (std::size_t c = first; c < ends_[i]; ++c) {
    out.cells.emplace_back(text_.data() + begin, cells_[c] - begin);
    begin = cells_[c];
  }
  for (auto at = std::ranges::lower_bound(faults_, i, {}, &Fault::row);
       at != faults_.end() && at->row == i; ++at) {
    out.faults.push_back(at->error);
  }
}

void RowBlock::begin_row(std::int64_t number) { numbers_.push_back(number); }

void RowBlock::add_cell(std::string_view utf8) {
  text_.append(utf8);
  cells_.push_back(text_.size());
}

void RowBlock::add_fault(Error fault) {
  faults_.push_back({numbers_.size() - 1, std::move(fault)});
}

void RowBlock::end_row() { ends_.push_back(cells_.size()); }

}  // namespace credence::app
