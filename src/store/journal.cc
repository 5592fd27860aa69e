// SPDX-License-Identifier: Apache-2.0
#include "store/journal.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "base/ensure.h"
#include "store/engines.h"

namespace credence::store {
namespace {

using namespace std::chrono_literals;

// As in group_committer.cc: a group of as many tells that many callers are about. A flush takes
// some 70 µs of processor time, more than all else of an entry, so under load many share one.
constexpr std::size_t busy_group = 8, gather_max = 128, group_max = 1'024;
constexpr auto gather_time = 2ms;  // an answer has five (DESIGN 10)
// A bulk begins with so many frames, or after so long; a longer bulk would make sign-ins wait.
constexpr std::size_t bulk_begins = 1'024, bulk_max = 2'048;
constexpr auto bulk_time = 200ms, retry_time = 1'000ms;
// A segment is deleted as a whole, when all of it is moved and another has begun.
constexpr std::uint64_t segment_max = 64U << 20U;
constexpr std::int64_t segment_time = 3'600'000'000;  // microseconds
// What waits in memory, in bytes; a frame counts a little more than its text.
constexpr std::size_t unmoved_max = 64U << 20U, frame_overhead = 96;

std::size_t weight(const JournalFrame& frame) { return frame.bytes.size() + frame_overhead; }

Failure stuck(const std::exception_ptr& reason) {
  std::string why;
  try {  // to tell it; the one way to look into an exception_ptr
    std::rethrow_exception(reason);
  } catch (const std::exception& wrong) {
    why = wrong.what();
  }
  return Failure(make_error(
      ErrorCode::unavailable, "journal.stuck",
      {"查询记录暂不能写入台账，已留痕的不会丢失；恢复之前不作答复。原因：" + why,
       "Looks cannot be entered in the ledger now. None that left a trace is lost; until it works "
       "again there are no answers. Reason: " +
           why},
      {"请检查数据库是否运行、磁盘是否已满。",
       "Check that the database runs and the disk has room."},
      "SD-2020/36"));
}

}  // namespace

// Between begin() and end(): one thread that writes, one that moves.
class Journal::Work {
 public:
  Work(const std::filesystem::path& folder, const Clock& clock, Move move)
      : folder_(folder), clock_(clock), move_(std::move(move)) {
    adopt();
    writer_ = std::thread([this] { write_loop(); });
    mover_ = std::thread([this] { move_loop(); });
    ::pthread_setname_np(writer_.native_handle(), "journal");
    ::pthread_setname_np(mover_.native_handle(), "journal-move");
  }
  ~Work() {
    stop(writing_stops_, work_);
    writer_.join();
    stop(moving_stops_, moving_);
    mover_.join();
    if (live_ && live_->unmoved == 0) live_->segment->remove();
  }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  void append(std::vector<std::string> frames, Done done);
  void settle();
  std::size_t unmoved() const {
    const std::lock_guard lock(mutex_);
    return durable_ - moved_;
  }

 private:
  struct Task {
    std::vector<std::string> frames;
    Done done;
  };
  struct Held {
    std::unique_ptr<JournalSegment> segment;
    std::size_t unmoved = 0;
    bool live = true;  // may be written again
  };
  struct Waiting {
    std::shared_ptr<Held> held;
    JournalFrame frame;
  };
  struct Bulk {
    std::shared_ptr<Held> held;
    std::vector<JournalFrame> frames;
  };

  void stop(bool& flag, std::condition_variable& wake) {
    const std::lock_guard lock(mutex_);
    flag = true;
    wake.notify_all();
    room_.notify_all();
  }
  void adopt();
  void move_left(const std::filesystem::path& file);

  void write_loop();
  std::vector<Task> next_group();
  std::exception_ptr write(std::vector<Task>& group);
  void keep(std::vector<Task>& group, const std::vector<std::uint64_t>& ends, Instant at);
  void begin_segment(Instant now);
  void end_segment();

