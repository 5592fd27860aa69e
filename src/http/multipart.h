// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// multipart/form-data (RFC 7578) as browsers send it: what a form with files comes as.

namespace credence::http {

struct Part {
  std::string name;
  std::string file_name;   // of a file; empty for a field, and for a file that was not chosen
  bool is_file = false;    // a file was, or could have been, chosen
  std::string_view bytes;  // within the body it was read from
};

inline constexpr std::size_t parts_max = 400;

bool is_multipart(std::string_view content_type);
// The parts in order; they point into `body`. Errors: invalid ("http.multipart"), limit
// ("http.parts").
Result<std::vector<Part>> read_multipart(std::string_view content_type, std::string_view body);

}  // namespace credence::http
