// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/routes.h"

// Lists of records as files: a table for spreadsheets, and a feed of what is published.

namespace credence::http {

std::vector<Route> record_file_routes();

}  // namespace credence::http
