// SPDX-License-Identifier: Apache-2.0
#include "app/statistics/statistics_store.h"

#include "domain/marks.h"
#include "domain/subject.h"
#include "store/dialect.h"

namespace credence::app {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

// Records of these items that stand, with whose they are.
std::string standing_records(store::Session& sql) {
  return " FROM record r JOIN subject s ON s.subject_id = r.subject_id WHERE " +
         store::one_of(store::engine_of(sql), "r.item", "$1") +
         " AND r.known_to = " + number(end_of_time.micros()) + " AND s.kind <> " +
         number(static_cast<int>(domain::SubjectKind::person)) +
         " AND NOT EXISTS (SELECT 1 FROM record_mark m WHERE m.subject_id = r.subject_id AND "
         "m.record_key = r.record_key AND m.end_leaf IS NULL AND m.kind IN (" +
         number(static_cast<int>(domain::MarkKind::repaired)) + ", " +
         number(static_cast<int>(domain::MarkKind::withdrawn)) + "))";
}

std::vector<LookSum> read_looks(store::Cursor& rows) {
  std::vector<LookSum> sums;
  while (rows.next())
    sums.push_back({Date(static_cast<std::int32_t>(rows.number(0))), std::string(rows.bytes(1)),
                    rows.number(2)});
  return sums;
}

}  // namespace

std::vector<RecordSum> record_sums(store::Session& sql, std::span<const std::int64_t> items) {
  std::vector<RecordSum> sums;
  const auto rows = sql.query(
      // A record's own division, or its subject's, as everywhere.
      "SELECT r.item, (CASE WHEN r.region <> 0 THEN r.region ELSE s.region END) / 100, COUNT(*), "
      "COUNT(DISTINCT r.subject_id)" +
          standing_records(sql) + " GROUP BY 1, 2 ORDER BY 1, 2",
      {store::list_of(store::engine_of(sql), items)});
  while (rows->next())
    sums.push_back({static_cast<int>(rows->number(0)), static_cast<int>(rows->number(1)),
                    rows->number(2), rows->number(3)});
  return sums;
}

RecordSum record_total(store::Session& sql, std::span<const std::int64_t> items) {
  const auto row =
      sql.query("SELECT COUNT(*), COUNT(DISTINCT r.subject_id)" + standing_records(sql),
                {store::list_of(store::engine_of(sql), items)});
  row->next();
  return {0, 0, row->number(0), row->number(1)};
}

std::vector<SubmissionSum> submission_sums(store::Session& sql, std::string_view provider, int item,
                                           Instant from, Instant to) {
  std::vector<SubmissionSum> sums;
  const auto rows = sql.query(
      "SELECT received_at, provider, provider_name, item, sent, added, changed, duplicate, "
      "rejected, late FROM batch WHERE received_at >= $1 AND received_at < $2 AND ($3 = '' OR "
      "provider = $4) AND ($5 = 0 OR item = $6) AND format NOT IN ('correction', 'decision') "
      "ORDER BY received_at, number",
      {from.micros(), to.micros(), provider, provider, std::int64_t{item}, std::int64_t{item}});
  while (rows->next())
    sums.push_back({Instant(rows->number(0)), std::string(rows->bytes(1)),
                    std::string(rows->bytes(2)), static_cast<int>(rows->number(3)), rows->number(4),
                    rows->number(5), rows->number(6), rows->number(7), rows->number(8),
                    rows->number(9)});
  return sums;
}

std::vector<LookSum> look_sums(store::Session& sql, Date from, Date to) {
  // Days are those of China, and so is start_of().
  const std::int64_t offset = -start_of(Date(0)).micros();
  const std::string day =
      "(at + " + number(offset) + ") / " + number(start_of(Date(1)).micros() + offset);
  const auto rows = sql.query("SELECT " + day +
                                  ", purpose, COUNT(*) FROM access_entry WHERE at >= $1 AND at < "
                                  "$2 GROUP BY 1, 2 ORDER BY 1, 2",
                              {start_of(from).micros(), start_of(to.plus_days(1)).micros()});
  return read_looks(*rows);
}

std::vector<LookSum> view_sums(store::Session& sql, Date from, Date to) {
  // A sum of BIGINT is NUMERIC on PostgreSQL.
  const auto rows = sql.query(
      "SELECT day, '', CAST(SUM(views) AS BIGINT) FROM public_view WHERE day BETWEEN $1 AND $2 "
      "GROUP BY day ORDER BY day",
      {from.days(), to.days()});
  return read_looks(*rows);
}

}  // namespace credence::app
