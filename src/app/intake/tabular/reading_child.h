// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>
#include <time.h>

#include <filesystem>
#include <memory>
#include <span>

#include "app/intake/tabular/foreign_file.h"
#include "app/intake/tabular/limits.h"

// The parent's hold on a reading child: it is started with nothing but the file and a pipe, and
// ends, without leaving anything, when this does.

namespace credence::app {

// argv[1] of the child; behind it stand bytes of address space and seconds of a processor.
inline constexpr const char* reading_child_command = "read-table";

// How a child that cannot go on ends.
inline constexpr int child_out_of_memory = 71;
inline constexpr int child_confused = 70;

class ReadingChild {
 public:
  // Errors: unavailable ("intake.sandbox_unavailable": the program cannot be started).
  static Result<std::unique_ptr<ReadingChild>> start(const std::filesystem::path& program,
                                                     const ForeignFile& file,
                                                     const SandboxLimits& limits);
  ~ReadingChild();
  ReadingChild(const ReadingChild&) = delete;
  ReadingChild& operator=(const ReadingChild&) = delete;

  // Fills `out` from the pipe. False when the child ended before, or let us wait too long.
  bool read(std::span<char> out);
  // Ends the child and says why it could not go on: "intake.sandbox".
  Error why_it_failed();
  // The same for a child that said what no reader says.
  Error not_believed();

 private:
  ReadingChild(pid_t child, int pipe, int timer, const SandboxLimits& limits);
  bool wait();
  int end();     // its status
  pid_t child_;  // 0 when it has ended
  int pipe_, timer_;
  SandboxLimits limits_;
  itimerspec patience_;  // what is left of the time for waiting
  bool waited_too_long_ = false;
};

}  // namespace credence::app
