// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <utility>

#include "wire/json.h"

// How far an audit is, and the way to end it early, for others than the thread it runs on.

namespace credence::app {

struct AuditProgress {
  int step = 0, steps = 0;
  Words doing;                             // of the step
  std::int64_t compared = 0, entries = 0;  // entries of the logs compared so far, and in all
};
BOOST_DESCRIBE_STRUCT(AuditProgress, (), (step, steps, doing, compared, entries))

// Thread safe.
class AuditWatch {
 public:
  struct Stopped {};

  // For the audit. begin() and compared() throw Stopped after stop().
  void begin(int step, int steps, Words doing) {
    check();
    const std::lock_guard lock(mutex_);
    step_ = step;
    steps_ = steps;
    doing_ = std::move(doing);
  }
  void expect_entries(std::uint64_t more) { entries_ += static_cast<std::int64_t>(more); }
  void compared() {
    check();
    compared_.fetch_add(1, std::memory_order_relaxed);
  }

  void stop() { stopped_ = true; }
  AuditProgress progress() const {
    const std::lock_guard lock(mutex_);
    return {step_, steps_, doing_, compared_, entries_};
  }

 private:
  void check() const {
    if (stopped_.load(std::memory_order_relaxed)) throw Stopped{};
  }
  mutable std::mutex mutex_;
  int step_ = 0, steps_ = 0;
  Words doing_;
  std::atomic<std::int64_t> compared_ = 0, entries_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace credence::app
