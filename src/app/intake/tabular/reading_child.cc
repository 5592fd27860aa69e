// SPDX-License-Identifier: Apache-2.0
#include "app/intake/tabular/reading_child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <utility>

#include "app/intake/tabular/faults.h"

namespace credence::app {
namespace {

constexpr int pipe_bytes = 1 << 20;  // the most an ordinary user may have

Error cannot_start() {
  return file_error(
      "sandbox_unavailable",
      {"读取文件的子进程无法启动。", "The process that reads files cannot be started."},
      {"请稍后再试；持续出现时请维护者检查内存和进程数上限。",
       "Try again later; if it lasts, let the operator check memory and the limit of "
       "processes."},
      ErrorCode::unavailable);
}

Error stopped(std::string zh, std::string en, Words remedy) {
  return file_error("sandbox",
                    {"读取该文件时" + zh + "，已停止；平台未受影响。",
                     "Reading the file was stopped: " + en + ". The platform is unharmed."},
                    std::move(remedy));
}

Error too_much_memory(const SandboxLimits& limits) {
  const std::string mib = std::to_string(limits.address_space_bytes >> 20);
  return stopped("所需内存超过 " + mib + " MiB", "it needs more than " + mib + " MiB of memory",
                 {"请把文件拆成几份，或改用 CSV 报送。", "Split the file, or send it as CSV."});
}

Error too_much_time(const std::string& seconds, const char* zh, const char* en) {
  return stopped("超过 " + seconds + " 秒" + zh, "it took more than " + seconds + " s" + en,
                 {"请把文件拆成几份，或改用 CSV 报送。", "Split the file, or send it as CSV."});
}

Error suspicious(const char* zh, const char* en) {
  return stopped(zh, en,
                 {"请核对文件来源，从原系统重新导出再报送；仍然如此请联系平台维护者。",
                  "Check where the file comes from, export it again and send that; if it happens "
                  "again, tell the platform's maintainers."});
}

Error reason(int status, const SandboxLimits& limits) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == child_out_of_memory)
    return too_much_memory(limits);
  if (!WIFSIGNALED(status)) return suspicious("读取程序中断", "the reader broke off");
  switch (WTERMSIG(status)) {
    case SIGXCPU:
      return too_much_time(std::to_string(limits.processor_seconds), "处理器时间",
                           " of a processor");
    case SIGSYS:
      return suspicious("读取程序试图进行不允许的操作",
                        "the reader attempted what reading never needs");
    case SIGKILL:
      return stopped("读取程序被系统终止（内存不足或处理器时间用尽）",
                     "the system ended the reader (out of memory or of processor time)",
                     {"请稍后再试，或把文件拆成几份。", "Try again later, or split the file."});
    default:
      return suspicious("读取程序崩溃", "the reader crashed");
  }
}

// Standard input, output and errors keep their places whatever descriptors the process has free.
int above_standard(int descriptor) {
  if (descriptor < 0 || descriptor > STDERR_FILENO) return descriptor;
  const int higher = ::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  ::close(descriptor);
  return higher;
}

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    read = above_standard(ends[0]);
    write = above_standard(ends[1]);
    ::fcntl(read, F_SETPIPE_SZ, pipe_bytes);
    ::fcntl(read, F_SETFL, O_NONBLOCK);
  }
  ~Pipe() {
    if (read >= 0) ::close(read);
    if (write >= 0) ::close(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  bool good() const { return read >= 0 && write >= 0; }
  int read = -1, write = -1;
};

// Nothing of this process goes along: no descriptors, no environment, no blocked or ignored
// signals; a process group of its own, so that a terminal's interrupt is the parent's to answer.
class Spawning {
 public:
  Spawning(int file, int pipe) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    posix_spawn_file_actions_adddup2(&actions_, file, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, pipe, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~Spawning() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  Spawning(const Spawning&) = delete;
  Spawning& operator=(const Spawning&) = delete;

  // The child; 0 when there is none.
  pid_t start(const std::filesystem::path& program, const SandboxLimits& limits) const {
    std::string name = "credence", command = reading_child_command,
                memory = std::to_string(limits.address_space_bytes),
                time = std::to_string(limits.processor_seconds);
    std::array<char*, 5> arguments = {name.data(), command.data(), memory.data(), time.data(),
                                      nullptr};
    std::array<char*, 1> environment = {nullptr};
    pid_t child = 0;
    const int fault = ::posix_spawn(&child, program.c_str(), &actions_, &attributes_,
                                    arguments.data(), environment.data());
    return fault == 0 ? child : 0;
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

itimerspec in_seconds(std::uint64_t seconds) {
  itimerspec when{};
  when.it_value.tv_sec = static_cast<time_t>(seconds);
  return when;
}

}  // namespace

Result<std::unique_ptr<ReadingChild>> ReadingChild::start(const std::filesystem::path& program,
                                                          const ForeignFile& file,
                                                          const SandboxLimits& limits) {
  Pipe pipe;
  if (!pipe.good()) return cannot_start();
  const int source = ::fcntl(file.descriptor(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int timer = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
  const pid_t child =
      source < 0 || timer < 0 ? 0 : Spawning(source, pipe.write).start(program, limits);
  if (source >= 0) ::close(source);
  if (child == 0) {
    if (timer >= 0) ::close(timer);
    return cannot_start();
  }
  return std::unique_ptr<ReadingChild>(
      new ReadingChild(child, std::exchange(pipe.read, -1), timer, limits));
}

ReadingChild::ReadingChild(pid_t child, int pipe, int timer, const SandboxLimits& limits)
    : child_(child),
      pipe_(pipe),
      timer_(timer),
      limits_(limits),
      patience_(in_seconds(limits.waiting_seconds)) {}

ReadingChild::~ReadingChild() {
  end();
  ::close(pipe_);
  ::close(timer_);
}

bool ReadingChild::read(std::span<char> out) {
  while (!out.empty()) {
    const auto got = ::read(pipe_, out.data(), out.size());
    if (got > 0) {
      out = out.subspan(static_cast<std::size_t>(got));
      continue;
    }
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) return false;
    if (!wait()) return false;
  }
  return true;
}

// Waits until there is something in the pipe, or its end; false when the time for all waiting is
// used up. The timer runs only while we wait: a child is not blamed for a slow parent.
bool ReadingChild::wait() {
  constexpr itimerspec stopped_timer{};
  std::array<pollfd, 2> either = {{{pipe_, POLLIN, 0}, {timer_, POLLIN, 0}}};
  ::timerfd_settime(timer_, 0, &patience_, nullptr);
  ::poll(either.data(), either.size(), -1);
  ::timerfd_settime(timer_, 0, &stopped_timer, &patience_);
  waited_too_long_ = patience_.it_value.tv_sec == 0 && patience_.it_value.tv_nsec == 0;
  return !waited_too_long_;
}

Error ReadingChild::why_it_failed() {
  const int status = end();
  if (!waited_too_long_) return reason(status, limits_);
  return too_much_time(std::to_string(limits_.waiting_seconds), "仍无结果", " without a result");
}

Error ReadingChild::not_believed() {
  end();
  return suspicious("读取程序的答复不合约定", "the reader said what no reader says");
}

// A child that ended by itself keeps its status: what closes its pipe comes after that.
int ReadingChild::end() {
  if (child_ == 0) return 0;
  ::kill(child_, SIGKILL);
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = 0;
  return status;
}

}  // namespace credence::app
