// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/access/disclosed.h"
#include "store/packing.h"

// Whether what has ended, was repaired or withdrawn is withheld, asked as the public and as a
// public body would ask (SD-2020 arts. 38, 40, 59).

namespace credence::app {

// Records of one subject, item and decision day that are shown and must not be.
struct StillShown {
  SubjectId subject;
  std::string item;
  Date decided_on;  // store::no_day when it has none
  Instant received;
  domain::Audience audience{};
  int count = 0;
};

struct ExpiredCheck {
  std::vector<StillShown> shown;
  SubjectId after{-1};     // go on after this subject; -1: the round is complete
  std::int64_t files = 0;  // subjects gone over
};

class ExpiredChecker {
 public:
  ExpiredChecker(store::Database& database, const DisclosedReader& reader,
                 store::Dictionaries& dictionaries, const Clock& clock);

  // Goes over the current records of the subjects after `after`, at most `records` of them. The
  // answers are never opened and never released: only their counts are read, so a check leaves no
  // access entry and no count of views, and shows nobody anything.
  ExpiredCheck check(const rulebook::RuleBook& book, SubjectId after, std::int64_t records,
                     Date today) const;

 private:
  store::Database& database_;
  const DisclosedReader& reader_;
  store::Dictionaries& dictionaries_;
  const Clock& clock_;
};

}  // namespace credence::app
