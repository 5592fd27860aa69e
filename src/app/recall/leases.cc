// SPDX-License-Identifier: Apache-2.0
#include "app/recall/leases.h"

#include <algorithm>

#include "app/access/units.h"
#include "base/text.h"

namespace credence::app {
namespace {

bool keeps_what_it_is_given(const Unit& unit) {
  return std::ranges::any_of(unit.kinds, [](const std::string& kind) {
    return kind == "bank" || kind == "agency" || kind == "node";
  });
}

bool names(std::string_view items, std::string_view item) {
  return std::ranges::any_of(split(items, ","), [&](auto one) { return one == item; });
}

}  // namespace

std::set<std::string> downstream_units(store::Session& access) {
  std::set<std::string> units;
  std::string after;
  for (;;) {
    const auto page = list<Unit>(access, Under::any, "", after, 1'000);
    for (const Unit& unit : page) {
      if (keeps_what_it_is_given(unit)) units.insert(unit.code);
      after = unit.code;
    }
    if (page.size() < 1'000) return units;
  }
}

std::vector<std::string> lessees(store::Session& access, SubjectId subject, const std::string& item,
                                 Instant since, const std::set<std::string>& units) {
  std::set<std::string> found;
  const auto rows = access.query(
      "SELECT unit_code, items FROM access_entry WHERE subject_id = $1 AND at >= $2 AND shown > 0",
      {subject.value, since.micros()});
  while (rows->next()) {
    std::string unit(rows->bytes(0));
    if (units.contains(unit) && names(rows->bytes(1), item)) found.insert(std::move(unit));
  }
  return {found.begin(), found.end()};
}

std::vector<SubjectId> leased_subjects(store::Session& access, const std::string& unit,
                                       SubjectId after, int limit) {
  std::vector<SubjectId> found;
  const auto rows = access.query(
      "SELECT DISTINCT subject_id FROM access_entry WHERE unit_code = $1 AND subject_id > $2 AND "
      "shown > 0 ORDER BY subject_id LIMIT $3",
      {std::string_view(unit), after.value, static_cast<std::int64_t>(limit)});
  while (rows->next()) found.emplace_back(rows->number(0));
  return found;
}

}  // namespace credence::app
