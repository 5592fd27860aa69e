// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/routes.h"

// What pages refer to and filter by: the register of laws, and divisions.

namespace credence::http {

std::vector<Route> reference_routes();

}  // namespace credence::http
