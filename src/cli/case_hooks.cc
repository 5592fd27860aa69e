// SPDX-License-Identifier: Apache-2.0
#include "cli/case_hooks.h"

namespace credence::cli {

app::CaseHooks case_hooks() { return {}; }

}  // namespace credence::cli
