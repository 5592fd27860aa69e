// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/record_head.h"
#include "rulebook/standing.h"

// What holds for one organisation on a day under one book of rules, and what is different under
// another: pure. Persons have no lists and no measures, so they never occur.

namespace credence::app {

// A list the organisation is on, or a measure in force for it, whatever number of records it rests
// on: from the earliest of them on, until the last ends.
struct Holding {
  enum class Sort : std::uint8_t { list, measure };
  Sort sort = Sort::list;
  std::string id;          // ListRule::id, Measure::id
  rulebook::Span span;     // until: none when no end is known
  bool burden = false;     // a serious or abnormal list, a constraint
  bool mandatory = false;  // a measure that must be carried out
  bool operator==(const Holding&) const = default;
};

// By sort and id. `heads`: of one subject.
std::vector<Holding> holdings_of(const rulebook::Consequences& rules,
                                 std::span<const domain::RecordHead> heads, Date day);

// One list or measure that does not hold as before.
struct HoldingChange {
  std::optional<Holding> before, after;  // one of them, or both and not equal
  const Holding& any() const { return after ? *after : *before; }
  bool gained_burden() const { return after && after->burden && !(before && before->burden); }
};

struct SubjectChange {
  enum class Outcome : std::uint8_t {
    bound,    // had no burden and gets one
    freed,    // had one and has none any more
    changed,  // anything else that is different
  };
  SubjectId subject;
  domain::SubjectKind kind{};
  Outcome outcome = Outcome::changed;
  std::vector<HoldingChange> changes;  // by sort and id; never empty
};

// What turns the one into the other; both by sort and id.
std::vector<HoldingChange> changes_between(const std::vector<Holding>& before,
                                           const std::vector<Holding>& after);

// Tells each organisation for which something is different on `day`. `heads`: by subject, of every
// item that either book concerns. Gives how many organisations were looked at.
using TakeChange = std::function<void(const SubjectChange&, std::span<const domain::RecordHead>)>;
std::int64_t each_change(const rulebook::Consequences& before, const rulebook::Consequences& after,
                         std::span<const domain::RecordHead> heads, Date day,
                         const TakeChange& take);

// Calls `take` with the heads of one subject after another. `heads`: by subject.
void each_subject(std::span<const domain::RecordHead> heads,
                  const std::function<void(std::span<const domain::RecordHead>)>& take);

// The items that either book concerns, ascending.
std::vector<int> items_of_both(const rulebook::Consequences& one,
                               const rulebook::Consequences& other);

}  // namespace credence::app
