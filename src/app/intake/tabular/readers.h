// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "app/intake/tabular/table.h"

// One reader per form. Each is told that the file is of its form.

namespace credence::app {

Result<std::unique_ptr<Table>> open_csv(const std::filesystem::path& path,
                                        const TableLimits& limits);
Result<std::unique_ptr<Table>> open_jsonl(const std::filesystem::path& path,
                                          const TableLimits& limits);
Result<std::unique_ptr<Table>> open_xlsx(const std::filesystem::path& path,
                                         const TableLimits& limits);

// Checks a header that was just read: trims its cells, drops empty ones at the end. Errors:
// "intake.headers_empty", "intake.columns".
Result<std::vector<std::string>> tidy_header(std::vector<std::string> cells,
                                             const TableLimits& limits);

}  // namespace credence::app
