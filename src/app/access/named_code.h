// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/subject.h"

namespace credence::app {

// A code with the kind it is of: said by a prefix ("passport:E1234567"), or told by its form;
// nothing when neither.
struct NamedCode {
  std::optional<domain::Scheme> scheme;
  std::string code;  // canonical
};
NamedCode named_code(std::string_view text);

}  // namespace credence::app
