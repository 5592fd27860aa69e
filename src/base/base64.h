// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

// Standard Base 64 (RFC 4648 section 4), with padding, without line ends. Thread safe.

namespace credence {

std::string to_base64(std::string_view bytes);
// Nothing unless `text` is exactly what to_base64 would write.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace credence
