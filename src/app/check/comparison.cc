// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/check/check.h"

namespace credence::app {
namespace {

// One line of an answer, whichever part it stands in.
struct Line {
  std::string id;
  Words label;
  RecordKey record;
  Date since;
  std::optional<Date> until;
  bool disputed = false;
  bool operator==(const Line& other) const {
    return since == other.since && until == other.until && disputed == other.disputed;
  }
  bool is_same(const Line& other) const { return id == other.id && record == other.record; }
};

std::vector<Line> lines_of(const CheckAnswer& answer) {
  std::vector<Line> lines;
  for (const auto* part : {&answer.constraints, &answer.rewards}) {
    for (const CheckedMeasure& one : *part)
      lines.push_back(
          {one.measure, one.label, one.ground.record, one.since, one.until, one.ground.disputed});
  }
  for (const CheckedLimit& one : answer.limits)
    lines.push_back(
        {one.limit, one.label, one.ground.record, one.since, one.until, one.ground.disputed});
  return lines;
}

const Line* find(const std::vector<Line>& lines, const Line& wanted) {
  const auto at = std::ranges::find_if(lines, [&](const Line& one) { return one.is_same(wanted); });
  return at == lines.end() ? nullptr : &*at;
}

}  // namespace

CheckComparison compared(CheckAnswer then, CheckAnswer now) {
  CheckComparison out;
  const auto before = lines_of(then), after = lines_of(now);
  for (const Line& line : before) {
    const Line* same = find(after, line);
    if (same == nullptr) {
      out.changes.push_back({line.id, line.label, line.record, "ended", line.until, {}});
    } else if (!(*same == line)) {
      out.changes.push_back({line.id, line.label, line.record, "changed", line.until, same->until});
    }
  }
  for (const Line& line : after) {
    if (find(before, line) == nullptr)
      out.changes.push_back({line.id, line.label, line.record, "begun", {}, line.until});
  }
  out.other_rules = then.edition != now.edition;
  const std::string count = std::to_string(out.changes.size());
  out.summary = out.changes.empty()
                    ? Words{"与今天核查的结果相同。", "A check today gives the same."}
                    : Words{"与今天核查相比有 " + count + " 处不同。",
                            "A check today differs in " + count + " place(s)."};
  out.then = std::move(then);
  out.now = std::move(now);
  return out;
}

}  // namespace credence::app