  void move_loop();
  Bulk next_bulk();
  bool move(const Bulk& bulk);
  void moved(const Bulk& bulk);
  void remove_if_done(Held& held);

  const std::filesystem::path folder_;
  const Clock& clock_;
  const Move move_;

  mutable std::mutex mutex_;
  std::condition_variable work_, moving_, room_, progress_;
  std::deque<Task> waiting_;
  std::deque<Waiting> unmoved_;
  std::size_t unmoved_bytes_ = 0;
  // Calls taken and calls done with; frames durable and frames moved: all in order.
  std::uint64_t taken_ = 0, written_ = 0, durable_ = 0, moved_ = 0;
  std::exception_ptr failed_;  // why moving failed last
  std::size_t settling_ = 0;   // callers of settle()
  bool gathering_ = false, writing_stops_ = false, moving_stops_ = false;

  std::shared_ptr<Held> live_;  // the writer's
  std::size_t last_group_ = 0;
  Instant last_;
  std::thread writer_, mover_;
};

// ---- what was left behind

void Journal::Work::adopt() {
  for (const auto& file : journal_segments(folder_)) move_left(file);
}

void Journal::Work::move_left(const std::filesystem::path& file) {
  const auto segment = JournalSegment::adopt(file);
  if (!segment) return;
  const auto reading = read_segment(file);
  const std::span frames(reading.frames);
  for (std::size_t at = 0; at < frames.size(); at += bulk_max)
    move_(segment->name(), frames.subspan(at, std::min(bulk_max, frames.size() - at)));
  if (reading.damaged_at) throw damaged_segment(file, *reading.damaged_at);
  segment->remove();
}

// ---- writing

void Journal::Work::append(std::vector<std::string> frames, Done done) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return unmoved_bytes_ < unmoved_max || failed_ || writing_stops_; });
  ensure(!writing_stops_, "append before end");
  if (const auto failed = failed_) {
    lock.unlock();
    return done(std::make_exception_ptr(stuck(failed)));
  }
  waiting_.push_back({std::move(frames), std::move(done)});
  ++taken_;
  if (!gathering_ || waiting_.size() >= gather_max) work_.notify_one();
}

void Journal::Work::write_loop() {
  for (;;) {
    auto group = next_group();
    if (group.empty()) return;
    const auto failed = write(group);
    {
      const std::lock_guard lock(mutex_);
      written_ += group.size();
      progress_.notify_all();
    }
    for (auto& task : group) task.done(failed);
  }
}

std::vector<Journal::Work::Task> Journal::Work::next_group() {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [&] { return writing_stops_ || !waiting_.empty(); });
  if (last_group_ >= busy_group) {
    gathering_ = true;
    work_.wait_for(lock, gather_time,
                   [&] { return writing_stops_ || waiting_.size() >= gather_max; });
    gathering_ = false;
  }
  last_group_ = std::min(waiting_.size(), group_max);
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(last_group_);
  std::vector<Task> group(std::move_iterator(waiting_.begin()), std::move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return group;
}

// The catch site of the journal's writing: a failing disk is told to whoever waits.
std::exception_ptr Journal::Work::write(std::vector<Task>& group) {
  try {
    last_ = later(clock_.now(), last_);
    begin_segment(last_);
    std::vector<std::string_view> frames;
    for (const auto& task : group)
      frames.insert(frames.end(), task.frames.begin(), task.frames.end());
    const auto ends = live_->segment->write(frames, last_);
    keep(group, ends, last_);
    return nullptr;
  } catch (const Failure&) {
    const auto failed = std::current_exception();
    end_segment();
    return failed;
  }
}

void Journal::Work::keep(std::vector<Task>& group, const std::vector<std::uint64_t>& ends,
                         Instant at) {
  const std::lock_guard lock(mutex_);
  auto end = ends.begin();
  for (auto& task : group) {
    for (auto& bytes : task.frames) {
      unmoved_.push_back({live_, {*end++, at, std::move(bytes)}});
      unmoved_bytes_ += weight(unmoved_.back().frame);
    }
  }
  live_->unmoved += ends.size();
  durable_ += ends.size();
  if (settling_ > 0 || durable_ - moved_ >= bulk_begins || durable_ - moved_ == ends.size())
    moving_.notify_one();
}

