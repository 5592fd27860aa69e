// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "app/cases/cases.h"
#include "app/check/told.h"
#include "app/standing/editions.h"
#include "rulebook/rulebook.h"
#include "store/database.h"

// Feedback on measures (惩戒反馈; SDPLAN-145): whoever was told of a measure by a check says what
// it did with it. The access ledger is the list of checks. For each measure in force a unit was
// told of in one of its matters, a case of the procedure `measure_feedback` opens on the unit's
// desk; reminders and the conduct entry of those who do not answer are the engine's.

namespace credence::app {

struct FeedbackRun {
  std::int64_t checks = 0;    // that were followed: of units that report, with something in force
  std::int64_t measures = 0;  // told of by them; some may have been asked for before
  std::int64_t passed_over = 0;  // that nobody can be asked for: the rules of then cannot be read,
                                 // or the unit or subject has gone
};

// Thread safe, and several processes may share a database.
class MeasureFeedback {
 public:
  MeasureFeedback(store::Database& database, const Editions& editions, Cases& cases);

  // Follows the checks entered in the ledger since the last run. A case's number is derived from
  // unit, subject, matter number and measure, so neither running it twice nor checking twice opens
  // anything twice; what a run did not come to do, the next does. Throws Failure: no database.
  FeedbackRun run(const rulebook::RuleBook& book);

 private:
  struct Look;
  struct Looks;
  Looks looks_after(std::int64_t leaf) const;
  bool asks_feedback(const rulebook::RuleBook& book, const Look& look);
  void follow(const rulebook::RuleBook& book, const Look& look, FeedbackRun& run);
  Result<std::string> open(const rulebook::RuleBook& book, const Look& look, const Told& told,
                           const ToldMeasure& measure);

  store::Database& database_;
  const Editions& editions_;
  Cases& cases_;
  std::mutex running_;
  std::map<std::string, bool> reporting_;  // units met in this run: do they report
};

}  // namespace credence::app
