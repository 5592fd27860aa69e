// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/intake/tabular/limits.h"
#include "app/intake/tabular/table.h"

// Reading files that came from outside, in a child process that can do nothing but read them
// (docs/decisions/0008). The child is this program again, with a command of its own; it gets the
// open file and a pipe, gives up every other power, and only then looks at the first byte.

namespace credence::app {

// The program that runs now, also when its file was replaced meanwhile.
inline constexpr const char* this_program = "/proc/self/exe";

// Opens each file in a child of `program`, which is credence. Rows, notes and errors are those of
// reading here (open_table()); besides, invalid: "intake.sandbox" (the child went beyond a limit,
// or was stopped at something that reading never needs; also thrown while reading on); unavailable:
// "intake.sandbox_unavailable" (this machine has no sandbox: nothing is read). The child ends with
// its table, with this process, and with the thread that opened the table.
TableOpener reading_apart(std::filesystem::path program = this_program, SandboxLimits limits = {});

// ---- the child's side

// Gives up, for good: new privileges, all descriptors but 0 (a file to read), 1 (a pipe to write)
// and 2, memory and processor time beyond the limits, every call to the system but reading 0 at
// offsets, writing 1, closing, memory, and ending; anything else kills the process (SIGSYS).
// Errors: unavailable ("intake.sandbox_unavailable").
Result<void> enter_sandbox(const SandboxLimits& limits);

// Whether the program was started to be the child.
bool is_reading_child(int argc, const char* const* argv);
// Its whole work: reads descriptor 0, writes frames to descriptor 1. Does not return.
[[noreturn]] void be_reading_child(int argc, const char* const* argv);

}  // namespace credence::app
