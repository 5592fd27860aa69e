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
  const std::size_t row = numbers_.size() - 1;
  if (faults_.size() >= faults_per_row && faults_[faults_.size() - faults_per_row].row == row)
    return;
  faults_.push_back({row, std::move(fault)});
}

std::size_t RowBlock::bytes() const {
  constexpr std::size_t fault_bytes = 512;  // with its words
  return text_.size() + cells_.size() * sizeof(std::size_t) + faults_.size() * fault_bytes;
}

void RowBlock::end_row() { ends_.push_back(cells_.size()); }

}  // namespace credence::app
