// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/sandbox.h"

#include <linux/close_range.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include "app/intake/tabular/encoding.h"
#include "app/intake/tabular/faults.h"
#include "app/intake/tabular/frames.h"
#include "app/intake/tabular/readers.h"
#include "app/intake/tabular/reading_child.h"

namespace credence::app {
namespace {

constexpr std::size_t frame_rows = 512;  // about 0.4 MB of a penalty file: two fit into the pipe

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool address_space_limited = false;  // their shadows take terabytes of it
#else
constexpr bool address_space_limited = true;
#endif

Error no_sandbox() {
  return file_error(
      "sandbox_unavailable",
      {"本机不能设立读取文件的沙箱（seccomp），因此不读取上传的文件。",
       "This machine offers no sandbox (seccomp) to read files in, so an uploaded file is not "
       "read."},
      {"请维护者允许 seccomp；或在服务器上用 credence ingest 报送。",
       "Let the operator allow seccomp, or take the file in with credence ingest on the server."},
      ErrorCode::unavailable);
}

bool limit(__rlimit_resource_t what, rlim_t soft, rlim_t hard) {
  const rlimit wanted{soft, hard};
  return ::setrlimit(what, &wanted) == 0;
}

bool limit_resources(const SandboxLimits& limits) {
  return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NPROC, 0, 0) &&
         limit(RLIMIT_NOFILE, 0, 0) &&
         // The soft limit says why (SIGXCPU); the hard one ends a child that does not listen.
         limit(RLIMIT_CPU, limits.processor_seconds, limits.processor_seconds + 1) &&
         (!address_space_limited ||
          limit(RLIMIT_AS, limits.address_space_bytes, limits.address_space_bytes));
}

// What reading needs of the system, and nothing else. Descriptors are named, so that a third one
// would be of no use; memory is private and never becomes code.
bool filter_calls() {
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(
      seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
  if (!filter) return false;
  const auto allow = [&](int call, auto... conditions) {
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions),
                            conditions...) == 0;
  };
  const bool complete =
      allow(SCMP_SYS(pread64), SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO)) &&
      allow(SCMP_SYS(write), SCMP_A0(SCMP_CMP_EQ, STDOUT_FILENO)) &&
      allow(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
            SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)) &&
      allow(SCMP_SYS(close)) && allow(SCMP_SYS(munmap)) && allow(SCMP_SYS(mremap)) &&
      allow(SCMP_SYS(brk)) && allow(SCMP_SYS(madvise)) && allow(SCMP_SYS(futex)) &&
      allow(SCMP_SYS(clock_gettime)) && allow(SCMP_SYS(rt_sigreturn)) &&
      allow(SCMP_SYS(restart_syscall)) && allow(SCMP_SYS(exit)) && allow(SCMP_SYS(exit_group));
  return complete && seccomp_load(filter.get()) == 0;
}

// What the libraries would otherwise look for later, in files: time zones (libzip tells the time of
// an entry), conversions (ICU).
void prepare_libraries() {
  ::setenv("TZ", "UTC0", 1);
  ::tzset();
  Utf8File::prepare();
}

void send(std::string_view frame) {
  while (!frame.empty()) {
    const auto done = ::write(STDOUT_FILENO, frame.data(), frame.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) std::_Exit(0);  // nobody listens any more
    frame.remove_prefix(static_cast<std::size_t>(done));
  }
}

// The rows before a fault of the file count, as they do when it is read here.
bool send_rows(Table& table) {
  RowBlock block;
  bool any = false;
  try {
    any = table.next_block(block, frame_rows);
  } catch (const Failure&) {
    if (block.size() > 0) send(rows_frame(block, table.bytes_read()));
    throw;
  }
  if (any) send(rows_frame(block, table.bytes_read()));
  return any;
}

void send_table(Table& table) {
  send(opened_frame(table));
  while (send_rows(table)) {
  }
  send(end_frame());
}

void read_for_parent(const SandboxLimits& limits) {
  auto file = ForeignFile::adopt(STDIN_FILENO);
  if (!file) return send(failed_frame(file.error()));
  prepare_libraries();
  const auto inside = enter_sandbox(limits);
  if (!inside) return send(failed_frame(inside.error()));
  auto table = open_table(std::move(*file), TableLimits());
  table ? send_table(**table) : send(failed_frame(table.error()));
}

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Result<void> enter_sandbox(const SandboxLimits& limits) {
  const bool inside = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                      ::close_range(STDERR_FILENO + 1, ~0U, 0) == 0 && limit_resources(limits) &&
                      filter_calls();
  if (!inside) return no_sandbox();
  return {};
}

bool is_reading_child(int argc, const char* const* argv) {
  return argc == 4 && std::string_view(argv[1]) == reading_child_command;
}

// The catch site of the child: what ends the reading is told to the parent, if only by how the
// child ends. Aborting would be a forbidden call.
void be_reading_child(int, const char* const* argv) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  SandboxLimits limits;
  limits.address_space_bytes = number(argv[2]);
  limits.processor_seconds = number(argv[3]);
  std::set_new_handler([] { std::_Exit(child_out_of_memory); });
  std::set_terminate([] { std::_Exit(child_confused); });
  try {
    read_for_parent(limits);
  } catch (const Failure& failure) {
    send(failed_frame(failure.error()));
  } catch (const std::bad_alloc&) {  // a library's own
    std::_Exit(child_out_of_memory);
  }
  std::_Exit(0);
}

}  // namespace credence::app
