// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "domain/subject.h"
#include "rulebook/rulebook.h"

// The detectors over one asker's looks: pure, but for the look-up of what subjects are.

namespace credence::app {

struct Seen {
  Instant at;
  SubjectId subject;
  std::string purpose, matter;
  bool missed = false;  // nothing was found
  bool fresh = false;   // not yet gone over
  std::int64_t leaf = 0;
};

// A rule's number was passed by what ends in a fresh look.
struct Signal {
  std::int64_t window = 0;  // number of the window of the calendar, in China
  std::string what;         // tells it apart within rule, asker and window; empty: nothing to tell
  std::optional<SubjectId> subject;
  std::int64_t count = 0;  // the most that was counted
  std::string detail;      // the median, or the placeholder, as it stands in the facts
  Instant from, to;        // first and last look counted
  std::int64_t first_entry = 0, last_entry = 0;
};

struct Party {
  domain::SubjectKind kind{};
  domain::Scheme scheme{};
  std::string code;  // empty for persons
};
// The stored subjects among `subjects`.
using Parties = std::function<std::map<SubjectId, Party>(const std::vector<SubjectId>& subjects)>;

// How far back a rule looks behind the first fresh look, in hours.
std::int64_t hours_back(const rulebook::PatrolRule& rule);

// Whether the rule is about this asker at all.
bool concerns(const rulebook::PatrolRule& rule, std::string_view asker);

// At most one signal per window and thing. `looks`: of one asker, in the order of time, reaching
// hours_back() behind the first fresh one. REQUIRES: the rule's detector is one over looks.
std::vector<Signal> detect(const rulebook::RuleBook& book, const rulebook::PatrolRule& rule,
                           std::span<const Seen> looks, const Parties& parties);

// What is said of a signal.
Words facts_of(const rulebook::PatrolRule& rule, const Signal& signal);

// The number of the window that an instant falls in: hours of China's civil time since 1970 by the
// length of the window.
std::int64_t window_of(Instant at, std::int64_t hours);

}  // namespace credence::app
