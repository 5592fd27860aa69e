// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

namespace credence::app {

// forbidden ("access.other_subject"): the permit opens another subject's file only.
Error other_subject();

}  // namespace credence::app
