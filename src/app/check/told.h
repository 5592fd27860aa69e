// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/standing/editions.h"
#include "base/result.h"
#include "store/database.h"

// What a check told of, worked out again from what the access ledger keeps of it. For the platform
// itself, which asks whoever was told what they did: it has keys of records and no field of one, so
// it is no answer that could be given to anybody.

namespace credence::app {

// What check_trace (app/check/checks.h) wrote.
struct CheckTrace {
  std::string matter, number;
  Date day;
  Instant known;
};
// None: the look was no check.
std::optional<CheckTrace> read_check_trace(std::string_view items);

struct ToldMeasure {
  const rulebook::Measure* measure = nullptr;
  std::vector<RecordKey> grounds;  // the records it rested on, in their order
};
struct Told {
  std::shared_ptr<const BookInForce> rules;  // those of then
  const rulebook::Matter* matter = nullptr;
  std::vector<ToldMeasure> measures;  // constraints and rewards in force, by id; each once
};
// The same rules, records and marks the check was answered from. Of a person nothing: measures are
// not for persons. Errors: not_found ("check.edition": the rules of then cannot be read any more).
// Thread safe.
Result<Told> told_by(store::Database& database, const Editions& editions, SubjectId subject,
                     const CheckTrace& trace);

}  // namespace credence::app
