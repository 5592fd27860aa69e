// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/cases/case.h"
#include "rulebook/rulebook.h"
#include "store/database.h"

// What the engine asks of other folders of app/, bound where the program is put together: guards
// and effects are a closed set (rulebook/procedure.h), and two of them are somebody else's matter.

namespace credence::app {

struct GuardQuestion {
  const rulebook::RuleBook& book;
  const rulebook::Procedure& procedure;
  const CaseHead& head;
  store::Session& sql;
  Date today;
};

// A correction that was checked and waits for the decision's commit.
struct CorrectionWanted {
  const rulebook::RuleBook& book;
  const CaseHead& head;
  std::string changes;  // JSON, as in the form
  std::string unit, unit_name, by;
};

struct CaseHooks {
  // Whether the case's record may be repaired now; the reason and the article when not. Runs inside
  // the deciding transaction.
  std::function<std::optional<Error>(const GuardQuestion&)> repairable;
  // Checks the corrected record as intake would. What comes back stores it, inside the deciding
  // transaction; it throws Failure when the record has changed meanwhile.
  std::function<Result<std::function<void(store::Write&)>>(const CorrectionWanted&)> correct;
  // Names the documents of a step as the case's, inside its transaction. Throws Failure when one is
  // not kept, or they are too many.
  std::function<void(store::Write&, const rulebook::RuleBook&, const CaseHead&, const CaseStep&)>
      attach;
  // Called after a step is durable, from the thread that asked for it.
  std::function<void()> moved;
};

}  // namespace credence::app
