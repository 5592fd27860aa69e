// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "store/database.h"

// The two engines, each in its own file, and the pool of read sessions they share.

namespace credence::store {

std::unique_ptr<Database> open_sqlite(const Location& location, const Clock& clock);
std::unique_ptr<Database> open_postgresql(const Location& location, const Clock& clock);

// Sessions that are opened when first needed and kept. Thread safe.
class SessionPool {
 public:
  using Open = std::function<std::unique_ptr<Session>()>;
  SessionPool(std::size_t most, Open open, const char* begin);
  ~SessionPool();

  // Waits for a session; it has begun a read-only snapshot.
  std::unique_ptr<Session> take();
  void give(std::unique_ptr<Session> session);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// One lane's instants: later than the clock's past and than every instant given before.
Instant later(Instant now, Instant before);

}  // namespace credence::store
