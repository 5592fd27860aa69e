// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/intake/correction.h"
#include "app/intake/finding.h"
#include "rulebook/rulebook.h"

// Why a correction is refused.

namespace credence::app {

// An order against the values of the record it is about, but for the checks of cells and row.
std::optional<Error> check_order(const rulebook::RuleBook& book, const rulebook::Item& item,
                                 const CorrectionOrder& order,
                                 const std::vector<std::string>& values);

Error no_record();
Error forgotten();
Error other_version(int now);
Error no_change();
// The record it would become is another one. REQUIRES: the order passed check_order().
Error moves(const rulebook::Item& item, const CorrectionOrder& order);
// Every finding in one error, named by the first.
Error findings_error(const rulebook::Item& item, const std::vector<Finding>& findings);

}  // namespace credence::app
