// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/routes.h"

// Counts that name nobody: of records, of submissions, of looks.

namespace credence::http {

std::vector<Route> statistics_routes();

}  // namespace credence::http
