// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "world.h"

namespace credence::bench {

// The check at the counter: over HTTP, in bulk, the index it asks, and the same question as joins.
// REQUIRES: penalties and their subjects are stored.
void bench_checks(World& world, Platform& platform, const std::filesystem::path& folder,
                  const std::filesystem::path& work);

}  // namespace credence::bench
