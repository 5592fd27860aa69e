// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar.h"

#include <utility>

#include "base/ensure.h"

namespace credence::domain {

void Calendar::announce(int year, std::set<Date> days_off, std::set<Date> days_worked) {
  years_[year] = Year{std::move(days_off), std::move(days_worked)};
}

bool Calendar::is_working_day(Date day) const {
  const bool weekend = day.weekday() == 0 || day.weekday() == 6;
  const auto year = years_.find(day.year());
  if (year == years_.end()) return !weekend;
  if (year->second.worked.contains(day)) return true;
  return !weekend && !year->second.off.contains(day);
}

DueDay Calendar::working_days_after(Date start, int count) const {
  ensure(count >= 0, "working days are counted forward");
  DueDay due{start, false};
  while (count > 0) {
    due.day = due.day.plus_days(1);
    due.provisional = due.provisional || !announced(due.day.year());
    if (is_working_day(due.day)) --count;
  }
  return due;
}

int Calendar::working_days_between(Date start, Date end) const {
  int count = 0;
  for (Date day = start.plus_days(1); day <= end; day = day.plus_days(1)) {
    if (is_working_day(day)) ++count;
  }
  return count;
}

}  // namespace credence::domain
