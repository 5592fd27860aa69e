// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// From a request to its answer, without a socket: who may call, which route, what went wrong, what
// is cached.

namespace credence::http {

// Answers on any thread. `run_long` takes work that would keep others waiting; false when too much
// waits already.
void answer(const Services& services, Request request,
            const std::function<bool(std::function<void()>)>& run_long, const Reply& reply);

}  // namespace credence::http
