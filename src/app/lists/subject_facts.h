// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "domain/subject.h"
#include "rulebook/rulebook.h"
#include "store/packing.h"
#include "store/session.h"

// What reports about lists group organisations by, as far as the platform knows it.

namespace credence::app {

struct SubjectFacts {
  domain::Organization organization;
  int division = 0;   // of its credit code, or of where it was registered; 0: not known
  std::string city;   // division code of the city ("370100"); empty: not known
  std::string trade;  // the word for it in the name ("化工"); empty: none
  std::optional<Date> registered;  // none: no registration record says it
  std::optional<Money> capital;    // registered capital in yuan; none: not said, or not readable
};

// Of many, by subject; those that are no organisations, or not known, are left out.
using FactsBySubject = std::map<SubjectId, SubjectFacts>;
FactsBySubject subject_facts(store::Session& sql, store::Dictionaries& dictionaries,
                             const rulebook::RuleBook& book, std::span<const SubjectId> subjects);

// Registered capital as registers write it: "1000万人民币", "233.6000(万元人民币)", "5亿元".
// Nothing for other currencies and where no unit is said: then it is not guessed.
std::optional<Money> capital_in(std::string_view text);

// Whether it is small by what a register knows: an individual business, or capital below `limit`.
// Nothing when that cannot be told.
std::optional<bool> is_small(const SubjectFacts& facts, Money limit);

// "370100" for a code of a district of Jinan.
std::string city_of(int division);
// The name of a city with its code; without one, that it is not known.
Words city_label(const rulebook::RuleBook& book, const std::string& city);

}  // namespace credence::app
