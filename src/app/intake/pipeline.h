// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/intake/row_checker.h"
#include "app/intake/tabular/table.h"

// Reads a table on one thread, checks its blocks on a few others, and hands them on in file order.
// Bounded: no more than a few blocks are in memory whatever the file's size.

namespace credence::app {

// Calls `use` with each checked block, in order, on the calling thread. Skips the first `rows_done`
// rows, which an earlier run has stored. Rethrows what a thread threw, after the others have
// stopped.
void run_pipeline(Table& table, const CheckPlan& plan, std::int64_t rows_done,
                  const std::function<void(CheckedBlock)>& use);

}  // namespace credence::app
