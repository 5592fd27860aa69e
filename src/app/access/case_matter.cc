// SPDX-License-Identifier: Apache-2.0
#include "app/access/case_matter.h"

namespace credence::app {

std::optional<CaseMatter> case_matter(store::Session& facts, std::string_view number) {
  const auto row = facts.query(
      "SELECT subject_id, provider, unit, closed FROM case_file WHERE number = $1", {number});
  if (!row->next()) return std::nullopt;
  return CaseMatter{SubjectId(row->number(0)), std::string(row->bytes(1)),
                    std::string(row->bytes(2)), row->is_null(3)};
}

bool concerns(const CaseMatter& matter, const Caller& caller) {
  if (!caller.may(domain::Power::handle_cases)) return false;
  if (caller.may(domain::Power::steward)) return true;
  if (caller.unit().empty() || !matter.open) return false;
  return caller.unit() == matter.provider || caller.unit() == matter.desk;
}

}  // namespace credence::app
