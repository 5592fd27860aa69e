// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/intake/finding.h"
#include "base/date.h"
#include "domain/subject.h"
#include "rulebook/catalogue.h"

// The item's cross-field checks (domain.md 2.5), from data: when all of `when` hold, all of `then`
// must.

namespace credence::app {

struct CheckInput {
  std::span<const std::string_view> values;  // canonical, in the item's order
  domain::SubjectKind kind{};
  Date today;
};

// Adds a finding per broken check, naming the first field of its `then`.
void run_checks(const rulebook::Item& item, const CheckInput& input,
                std::vector<Finding>& findings);

}  // namespace credence::app
