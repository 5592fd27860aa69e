// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/cases/case.h"
#include "base/result.h"
#include "rulebook/procedure.h"

// Forms of acts, checked against their procedure. Nothing that is not asked for enters, and no
// number of a person stands in free text (PIPL art. 6).

namespace credence::app {

// A field of a record ("CF_JDRQ") and its right value, as a clerk would write it (empty clears it);
// the value of a field of type `changes` is a JSON array of these.
struct FieldChange {
  std::string code, value;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (code, value))
Result<std::vector<FieldChange>> read_changes(const std::string& text);

struct CheckedForm {
  StepBody body;
  std::vector<FieldValue> secret;
};

// `is_unit`: whether a credit code is that of an active unit of the register. Errors: invalid
// ("case.field", "case.field_unknown", "case.document"), not_found ("unit.not_found").
Result<CheckedForm> check_form(const rulebook::Procedure& procedure, const rulebook::Act& act,
                               const std::vector<FieldValue>& fields,
                               const std::vector<AttachedDocument>& documents, Date today,
                               const std::function<bool(const std::string&)>& is_unit);

// The value of a field of a step, sealed or not; empty when it is not there.
std::string value_in(const std::vector<FieldValue>& fields, std::string_view id);

}  // namespace credence::app
