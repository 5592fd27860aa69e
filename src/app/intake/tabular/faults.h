// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

// What can be wrong with a row as a row, whatever the form of its file, and with a file as a file.

namespace credence::app {

Error ragged_fault(std::size_t cells, std::size_t columns);
Error unclosed_quote_fault();
Error misplaced_quote_fault();
Error nul_fault();
Error long_cell_fault(std::size_t limit);
Error encoding_fault();
Error formula_fault(const std::string& address);
Error merged_fault();
Error damaged_number_fault(const std::string& address);
Error cell_error_fault(const std::string& address, const std::string& value);
Error json_fault();
Error nested_fault(const std::string& key);
Error unknown_key_fault(const std::string& key);
Error doubled_key_fault(const std::string& key);

// Adds a fault to those of one row, unless there are enough.
void add_fault(std::vector<Error>& faults, Error fault);

// For the file as a whole: "intake.<id>".
Error file_error(const std::string& id, Words message, Words remedy,
                 ErrorCode code = ErrorCode::invalid);

}  // namespace credence::app
