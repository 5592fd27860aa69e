// SPDX-License-Identifier: Apache-2.0
#include "app/check/measure_use_store.h"

#include <algorithm>
#include <charconv>

#include "app/cases/form.h"
#include "base/text.h"

namespace credence::app {
namespace {

using domain::MarkKind;

static_assert(static_cast<int>(MarkKind::repaired) == 2 &&
              static_cast<int>(MarkKind::withdrawn) == 3 &&
              static_cast<int>(MarkKind::corrected) == 6);

std::vector<RecordKey> keys_in(std::string_view text) {
  std::vector<RecordKey> keys;
  for (const auto one : split(text, ",")) {
    std::int64_t key = 0;
    if (std::from_chars(one.data(), one.data() + one.size(), key).ec == std::errc())
      keys.push_back(RecordKey(key));
  }
  std::ranges::sort(keys);
  const auto same = std::ranges::unique(keys);
  keys.erase(same.begin(), same.end());
  return keys;
}

const char* name_of(Followed what) { return what == Followed::looks ? "looks" : "steps"; }

// How far what happened to a record takes the measure's ground away.
int weight(std::optional<MarkKind> mark) {
  if (!mark) return 0;
  if (*mark == MarkKind::withdrawn) return 3;
  return *mark == MarkKind::repaired ? 2 : 1;
}

// Gathers the rows of one case: one for each of its grounds and each mark on it.
class Gathering {
 public:
  explicit Gathering(const std::function<void(const UsedMeasure&)>& take) : take_(take) {}

  void add(UsedMeasure one, RecordKey record, std::optional<MarkKind> mark) {
    const bool same_case = begun_ && one.number == case_.number;
    if (!same_case) {
      finish();
      case_ = std::move(one);
      begun_ = first_ground_ = true;
    }
    if (!same_case || record != record_) {
      end_ground();
      record_ = record;
      mark_ = mark;
    } else if (weight(mark) > weight(mark_)) {
      mark_ = mark;
    }
    open_ground_ = true;
  }
  void finish() {
    if (!begun_) return;
    end_ground();
    take_(case_);
    begun_ = false;
  }

