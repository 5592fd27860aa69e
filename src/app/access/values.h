// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// The values of a record's fields as stored: a JSON array of strings in catalogue order, trailing
// empty values left off. Writing is on the intake's hot path, so it is done by hand; reading checks
// strictly.

namespace credence::app {

// Appends the JSON text to `out`. REQUIRES: every value is valid UTF-8.
void encode_values(std::span<const std::string_view> values, std::string& out);

// Inverse, padded with empty values to `count`. Errors: internal ("record.damaged") when it is not
// such an array or holds more than `count` values.
Result<std::vector<std::string>> decode_values(std::string_view json, std::size_t count);

}  // namespace credence::app
