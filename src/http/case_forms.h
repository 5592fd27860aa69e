// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "http/case_asking.h"
#include "http/page_forms.h"

// Forms of acts on pages, made from what the engine offers, and what comes back from them.

namespace credence::http {

// What a form needs beside its act.
struct ActPage {
  const Services& services;
  const Request& request;
  // Whose fields can be corrected, where that is asked for; null: not opened.
  const app::ShownRecord* record = nullptr;
  const Form& given;  // what was filled in before it was refused; empty at first
  const rulebook::Procedure* procedure = nullptr;  // which documents it takes; null: not known
};

// The inputs of an act's fields, with the password and code where it is to be confirmed.
std::string act_inputs(const ActPage& page, const app::OfferedAct& act, bool confirmed);
// Whether one of its fields is filled in from an open record.
bool asks_for_record(const app::OfferedAct& act);

// The fields of a form that was sent: those that are not empty, and the changed fields of a record
// as JSON.
std::vector<app::FieldValue> filled_in(const Form& form);
// The files of a form, kept. Throws Failure: those of CaseDocuments::keep.
std::vector<app::AttachedDocument> documents_in(const Services& services, const Request& request);
// The password and code of a form. Throws Failure: those of Sessions::prove.
void prove(const Services& services, const Request& request, const Form& form);

// The opening acts of a procedure that may be open to the caller; the engine has the last word.
std::vector<app::OfferedAct> openings(const Services& services,
                                      const rulebook::Procedure& procedure,
                                      const app::Caller& caller);

}  // namespace credence::http
