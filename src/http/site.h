// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// From a request to its answer, without a socket: who may call, which route, what went wrong, what
// is cached.

namespace credence::http {

// Where work goes that would keep others waiting; false when too much waits already. Signing in has
// people of its own, so that it waits behind no upload and no upload behind it.
struct Runners {
  using Run = std::function<bool(std::function<void()>)>;
  Run long_work, sign_in;
};

// Answers on any thread.
void answer(const Services& services, Request request, const Runners& runners, const Reply& reply);

}  // namespace credence::http
