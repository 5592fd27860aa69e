// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/publicity.h"
#include "rulebook/catalogue.h"
#include "store/records.h"

// What the publicity rules look at, of a record as it is stored.

namespace credence::app {

// The value of the field with this role; empty when the item has none. REQUIRES: one value a field.
const std::string& value_of(const rulebook::Item& item, const std::vector<std::string>& values,
                            rulebook::Role role);
// Penalty kinds as written ("警告;罚款"), one by one.
std::vector<std::string> kinds_in(std::string_view written);
std::vector<std::string> penalty_kinds(const rulebook::Item& item,
                                       const std::vector<std::string>& values);
// Without the kinds, which decide how long it is published but not how long it is used.
domain::PublicityFacts publicity_facts(const rulebook::Item& item,
                                       const store::StoredRecord& stored);
domain::PublicityFacts publicity_facts(const rulebook::Item& item,
                                       const store::StoredRecord& stored,
                                       const std::vector<std::string>& values);

}  // namespace credence::app
