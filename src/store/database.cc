// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <condition_variable>
#include <mutex>
#include <vector>

#include "store/engines.h"
#include "store/journal.h"
#include "store/session.h"

namespace credence::store {

struct SessionPool::State {
  std::mutex mutex;
  std::condition_variable given;
  std::vector<std::unique_ptr<Session>> idle;
  std::size_t opened = 0, most = 0;
  Open open;
  const char* begin = nullptr;
};

SessionPool::SessionPool(std::size_t most, Open open, const char* begin)
    : state_(std::make_unique<State>()) {
  state_->most = most;
  state_->open = std::move(open);
  state_->begin = begin;
}
SessionPool::~SessionPool() = default;

std::unique_ptr<Session> SessionPool::take() {
  std::unique_ptr<Session> session;
  {
    std::unique_lock lock(state_->mutex);
    state_->given.wait(lock,
                       [&] { return !state_->idle.empty() || state_->opened < state_->most; });
    if (!state_->idle.empty()) {
      session = std::move(state_->idle.back());
      state_->idle.pop_back();
    } else {
      ++state_->opened;
    }
  }
  struct GiveBackSlot {
    State* state;
    ~GiveBackSlot() {
      if (state == nullptr) return;
      const std::lock_guard lock(state->mutex);
      --state->opened;
      state->given.notify_one();
    }
  } slot{state_.get()};
  if (!session) session = state_->open();
  session->run(state_->begin);
  slot.state = nullptr;
  return session;
}

// A session whose snapshot cannot be ended is broken; the pool opens another in its place.
void SessionPool::give(std::unique_ptr<Session> session) {
  bool sound = true;
  try {
    session->run("COMMIT");
  } catch (const Failure&) {
    sound = false;
  }
  const std::lock_guard lock(state_->mutex);
  if (sound) {
    state_->idle.push_back(std::move(session));
  } else {
    --state_->opened;
  }
  state_->given.notify_one();
}

ReadLease::ReadLease(SessionPool& pool) : pool_(&pool), session_(pool.take()) {}
ReadLease::ReadLease(ReadLease&& other) noexcept
    : pool_(other.pool_), session_(std::move(other.session_)) {}
ReadLease::~ReadLease() {
  if (session_) pool_->give(std::move(session_));
}

Instant later(Instant now, Instant before) {
  return now > before ? now : Instant(before.micros() + 1);
}

Database::Database(Location location, const Clock& clock)
    : location_(std::move(location)),
      journal_(std::make_unique<Journal>(location_.folder / journal_name, clock)) {}
Database::~Database() = default;

std::unique_ptr<Database> Database::open(const Location& location, const Clock& clock) {
  return location.engine == Engine::sqlite ? open_sqlite(location, clock)
                                           : open_postgresql(location, clock);
}

Result<Location> parse_location(std::string_view text, const std::filesystem::path& folder) {
  if (text.empty() || text == "sqlite") return Location{Engine::sqlite, folder, {}};
  const bool url = text.starts_with("postgresql://") || text.starts_with("postgres://");
  if (url || text.find('=') != std::string_view::npos) {
    return Location{Engine::postgresql, folder, std::string(text)};
  }
  return make_error(
      ErrorCode::invalid, "store.location",
      {"无法识别数据库“" + std::string(text) + "”。",
       "“" + std::string(text) + "” is not a database we know."},
      {"请写 sqlite，或 PostgreSQL 连接串，如 postgresql://用户@主机/库名。",
       "Write sqlite, or a PostgreSQL connection such as postgresql://user@host/name."});
}

}  // namespace credence::store
