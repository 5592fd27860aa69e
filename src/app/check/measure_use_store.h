// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/case_store.h"
#include "domain/marks.h"

// Cases of feedback on measures, as they are counted: the facts lane's tables measure_use*. What is
// here follows from the steps of the cases.

namespace credence::app {

// The kind of procedure, and whether a case's procedure is of it.
inline constexpr const char* feedback_procedure = "measure_feedback";
bool is_feedback(std::string_view procedure_id);

struct MeasureUseRow {
  std::string number;  // of the case
  std::string measure, unit;
  Date told;                       // day of the check
  std::string reason;              // of the latest report that it was not applied
  std::vector<RecordKey> grounds;  // ascending
  bool operator==(const MeasureUseRow&) const = default;
};
// REQUIRES: the steps are those of a case of this kind, at least one.
MeasureUseRow measure_use_row(const std::string& number, const std::vector<CaseStep>& steps);

std::optional<MeasureUseRow> find_measure_use(store::Session& sql, const std::string& number);
void put_measure_use(store::Write& write, const MeasureUseRow& row);

// Up to which entry something was followed; -1: nothing yet. It only goes forward, so that whoever
// comes late takes nothing back.
enum class Followed : std::uint8_t {
  looks,  // entries of the access lane, to whom was told of a measure
  steps,  // entries of the facts lane, to what was reported
};
std::int64_t followed_to(store::Session& sql, Followed what);
void follow_to(store::Write& write, Followed what, std::int64_t leaf);

// One case as it is counted.
struct UsedMeasure {
  std::string number, measure, unit, reason, state;
  bool open = false;  // not reported on
  bool late = false;  // and past its day
  // What became of its grounds since: none while one of them stands as it was; otherwise the least
  // of what happened to them (corrected, repaired, withdrawn).
  std::optional<domain::MarkKind> ground;
};
// Told of from `from` to `to`, inclusive; `measure` empty: any. By number.
void each_used(store::Session& sql, Date from, Date to, std::string_view measure, Date today,
               const std::function<void(const UsedMeasure&)>& take);

// Numbers that stand in measure_use and are no case, for fsck.
std::vector<std::string> uses_without_case(store::Session& sql);

}  // namespace credence::app
