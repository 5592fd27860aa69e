// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "http/routes.h"

// What a monitor reads at /metrics, in the Prometheus text format. Thread safe.

namespace credence::http {

// One request served.
void count_request(std::string_view pattern, int status, double seconds);
std::string metrics_text(const Services& services);

}  // namespace credence::http
