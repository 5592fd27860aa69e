// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "app/access/disclosed.h"
#include "app/patrol/finding.h"

// The patrol (常态化巡查): looks for misuse in what is new and puts it on a desk.

namespace credence::app {

struct FindingFilter {
  std::string state;  // empty: any
  std::string asker;  // empty: any
  std::string after;  // findings after this id
  int limit = 100;
};

// What one run did.
struct PatrolReport {
  PatrolRun run;
  std::vector<PatrolFinding> found;  // new ones
};
BOOST_DESCRIBE_STRUCT(PatrolReport, (), (run, found))

// Thread safe.
class Patrol {
 public:
  Patrol(store::Database& database, const DisclosedReader& reader,
         store::Dictionaries& dictionaries, const Clock& clock, Random& random);

  // Goes over what is new since the last run, puts findings into the register and notes how far it
  // came, all in one piece: a run that failed is as if it had not been. What was found before is
  // not found again. `now`: the day on which periods have ended. Throws Failure when a record is
  // damaged or the store does not answer.
  PatrolReport run(const rulebook::RuleBook& book, Instant now);

  // By id, which begins with its day. Errors: those of Caller::require, for who has neither
  // handle_findings nor read_ledger; invalid ("patrol.state").
  Result<std::vector<PatrolFinding>> list(const Caller& caller, const FindingFilter& filter) const;
  // The open ones, for whoever works on the machine itself. Ways in from outside use list().
  std::vector<PatrolFinding> open(int limit) const;
  // What somebody says of an open finding: "explained", "confirmed" or "passed_on", and why.
  // Errors: those of Caller::require for handle_findings; invalid ("patrol.decision",
  // "patrol.note"), not_found ("patrol.not_found"), forbidden ("patrol.own": it is about the
  // caller), conflict ("patrol.decided").
  Result<PatrolFinding> decide(const Caller& caller, std::string_view id, std::string_view decision,
                               std::string_view note);
  // The last run; nothing before the first.
  std::optional<PatrolRun> last_run() const;

 private:
  store::Database& database_;
  const DisclosedReader& reader_;
  store::Dictionaries& dictionaries_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace credence::app
