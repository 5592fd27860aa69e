// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/routes.h"

// Use and effect of measures, for whoever supervises, the credit centre and auditors.

namespace credence::http {

std::vector<Route> measure_use_routes();

}  // namespace credence::http