void Journal::Work::begin_segment(Instant now) {
  if (live_ && (live_->segment->size() >= segment_max ||
                now.micros() - live_->segment->begun().micros() >= segment_time))
    end_segment();
  if (live_) return;
  auto held = std::make_shared<Held>();
  held->segment = JournalSegment::create(folder_, now);
  live_ = std::move(held);
}

void Journal::Work::end_segment() {
  if (!live_) return;
  const std::lock_guard lock(mutex_);
  live_->live = false;
  remove_if_done(*live_);
  live_.reset();
}

// ---- moving

void Journal::Work::move_loop() {
  for (;;) {
    const auto bulk = next_bulk();
    if (bulk.frames.empty()) return;
    while (!move(bulk)) {
      std::unique_lock lock(mutex_);
      if (moving_.wait_for(lock, retry_time, [&] { return moving_stops_; })) return;
    }
  }
}

Journal::Work::Bulk Journal::Work::next_bulk() {
  std::unique_lock lock(mutex_);
  moving_.wait(lock, [&] { return moving_stops_ || !unmoved_.empty(); });
  moving_.wait_for(lock, bulk_time, [&] {
    return moving_stops_ || settling_ > 0 || unmoved_.size() >= bulk_begins;
  });
  Bulk bulk;
  if (!unmoved_.empty()) bulk.held = unmoved_.front().held;
  while (!unmoved_.empty() && unmoved_.front().held == bulk.held && bulk.frames.size() < bulk_max) {
    bulk.frames.push_back(std::move(unmoved_.front().frame));
    unmoved_.pop_front();
  }
  return bulk;
}

// The catch site of the journal's moving: it is tried again, and meanwhile nothing is taken.
bool Journal::Work::move(const Bulk& bulk) {
  try {
    move_(bulk.held->segment->name(), bulk.frames);
  } catch (const std::exception&) {
    const std::lock_guard lock(mutex_);
    failed_ = std::current_exception();
    progress_.notify_all();
    room_.notify_all();
    return false;
  }
  moved(bulk);
  return true;
}

void Journal::Work::moved(const Bulk& bulk) {
  const std::lock_guard lock(mutex_);
  failed_ = nullptr;
  moved_ += bulk.frames.size();
  for (const auto& frame : bulk.frames) unmoved_bytes_ -= weight(frame);
  bulk.held->unmoved -= bulk.frames.size();
  remove_if_done(*bulk.held);
  progress_.notify_all();
  room_.notify_all();
}

void Journal::Work::remove_if_done(Held& held) {
  if (!held.live && held.unmoved == 0) held.segment->remove();
}

void Journal::Work::settle() {
  std::unique_lock lock(mutex_);
  const auto calls = taken_;
  ++settling_;
  progress_.wait(lock, [&] { return written_ >= calls; });
  const auto frames = durable_;
  moving_.notify_one();
  progress_.wait(lock, [&] { return moved_ >= frames || failed_; });
  --settling_;
  if (moved_ < frames) throw stuck(failed_);
}

// ---- the journal

Journal::Journal(std::filesystem::path folder, const Clock& clock)
    : folder_(std::move(folder)), clock_(clock) {}
Journal::~Journal() = default;

void Journal::begin(Move move) {
  ensure(!work_, "begin once");
  work_ = std::make_unique<Work>(folder_, clock_, std::move(move));
}

void Journal::end() { work_.reset(); }

void Journal::append(std::vector<std::string> frames, Done done) {
  ensure(work_ != nullptr, "append after begin");
  work_->append(std::move(frames), std::move(done));
}

void Journal::settle() {
  if (work_) work_->settle();
}

std::size_t Journal::unmoved() const { return work_ ? work_->unmoved() : 0; }

}  // namespace credence::store
