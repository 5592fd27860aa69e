// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cases/hooks.h"

namespace credence::cli {

// What the case engine asks of other capabilities, bound here and nowhere else.
app::CaseHooks case_hooks();

}  // namespace credence::cli
