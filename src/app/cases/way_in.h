// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/cases/cases.h"

// What a way in sees to before it hands an act or a look to the engine.

namespace credence::app {

// What the caller looks into a case for, as a purpose (rules/purposes): a subject for itself, an
// office to handle it, an auditor for the audit.
std::string purpose_of_look(const Caller& caller);

// Whether an act decides about a record: it corrects it, takes a mark off, or puts one other than
// "disputed" and the subject's statement, which only tell. An office confirms such an act for
// itself (GB/T 22239-2019, 8.1.4.1).
bool decides(const rulebook::Act& act);
// The same of an act of a case, under the procedure the case runs under. False for what is unknown:
// the engine says so itself.
bool decides(const rulebook::RuleBook& book, const Cases& cases, store::Session& sql,
             std::string_view number, std::string_view act);
// Whether an opening by this form may decide: one of the acts it could be does.
bool opening_decides(const rulebook::RuleBook& book, const Cases& cases, const CaseForm& form);

}  // namespace credence::app
