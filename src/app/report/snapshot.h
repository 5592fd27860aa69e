// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

// A report's JSON as it is kept: a zstd frame.

namespace credence::app {

std::string compressed_snapshot(std::string_view text);
std::optional<std::string> expanded_snapshot(std::string_view packed);  // nothing: damaged

}  // namespace credence::app
