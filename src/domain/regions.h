// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

// Administrative division codes (GB/T 2260), with the days between which each was in force.
// Abolished codes stay known: they live on in credit codes and identity numbers.

namespace credence::domain {

struct Region {
  std::string code;                  // six digits
  std::string name;                  // 历下区
  std::optional<Date> abolished_on;  // the first day it was no longer in force
  std::string successor;             // code of the division that took it over; may be empty
};

// A value filled by the rule book. Const use is safe from many threads.
class Regions {
 public:
  void add(Region region);
  // Nothing when the code was never a division we know of.
  const Region* find(std::string_view code) const;
  bool in_force(std::string_view code, Date on) const;
  // "山东省济南市历下区"; empty for an unknown code.
  std::string full_name(std::string_view code) const;
  // The division `code` lies in: 370102 → 370100 → 370000 → "".
  static std::string parent(std::string_view code);
  // All regions in code order.
  const std::map<std::string, Region, std::less<>>& all() const { return by_code_; }

 private:
  std::map<std::string, Region, std::less<>> by_code_;
};

}  // namespace credence::domain
