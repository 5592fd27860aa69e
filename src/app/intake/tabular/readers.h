// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "app/intake/tabular/foreign_file.h"
#include "app/intake/tabular/table.h"

// One reader per form. Each is told that the file is of its form.

namespace credence::app {

Result<std::unique_ptr<Table>> open_csv(SharedFile file, const TableLimits& limits);
Result<std::unique_ptr<Table>> open_jsonl(SharedFile file, const TableLimits& limits);
Result<std::unique_ptr<Table>> open_xlsx(SharedFile file, const TableLimits& limits);

// By the content. Errors: those of open_table().
Result<std::unique_ptr<Table>> open_table(SharedFile file, const TableLimits& limits);

// Checks a header that was just read: trims its cells, drops empty ones at the end. Errors:
// "intake.headers_empty", "intake.columns", "intake.header_too_long".
Result<std::vector<std::string>> tidy_header(std::vector<std::string> cells,
                                             const TableLimits& limits);

}  // namespace credence::app
