// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/case.h"
#include "app/cases/form.h"
#include "rulebook/rulebook.h"
#include "store/database.h"

// What the engine asks of other folders of app/, bound where the program is put together: guards
// and effects are a closed set (rulebook/procedure.h), and three of them are somebody else's
// matter.

namespace credence::app {

struct GuardQuestion {
  const rulebook::RuleBook& book;
  const rulebook::Procedure& procedure;
  const CaseHead& head;
  store::Session& sql;
  Date today;
};

// Who decides, and in which case: noted with every row that a case stores.
struct Decider {
  std::string case_number, reason;  // reason: the procedure
  std::string unit, unit_name;      // whose row it is
  std::string by;                   // account
};

// A correction of the case's record.
struct CorrectionWanted {
  const rulebook::RuleBook& book;
  const CaseHead& head;
  std::string changes;  // JSON, as in the form
  Decider decider;
};

// A record about the case's subject.
struct RecordWanted {
  const rulebook::RuleBook& book;
  const CaseHead& head;
  std::string item;                 // Item::id
  std::vector<FieldChange> values;  // but for those that name the subject
  Decider decider;
};

struct CaseHooks {
  // Checked and made ready; what comes back stores it, inside the deciding transaction.
  using Stores = Result<std::function<void(store::Write&)>>;
  // Whether the case's record may be repaired now; the reason and the article when not. Runs inside
  // the deciding transaction.
  std::function<std::optional<Error>(const GuardQuestion&)> repairable;
  // Checks the corrected record as intake would. What comes back throws Failure when the record has
  // changed meanwhile.
  std::function<Stores(const CorrectionWanted&)> correct;
  // Checks a new record likewise. What comes back throws Failure when there is one by now.
  std::function<Stores(const RecordWanted&)> record;
};

}  // namespace credence::app
