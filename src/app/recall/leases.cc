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

LeasedPage leased_subjects(store::Session& access, const std::set<std::string>& units,
                           SubjectId after, int limit) {
  LeasedPage page;
  SubjectId first = after, last = after;
  int read = 0;
  const auto rows = access.query(
      "SELECT DISTINCT subject_id, unit_code FROM access_entry WHERE subject_id > $1 AND shown > 0 "
      "ORDER BY subject_id, unit_code LIMIT $2",
      {after.value, limit});
  for (; rows->next(); ++read) {
    last = SubjectId(rows->number(0));
    if (read == 0) first = last;
    const bool leased = units.contains(std::string(rows->bytes(1)));
    if (leased && (page.subjects.empty() || page.subjects.back() != last))
      page.subjects.push_back(last);
  }
  if (read < limit) return page;
  // The page may end within a subject: the next begins with it again, unless it filled this one.
  page.next = first == last ? last : SubjectId(last.value - 1);
  return page;
}

}  // namespace credence::app
