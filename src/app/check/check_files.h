// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/check/checks.h"

// A file of subjects checked one after another, as bidding (招投标) needs it: with progress, and
// with an answer for each line that can be fetched when it is done. Kept in the data folder, under
// checks/<number>/, for thirty days; every subject gets its entry in the access ledger as if it had
// been checked alone.

namespace credence::app {

// One line of a check of many where there is no answer: JSON, {"code", "refused": {"id", …}}.
std::string refused_line(const std::string& code, const Error& error);

struct CheckFileState {
  std::string number;  // "HP20261127-3f2a91c0"
  std::string matter, purpose, business, unit;
  Instant begun;
  std::int64_t rows = 0, done = 0;
  std::int64_t found = 0, refused = 0;  // of those done
  std::string state;                    // "running", "done", "interrupted": ask again to go on
  std::string sha256;                   // of the answers, once done
};
BOOST_DESCRIBE_STRUCT(CheckFileState, (),
                      (number, matter, purpose, business, unit, begun, rows, done, found, refused,
                       state, sha256))

// Thread safe.
class CheckFiles {
 public:
  CheckFiles(std::filesystem::path folder, const Checks& checks, AccessLedger& ledger,
             const Clock& clock, Random& random);
  // Ends after the thousand it is at; what is left can be gone on with.
  ~CheckFiles();
  CheckFiles(const CheckFiles&) = delete;
  CheckFiles& operator=(const CheckFiles&) = delete;

  // Begins. Errors: invalid ("check.file_empty", "check.file_long": more than 100 000), those of
  // Checks::question for the matter and the permit. Codes of persons are refused one by one: a file
  // is no place for them. REQUIRES: the book outlives this.
  Result<CheckFileState> begin(const rulebook::RuleBook& book, const Permit& permit,
                               std::string_view matter, const std::vector<std::string>& codes);
  // Goes on with one that was interrupted; otherwise does nothing. Errors: not_found
  // ("check.file_not_found": also another unit's), forbidden ("check.file_other": asked for
  // otherwise than now).
  Result<CheckFileState> go_on(const rulebook::RuleBook& book, const Permit& permit,
                               std::string_view number);
  Result<CheckFileState> state(std::string_view unit, std::string_view number) const;
  // A line of JSON for each code, in order: {"code", "answer"} or {"code", "refused"}.
  Result<std::string> answers(std::string_view unit, std::string_view number) const;
  // The same as a table for people (CSV, UTF-8 with a mark at its beginning).
  Result<std::string> table(std::string_view unit, std::string_view number) const;
  // Forgets what is older than thirty days.
  std::size_t sweep() const;

 private:
  struct Task {
    const rulebook::RuleBook* book;
    Permit permit;
    std::string number;
  };
  void loop();
  void run(const Task& task);
  std::vector<std::string> check_some(const Task& task, const std::string& matter,
                                      std::span<const std::string> codes) const;
  std::filesystem::path place(std::string_view number) const;
  bool is_running(std::string_view number) const;

  std::filesystem::path folder_;
  const Checks& checks_;
  AccessLedger& ledger_;
  const Clock& clock_;
  Random& random_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> waiting_;
  std::string running_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace credence::app
