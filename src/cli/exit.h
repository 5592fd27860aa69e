// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

namespace credence::cli {

// Exit codes, after sysexits where it has one; documented in the README.
int exit_code(ErrorCode code);

}  // namespace credence::cli
