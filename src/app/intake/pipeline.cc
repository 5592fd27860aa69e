// SPDX-License-Identifier: Apache-2.0
#include "app/intake/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

namespace credence::app {
namespace {

constexpr std::size_t block_rows = 2'048;    // about 1.5 MB of a penalty file
constexpr std::size_t blocks_in_flight = 8;  // read, being checked, or waiting for an earlier one
constexpr unsigned checkers_max = 4;         // the store cannot follow more than this anyway

// What the threads share. Blocks are numbered in file order.
class Exchange {
 public:
  // Reader: waits until there is room. False: stop.
  bool offer(std::size_t number, RowBlock block) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return failed_ || number < next_ + blocks_in_flight; });
    if (failed_) return false;
    unchecked_.emplace(number, std::move(block));
    work_.notify_one();
    return true;
  }
  void end(std::size_t count) {
    const std::lock_guard lock(mutex_);
    count_ = count;
    work_.notify_all();
    done_.notify_all();
  }

  // Checker: the lowest block not yet taken; nothing at the end.
  std::optional<std::pair<std::size_t, RowBlock>> take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return failed_ || !unchecked_.empty() || count_; });
    if (failed_ || unchecked_.empty()) return std::nullopt;
    auto node = unchecked_.extract(unchecked_.begin());
    return std::pair(node.key(), std::move(node.mapped()));
  }
  void give(std::size_t number, CheckedBlock block) {
    const std::lock_guard lock(mutex_);
    checked_.emplace(number, std::move(block));
    done_.notify_one();
  }

  // Consumer: the next block in order; nothing at the end. Rethrows a thread's failure.
  std::optional<CheckedBlock> next() {
    std::unique_lock lock(mutex_);
    done_.wait(lock,
               [&] { return failed_ || checked_.contains(next_) || (count_ && next_ == *count_); });
    if (failed_) std::rethrow_exception(failed_);
    if (count_ && next_ == *count_) return std::nullopt;
    auto node = checked_.extract(next_++);
    room_.notify_one();
    return std::move(node.mapped());
  }

  void fail(std::exception_ptr why) {
    const std::lock_guard lock(mutex_);
    if (!failed_) failed_ = std::move(why);
    room_.notify_all();
    work_.notify_all();
    done_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_, work_, done_;
  std::map<std::size_t, RowBlock> unchecked_;
  std::map<std::size_t, CheckedBlock> checked_;
  std::size_t next_ = 0;
  std::optional<std::size_t> count_;
  std::exception_ptr failed_;
};

// Stops the threads when the consumer leaves early.
class StopOnExit {
 public:
  explicit StopOnExit(Exchange& exchange) : exchange_(exchange) {}
  ~StopOnExit() { exchange_.fail(std::make_exception_ptr(std::runtime_error("intake stopped"))); }

 private:
  Exchange& exchange_;
};

// The one catch of a background job in intake: it carries the failure to the thread that waits for
// it.
template <class Work>
std::thread carrying(Exchange& exchange, Work work) {
  return std::thread([&exchange, work = std::move(work)] {
    try {
      work();
    } catch (...) {
      exchange.fail(std::current_exception());
    }
  });
}

void read_blocks(Table& table, std::int64_t rows_done, Exchange& exchange) {
  std::size_t count = 0;
  std::int64_t to_skip = rows_done;
  while (to_skip > 0) {
    RowBlock block;
    const auto rows = static_cast<std::size_t>(std::min<std::int64_t>(to_skip, block_rows));
    if (!table.next_block(block, rows)) break;
    to_skip -= static_cast<std::int64_t>(block.size());
  }
  for (RowBlock block; table.next_block(block, block_rows); block = RowBlock()) {
    if (!exchange.offer(count, std::move(block))) return;
    ++count;
  }
  exchange.end(count);
}

void check_blocks(const CheckPlan& plan, Exchange& exchange) {
  RowChecker checker(plan);
  while (auto work = exchange.take()) {
    exchange.give(work->first, checker.check(std::move(work->second)));
  }
}

unsigned checker_count() {
  const unsigned cores = std::thread::hardware_concurrency();
  return std::clamp(cores == 0 ? 1U : cores, 1U, checkers_max);
}

}  // namespace

void run_pipeline(Table& table, const CheckPlan& plan, std::int64_t rows_done,
                  const std::function<void(CheckedBlock)>& use) {
  Exchange exchange;
  std::vector<std::thread> threads;
  // Joined before the exchange goes, whichever way we leave.
  struct Join {
    std::vector<std::thread>& threads;
    ~Join() {
      for (auto& thread : threads) thread.join();
    }
  } join{threads};
  const StopOnExit stop(exchange);
  threads.push_back(carrying(exchange, [&] { read_blocks(table, rows_done, exchange); }));
  for (unsigned i = 0; i < checker_count(); ++i) {
    threads.push_back(carrying(exchange, [&] { check_blocks(plan, exchange); }));
  }
  while (auto block = exchange.next()) use(std::move(*block));
}

}  // namespace credence::app
