// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "store/database.h"

// Group commit: one thread, one session, one transaction for all that is waiting.

namespace credence::store {

// What a lane does at the edges of a transaction. Called on the committer's thread only.
class LaneTransaction {
 public:
  virtual ~LaneTransaction() = default;
  // Begins; gives the group's instant, later than every instant given before in this lane.
  virtual Instant begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  virtual Session& sql() = 0;
  virtual Engine engine() const = 0;
  virtual LogWriter& log() = 0;
  // Nothing waits now.
  virtual void settle() = 0;
};

class GroupCommitter final : public Committer {
 public:
  explicit GroupCommitter(std::unique_ptr<LaneTransaction> lane);
  // Finishes what is waiting.
  ~GroupCommitter() override;

  void submit(Work work, std::function<void(std::exception_ptr)> done) override;
  std::size_t backlog() const override;
  std::uint64_t commits() const override { return commits_.load(std::memory_order_acquire); }

 private:
  struct Task {
    Work work;
    std::function<void(std::exception_ptr)> done;
  };
  void loop();
  std::vector<Task> next_group();
  // When many come at once, waits a moment for more: each group costs a flush of the disk.
  void gather(std::unique_lock<std::mutex>& lock);
  void settle_if_idle();
  void commit_group(std::vector<Task>& group);
  // Null when the tasks are durable; else nothing of them is.
  std::exception_ptr attempt(std::span<Task> tasks);

  std::unique_ptr<LaneTransaction> lane_;
  mutable std::mutex mutex_;
  std::condition_variable work_;
  std::deque<Task> waiting_;
  std::size_t running_ = 0, last_ = 0;  // works of this group, and of the one before
  bool gathering_ = false;
  bool stopping_ = false;
  std::atomic<std::uint64_t> commits_ = 0;
  std::thread thread_;
};

}  // namespace credence::store
