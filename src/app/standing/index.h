// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/record_head.h"
#include "rulebook/standing.h"
#include "store/database.h"
#include "store/heads.h"

// The standing index: the heads of all records that may mean something, in memory, by subject
// (docs/decisions/0010). It holds facts, not conclusions: what they mean follows when somebody
// asks, from the rules and the day (rulebook/standing.h). So it need not be told that a day has
// passed or a rule has changed.

namespace credence::app {

// What was found of one subject.
struct Found {
  std::vector<domain::RecordHead> heads;  // in record order
  store::FactsPosition position;          // as of; at least everything committed before the call
};

struct IndexSize {
  std::size_t heads = 0;     // records
  std::size_t subjects = 0;  // that have one
  std::size_t bytes = 0;     // in memory
  store::FactsPosition position;
};

// Thread safe. Every answer is as of everything that was committed before it was asked for, by this
// process or another: on SQLite nobody else commits, and on PostgreSQL the log's head is asked,
// once for all who wait.
class StandingIndex {
 public:
  // Reads nothing before it is first asked.
  StandingIndex(store::Database& database, const rulebook::Consequences& rules);
  ~StandingIndex();

  // Throws Failure: no database.
  Found of(SubjectId subject);
  // Of many, as of one position; in the order asked.
  std::vector<Found> of(std::span<const SubjectId> subjects);
  // Brings it up to date, reading everything when it has not been read yet.
  store::FactsPosition catch_up();
  IndexSize size() const;
  // Every head, in (subject, record) order, as of one position; others wait meanwhile to change it.
  void each(const std::function<void(const domain::RecordHead&)>& take) const;
  // What has changed since so many entries of the log of facts; as of now, not of the index.
  store::HeadChanges changes_since(std::uint64_t entries) const;
  const rulebook::Consequences& rules() const { return rules_; }

 private:
  class Heads;
  void follow();
  std::unique_ptr<Heads> read_anew(store::FactsPosition& position) const;
  store::Database& database_;
  const rulebook::Consequences& rules_;

  // Who waits for a reading that begins after its question.
  std::mutex turn_;
  std::condition_variable turned_;
  std::uint64_t begun_ = 0, done_ = 0;
  bool reading_ = false;
  std::atomic<std::uint64_t> commits_seen_ = UINT64_MAX;

  mutable std::shared_mutex data_;
  std::unique_ptr<Heads> heads_;
  store::FactsPosition position_;
};

// The heads of everything, read with several sessions at once, in (subject, record) order.
std::vector<domain::RecordHead> read_all_heads(store::Database& database,
                                               std::span<const int> items,
                                               store::FactsPosition& position);

class Audit;
// For fsck: the index as it follows commits, against one read anew.
void audit_standing(Audit& audit, StandingIndex& index);

}  // namespace credence::app
