// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "base/date.h"

// Working days in China: Monday to Friday, less the statutory holidays, plus the make-up days that
// the State Council office announces each autumn for the next year.

namespace credence::domain {

// A day reached by counting, and whether every year passed on the way had an announced calendar.
struct DueDay {
  Date day;
  bool provisional = false;
  bool operator==(const DueDay&) const = default;
};

// A value filled by the rule book. Const use is safe from many threads.
class Calendar {
 public:
  // The days of `year` that differ from the plain week.
  void announce(int year, std::set<Date> days_off, std::set<Date> days_worked);

  bool announced(int year) const { return years_.contains(year); }
  bool is_working_day(Date day) const;
  // The `count`-th working day after `start`; the day of the event is not counted.
  // REQUIRES: count >= 0. Zero gives `start` itself.
  DueDay working_days_after(Date start, int count) const;
  // Working days in (start, end]; zero when end <= start.
  int working_days_between(Date start, Date end) const;

 private:
  struct Year {
    std::set<Date> off, worked;
  };
  std::map<int, Year> years_;
};

}  // namespace credence::domain
