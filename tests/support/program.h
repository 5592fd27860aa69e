// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

// The program itself, for tests that start it: it is built beside them.

namespace credence::testing {

inline std::filesystem::path credence_program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "credence";
}

}  // namespace credence::testing
