// SPDX-License-Identifier: Apache-2.0
#include "store/group_committer.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <future>

namespace credence::store {
namespace {

// A group of as many works tells that many callers are about; one after another never waits. With
// fewer the pause is longer than what it saves (make bench: look-up at a steady rate).
constexpr std::size_t busy_group = 8, gather_max = 128;
// A look-up's answer has five milliseconds (DESIGN 10); a group takes about one.
constexpr std::chrono::microseconds gather_time{1'000};
constexpr std::size_t group_max = 1'024;  // more would only make the first of them wait

}  // namespace

void Committer::run(Work work) {
  std::promise<void> durable;
  submit(std::move(work), [&](std::exception_ptr failed) {
    if (failed) {
      durable.set_exception(failed);
    } else {
      durable.set_value();
    }
  });
  durable.get_future().get();
}

GroupCommitter::GroupCommitter(std::unique_ptr<LaneTransaction> lane)
    : lane_(std::move(lane)), thread_([this] { loop(); }) {
  ::pthread_setname_np(thread_.native_handle(), "commit");
}

GroupCommitter::~GroupCommitter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    work_.notify_all();
  }
  thread_.join();
}

void GroupCommitter::submit(Work work, std::function<void(std::exception_ptr)> done) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back({std::move(work), std::move(done)});
  if (!gathering_ || waiting_.size() >= gather_max) work_.notify_one();
}

std::size_t GroupCommitter::backlog() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size() + running_;
}

std::vector<GroupCommitter::Task> GroupCommitter::next_group() {
  std::unique_lock lock(mutex_);
  running_ = 0;
  work_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
  gather(lock);
  const std::size_t count = std::min(waiting_.size(), group_max);
  std::vector<Task> group(
      std::move_iterator(waiting_.begin()),
      std::move_iterator(waiting_.begin() + static_cast<std::ptrdiff_t>(count)));
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
  running_ = last_ = count;
  return group;
}

void GroupCommitter::gather(std::unique_lock<std::mutex>& lock) {
  if (last_ < busy_group) return;
  gathering_ = true;
  work_.wait_for(lock, gather_time, [&] { return stopping_ || waiting_.size() >= gather_max; });
  gathering_ = false;
}

// The one catch site of the batch of writes (DESIGN 9).
std::exception_ptr GroupCommitter::attempt(std::span<Task> tasks) {
  try {
    const Instant now = lane_->begin();
    Write write{lane_->sql(), lane_->engine(), now, lane_->log()};
    for (Task& task : tasks) task.work(write);
    lane_->commit();
    commits_.fetch_add(1, std::memory_order_release);
    return nullptr;
  } catch (...) {
    auto failed = std::current_exception();
    lane_->rollback();
    return failed;
  }
}

void GroupCommitter::commit_group(std::vector<Task>& group) {
  const auto failed = attempt(group);
  if (!failed || group.size() == 1) {
    for (Task& task : group) task.done(failed);
    return;
  }
  // One of them is at fault; none of its neighbours shall be.
  for (Task& task : group) task.done(attempt(std::span(&task, 1)));
}

void GroupCommitter::loop() {
  for (;;) {
    auto group = next_group();
    if (group.empty()) return;
    commit_group(group);
    settle_if_idle();
  }
}

void GroupCommitter::settle_if_idle() {
  {
    const std::lock_guard lock(mutex_);
    if (!waiting_.empty()) return;
  }
  lane_->settle();
}

}  // namespace credence::store