 private:
  void end_ground() {
    if (!open_ground_) return;
    if (first_ground_ || weight(mark_) < weight(case_.ground)) case_.ground = mark_;
    first_ground_ = open_ground_ = false;
  }
  const std::function<void(const UsedMeasure&)>& take_;
  UsedMeasure case_;
  RecordKey record_;
  std::optional<MarkKind> mark_;
  bool begun_ = false, first_ground_ = false, open_ground_ = false;
};

}  // namespace

bool is_feedback(std::string_view procedure_id) {
  const std::string_view kind = feedback_procedure;
  return procedure_id == kind ||
         (procedure_id.starts_with(kind) && procedure_id.substr(kind.size()).starts_with('.'));
}

MeasureUseRow measure_use_row(const std::string& number, const std::vector<CaseStep>& steps) {
  const auto& told = steps.front().body.fields;
  MeasureUseRow row;
  row.number = number;
  row.measure = value_in(told, "measure");
  row.unit = value_in(told, "unit");
  row.told = parse_date(value_in(told, "day")).value_or(steps.front().at.day());
  row.grounds = keys_in(value_in(told, "grounds"));
  for (const CaseStep& step : steps) {
    if (step.act == "report_not_applied") row.reason = value_in(step.body.fields, "reason");
  }
  return row;
}

std::optional<MeasureUseRow> find_measure_use(store::Session& sql, const std::string& number) {
  MeasureUseRow found;
  found.number = number;
  {
    const auto row = sql.query(
        "SELECT measure, unit, told, reason FROM measure_use WHERE number = $1", {number});
    if (!row->next()) return std::nullopt;
    found.measure = row->bytes(0);
    found.unit = row->bytes(1);
    found.told = Date(static_cast<std::int32_t>(row->number(2)));
    found.reason = row->bytes(3);
  }
  const auto rows = sql.query(
      "SELECT record_key FROM measure_use_ground WHERE number = $1 ORDER BY record_key", {number});
  while (rows->next()) found.grounds.push_back(RecordKey(rows->number(0)));
  return found;
}

void put_measure_use(store::Write& write, const MeasureUseRow& row) {
  write.sql.run(
      "INSERT INTO measure_use (number, measure, unit, told, reason) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (number) DO UPDATE SET measure = excluded.measure, unit = excluded.unit, told = "
      "excluded.told, reason = excluded.reason",
      {row.number, row.measure, row.unit, static_cast<std::int64_t>(row.told.days()), row.reason});
  write.sql.run("DELETE FROM measure_use_ground WHERE number = $1", {row.number});
  for (const RecordKey key : row.grounds)
    write.sql.run("INSERT INTO measure_use_ground (number, record_key) VALUES ($1, $2)",
                  {row.number, key.value});
}

std::int64_t followed_to(store::Session& sql, Followed what) {
  const auto row = sql.query("SELECT leaf FROM measure_follow WHERE what = $1", {name_of(what)});
  return row->next() ? row->number(0) : -1;
}

void follow_to(store::Write& write, Followed what, std::int64_t leaf) {
  write.sql.run(
      "INSERT INTO measure_follow (what, leaf) VALUES ($1, $2) ON CONFLICT (what) DO UPDATE SET "
      "leaf = excluded.leaf WHERE measure_follow.leaf < excluded.leaf",
      {name_of(what), leaf});
}

void each_used(store::Session& sql, Date from, Date to, std::string_view measure, Date today,
               const std::function<void(const UsedMeasure&)>& take) {
  // A correction counts when it came later; what was repaired or withdrawn before grounds nothing.
  const auto rows = sql.query(
      "SELECT u.number, u.measure, u.unit, u.reason, f.state, CASE WHEN f.closed IS NULL THEN 1 "
      "ELSE 0 END, CASE WHEN f.closed IS NULL AND f.due < $1 THEN 1 ELSE 0 END, g.record_key, "
      "m.kind FROM measure_use u JOIN case_file f ON f.number = u.number JOIN measure_use_ground g "
      "ON g.number = u.number LEFT JOIN record_mark m ON m.subject_id = f.subject_id AND "
      "m.record_key = g.record_key AND m.ended_at = $2 AND (m.kind IN (2, 3) OR (m.kind = 6 AND "
      "m.put_at > f.opened)) WHERE u.told >= $3 AND u.told <= $4 AND ($5 = '' OR u.measure = $6) "
      "ORDER BY u.number, g.record_key",
      {static_cast<std::int64_t>(today.days()), end_of_time.micros(),
       static_cast<std::int64_t>(from.days()), static_cast<std::int64_t>(to.days()), measure,
       measure});
  Gathering gathering(take);
  while (rows->next()) {
    const auto text = [&](int column) { return std::string(rows->bytes(column)); };
    UsedMeasure one{
        text(0), text(1), text(2), text(3), text(4), rows->number(5) != 0, rows->number(6) != 0,
        {}};
    std::optional<MarkKind> mark;
    if (!rows->is_null(8)) mark = static_cast<MarkKind>(rows->number(8));
    gathering.add(std::move(one), RecordKey(rows->number(7)), mark);
  }
  gathering.finish();
}

std::vector<std::string> uses_without_case(store::Session& sql) {
  const auto rows = sql.query(
      "SELECT n.number FROM (SELECT number FROM measure_use UNION SELECT number FROM "
      "measure_use_ground) n LEFT JOIN case_file f ON f.number = n.number WHERE f.number IS NULL "
      "ORDER BY n.number");
  std::vector<std::string> numbers;
  while (rows->next()) numbers.emplace_back(rows->bytes(0));
  return numbers;
}

}  // namespace credence::app
