// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/date.h"
#include "base/error.h"
#include "rulebook/course.h"

// What the engine says when something cannot be done, and what can.

namespace credence::app::case_errors {

Error not_found();                                                            // case.not_found
Error no_subject();                                                           // subject.not_found
Error no_record();                                                            // record.not_found
Error no_code();                                                              // case.code
Error no_procedure(const rulebook::RuleBook& book, const std::string& kind);  // case.procedure
Error not_for(const rulebook::Procedure& procedure);                          // case.subjects
// case.items
Error not_of(const rulebook::RuleBook& book, const rulebook::Procedure& procedure);
// case.party: the caller is none of those who may do it. `act` may be empty: opening.
Error not_a_party(const rulebook::Procedure& procedure, const std::string& act);
Error open_already(const std::string& number);  // case.open_already
Error moved_on(int steps);                      // case.moved_on
Error day_turned();                             // case.day_turned
Error four_eyes(const rulebook::Act& act);      // case.four_eyes
Error only_once(const rulebook::Act& act);      // case.once
Error too_late(const rulebook::RuleBook& book, const rulebook::Act& act, const std::string& clock,
               Date last);  // case.within
// case.too_early: of a guard `after`.
Error too_early(const rulebook::RuleBook& book, const rulebook::Act& act,
                const rulebook::Guard& guard, Date first);
Error no_list(const rulebook::Procedure& procedure, const std::string& list);  // case.list
Error not_for_list(const rulebook::ListRule& list);                            // case.list_subjects
Error listed_already(const rulebook::ListRule& list);    // case.listed_already
Error not_listed(const rulebook::Procedure& procedure);  // case.not_listed
Error document_missing(const rulebook::Procedure& procedure, const rulebook::Act& act,
                       const std::string& kind);  // case.document_missing

}  // namespace credence::app::case_errors
