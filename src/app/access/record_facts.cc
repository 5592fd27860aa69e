// SPDX-License-Identifier: Apache-2.0
#include "app/access/record_facts.h"

#include "base/text.h"

namespace credence::app {

using rulebook::Item;
using rulebook::Role;

const std::string& value_of(const Item& item, const std::vector<std::string>& values, Role role) {
  static const std::string none;
  const rulebook::Field* field = item.with_role(role);
  if (field == nullptr) return none;
  return values[static_cast<std::size_t>(item.field_index(field->code))];
}

std::vector<std::string> penalty_kinds(const Item& item, const std::vector<std::string>& values) {
  std::vector<std::string> kinds;
  for (const auto part : split(value_of(item, values, Role::penalty_kinds), ";")) {
    if (!trim(part).empty()) kinds.emplace_back(trim(part));
  }
  return kinds;
}

domain::PublicityFacts publicity_facts(const Item& item, const store::StoredRecord& stored,
                                       const std::vector<std::string>& values) {
  const auto& columns = stored.columns;
  domain::PublicityFacts facts;
  facts.rule = item.validity;
  facts.severity = static_cast<domain::Severity>(columns.severity);
  facts.kinds = penalty_kinds(item, values);
  // A row without a decision day is dated by when we knew it; registers of basic facts have none.
  facts.decided_on = columns.decided_on.value_or(stored.known_from.day());
  facts.valid_to = columns.valid_to;
  facts.conduct_end = columns.conduct_end;
  return facts;
}

}  // namespace credence::app
