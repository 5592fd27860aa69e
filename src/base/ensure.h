// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <source_location>

// The third kind of wrong: we wrote it wrong. On in every build.

namespace credence {

// Prints the place and `what` to standard error and aborts when `condition` is false.
void ensure(bool condition, const char* what = "invariant broken",
            std::source_location where = std::source_location::current());

}  // namespace credence
