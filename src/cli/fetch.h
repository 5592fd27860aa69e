// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/witness/witness.h"

namespace credence::cli {

// Over HTTP and HTTPS with libcurl: no redirects, at most 30 seconds and 16 MiB. Not for use by two
// threads at once.
app::Fetch web_fetch();

}  // namespace credence::cli
