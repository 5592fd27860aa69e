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

std::vector<std::string> kinds_in(std::string_view written) {
  std::vector<std::string> kinds;
  for (const auto part : split(written, ";")) {
    if (!trim(part).empty()) kinds.emplace_back(trim(part));
  }
  return kinds;
}

std::vector<std::string> penalty_kinds(const Item& item, const std::vector<std::string>& values) {
  return kinds_in(value_of(item, values, Role::penalty_kinds));
}

domain::PublicityFacts publicity_facts(const Item& item, const store::StoredRecord& stored) {
  const auto& columns = stored.columns;
  domain::PublicityFacts facts;
  facts.rule = item.validity;
  facts.severity = static_cast<domain::Severity>(columns.severity);
  // A row without a decision day is dated by when we knew it; registers of basic facts have none.
  facts.decided_on = columns.decided_on.value_or(stored.known_from.day());
  facts.valid_to = columns.valid_to;
  facts.conduct_end = columns.conduct_end;
  return facts;
}

domain::PublicityFacts publicity_facts(const Item& item, const store::StoredRecord& stored,
                                       const std::vector<std::string>& values) {
  auto facts = publicity_facts(item, stored);
  facts.kinds = penalty_kinds(item, values);
  return facts;
}

}  // namespace credence::app
