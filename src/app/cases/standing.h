// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "app/cases/case_store.h"
#include "rulebook/course.h"

// Where a case stands, from its steps: pure. The same for the engine, for what is shown, and for
// fsck.

namespace credence::app {

// Acts that every case knows and that do not move it: take (领办), note (记录), press (督办),
// answer_press (答复督办). They are no part of the procedure's table.
const std::vector<rulebook::Act>& side_acts();
const rulebook::Act* side_act(std::string_view id);
// An act of the procedure or beside it; null when there is none.
const rulebook::Act* act_of(const rulebook::Procedure& procedure, std::string_view id);

struct Derived {
  rulebook::Course course;  // with the deadlines of pressing
  CaseStanding standing;
};

// Throws Failure when the steps are not ones the procedure allows: they were tampered with.
// REQUIRES: steps are in order and at least one.
Derived derive(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
               const CaseHead& head, const std::vector<CaseStep>& steps);

}  // namespace credence::app
