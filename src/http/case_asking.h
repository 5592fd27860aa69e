// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/routes.h"

// What the addresses of cases for programs and those for people share.

namespace credence::http {

// A procedure of the jurisdiction by its id. Throws Failure (not_found, "procedure.not_found").
const rulebook::Procedure& procedure_by_id(const Services& services, std::string_view id);

// For looking into a case: its subject for itself, an office for the case, an auditor for the
// audit. Throws Failure: those of Gate::admit; not_found ("case.not_found") when it is none of the
// caller's business.
app::Permit case_permit(const Services& services, const Request& request,
                        const std::string& number);

// Whether an official asks, in a session.
bool is_official(const Request& request);
// Whether the person behind the session must confirm the act, or the opening, with password and
// code: an office that decides about a record. Never of keys, which sign for themselves, and of
// subjects, who decide over nobody else. Throws Failure as case_permit does, so that nothing is
// learnt of others' cases.
bool must_confirm(const Services& services, const Request& request, const std::string& number,
                  const std::string& act);
bool must_confirm(const Services& services, const Request& request, const app::CaseForm& form);
Error confirmation_needed();  // forbidden ("confirmation.required")

// A document as a file, for who may see its case, after the look is written down; only one that a
// step of the case names. Throws Failure: those of case_permit, not_found ("document.not_found").
Response document_response(const Services& services, const Request& request);

// `from`, `to` and `unit` of a request; without them this year. Throws Failure (invalid).
app::BreachLedger breaches_of(const Services& services, const Request& request);
// As a table for spreadsheets: UTF-8 with BOM.
std::string breaches_csv(const app::BreachLedger& ledger);

}  // namespace credence::http
