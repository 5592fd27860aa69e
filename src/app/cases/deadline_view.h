// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/cases/case.h"
#include "rulebook/course.h"

// A deadline in words. Pure.

namespace credence::app {

ShownDeadline shown_deadline(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                             const rulebook::Running& running, Date today);
// Working days until `due`, today not counted; after it, minus the calendar days it is late.
int days_left(const rulebook::RuleBook& book, Date due, Date today);
// "running", "paused", "met", "met_late", "late", "passed_on", "passed_on_late".
std::string status_of(const rulebook::Running& running, Date today);
Words party_words(std::string_view party);  // by its name in rule files
Words deadline_label(const rulebook::Procedure& procedure, const std::string& deadline);

}  // namespace credence::app
