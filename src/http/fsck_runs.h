// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/access/audit.h"
#include "app/access/register.h"
#include "base/clock.h"
#include "base/result.h"

// fsck beside a serving platform: one run at a time, on a thread of its own that gives way to
// those who answer. What it found is kept in the memory of this process and is gone with it; what
// must last is `credence fsck`.

namespace credence::http {

struct FsckRun {
  std::string state;  // "running", "sound", "differs", "failed", "stopped"
  Words state_label;
  std::string account, unit;  // who started it
  bool deep = false;
  Words kind_label;
  Instant started;
  std::optional<Instant> finished;
  std::optional<std::int64_t> seconds;         // it took
  std::optional<app::AuditProgress> progress;  // while it runs
  std::vector<app::Difference> differences;    // at most 100
  std::vector<app::AuditCount> checked;
  std::optional<Words> failure;  // why it could not be carried through
};
BOOST_DESCRIBE_STRUCT(FsckRun, (),
                      (state, state_label, account, unit, deep, kind_label, started, finished,
                       seconds, progress, differences, checked, failure))

struct FsckState {
  std::optional<FsckRun> running, last;  // last: none since this process started
};
BOOST_DESCRIBE_STRUCT(FsckState, (), (running, last))

// Thread safe.
class FsckRuns {
 public:
  // May throw AuditWatch::Stopped and Failure.
  using Run = std::function<app::AuditReport(bool deep, app::AuditWatch& watch)>;

  FsckRuns(const Clock& clock, Run run);
  // Stops what runs and waits for it.
  ~FsckRuns();
  FsckRuns(const FsckRuns&) = delete;
  FsckRuns& operator=(const FsckRuns&) = delete;

  // Errors: conflict ("fsck.running").
  Result<FsckState> start(const app::Actor& by, bool deep);
  FsckState state() const;

 private:
  void work(FsckRun run, app::AuditWatch& watch);

  const Clock& clock_;
  Run run_;
  mutable std::mutex mutex_;
  std::optional<FsckRun> running_, last_;
  std::unique_ptr<app::AuditWatch> watch_;
  std::thread thread_;
};

}  // namespace credence::http
