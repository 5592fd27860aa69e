// SPDX-License-Identifier: Apache-2.0
#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace credence {

void ensure(bool condition, const char* what, std::source_location where) {
  if (condition) [[likely]]
    return;
  std::fprintf(stderr, "%s:%u: %s: %s\n", where.file_name(), static_cast<unsigned>(where.line()),
               where.function_name(), what);
  std::abort();
}

}  // namespace credence
