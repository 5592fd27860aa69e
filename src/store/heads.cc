// SPDX-License-Identifier: Apache-2.0
#include "store/heads.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "store/marks.h"
#include "store/records.h"

namespace credence::store {
namespace {

using domain::HeadMark;
using domain::RecordHead;
using domain::SubjectKind;

constexpr std::string_view columns =
    "r.subject_id, r.record_key, r.decided_on, r.valid_from, r.valid_to, r.conduct_end, "
    "r.category, r.item, r.severity, r.known_from";
constexpr int kind_column = 10;  // where the kind of the subject is asked for too

std::string number(std::int64_t value) { return std::to_string(value); }

std::string in_list(std::span<const int> numbers) {
  std::string text = "(";
  for (const int one : numbers) text += (text.size() > 1 ? ", " : "") + number(one);
  return text + (numbers.empty() ? "-1)" : ")");
}

domain::MaybeDay day(Cursor& row, int column) {
  return row.is_null(column)
             ? domain::MaybeDay()
             : domain::MaybeDay(Date(static_cast<std::int32_t>(row.number(column))));
}

RecordHead head_of(Cursor& row) {
  RecordHead head;
  head.subject = SubjectId(row.number(0));
  head.record = RecordKey(row.number(1));
  const Date decided(static_cast<std::int32_t>(row.number(2)));
  head.decided_on = decided == no_day ? Instant(row.number(9)).day() : decided;
  head.valid_from = day(row, 3);
  head.valid_to = day(row, 4);
  head.conduct_end = day(row, 5);
  head.category = static_cast<std::int32_t>(row.number(6));
  head.item = static_cast<std::uint16_t>(row.number(7));
  head.severity = static_cast<domain::Severity>(row.number(8));
  return head;
}

std::uint8_t bit_of(domain::MarkKind kind) {
  switch (kind) {
    case domain::MarkKind::disputed:
      return static_cast<std::uint8_t>(HeadMark::disputed);
    case domain::MarkKind::repaired:
      return static_cast<std::uint8_t>(HeadMark::repaired);
    case domain::MarkKind::withdrawn:
      return static_cast<std::uint8_t>(HeadMark::withdrawn);
    case domain::MarkKind::lifted:
      return static_cast<std::uint8_t>(HeadMark::lifted);
    case domain::MarkKind::statement:
    case domain::MarkKind::corrected:
      break;
  }
  return 0;
}

std::uint8_t marks_on(const std::vector<RecordMark>& marks, RecordKey record) {
  std::uint8_t bits = 0;
  for (const RecordMark& mark : marks) {
    if (mark.record == record) bits |= bit_of(mark.kind);
  }
  return bits;
}

SubjectKind kind_of(Session& sql, SubjectId subject) {
  const auto row = sql.query("SELECT kind FROM subject WHERE subject_id = $1", {subject.value});
  return row->next() ? static_cast<SubjectKind>(row->number(0)) : SubjectKind::organization;
}

// The marks in force now, of every record that has one that matters: they are few.
struct RecordRef {
  std::int64_t subject, record;
  bool operator==(const RecordRef&) const = default;
};
struct RefHash {
  std::size_t operator()(const RecordRef& ref) const noexcept {
    return static_cast<std::size_t>(ref.subject ^ ref.record);
  }
};
using MarkBits = std::unordered_map<RecordRef, std::uint8_t, RefHash>;

MarkBits all_marks(Session& sql, SubjectId first, SubjectId last) {
  MarkBits bits;
  const auto rows = sql.query(
      "SELECT subject_id, record_key, kind FROM record_mark WHERE end_leaf IS NULL AND subject_id "
      "BETWEEN $1 AND $2",
      {first.value, last.value});
  while (rows->next())
    bits[{rows->number(0), rows->number(1)}] |=
        bit_of(static_cast<domain::MarkKind>(rows->number(2)));
  return bits;
}

// Kinds of the subjects that are no units, ascending by subject.
using Kinds = std::unordered_map<std::int64_t, SubjectKind>;
Kinds other_kinds(Session& sql, SubjectId first, SubjectId last) {
  Kinds kinds;
  const auto rows = sql.query(
      "SELECT subject_id, kind FROM subject WHERE kind <> 1 AND subject_id BETWEEN $1 AND $2",
      {first.value, last.value});
  while (rows->next()) kinds.emplace(rows->number(0), static_cast<SubjectKind>(rows->number(1)));
  return kinds;
}

std::optional<RecordHead> current_head(Session& sql, std::span<const int> items, SubjectId subject,
                                       RecordKey record) {
  const auto row = sql.query("SELECT " + std::string(columns) +
                                 " FROM record r WHERE r.subject_id = $1 AND r.record_key = $2 AND "
                                 "r.known_to = " +
                                 number(end_of_time.micros()),
                             {subject.value, record.value});
  if (!row->next()) return std::nullopt;
  RecordHead head = head_of(*row);
  if (!std::ranges::binary_search(items, static_cast<int>(head.item))) return std::nullopt;
  head.set(kind_of(sql, subject), marks_on(marks_of(sql, subject, end_of_time), record));
  return head;
}

// The versions in force that a stretch of the log brought.
void add_rows(Session& sql, std::int64_t begin, std::int64_t end,
              std::vector<HeadChange>& changes) {
  const auto rows = sql.query("SELECT " + std::string(columns) +
                                  ", s.kind FROM record r JOIN subject s ON s.subject_id = "
                                  "r.subject_id WHERE r.leaf >= $1 AND r.leaf < $2 AND r.known_to "
                                  "= " +
                                  number(end_of_time.micros()),
                              {begin, end});
  while (rows->next()) {
    RecordHead head = head_of(*rows);
    head.set(static_cast<SubjectKind>(rows->number(kind_column)), 0);
    changes.push_back({head.subject, head.record, head});
  }
}

void set_marks(Session& sql, std::vector<HeadChange>& changes) {
  std::map<SubjectId, std::vector<RecordHead*>> by_subject;
  for (HeadChange& change : changes) by_subject[change.subject].push_back(&*change.head);
  std::vector<SubjectId> subjects;
  for (const auto& [subject, heads] : by_subject) subjects.push_back(subject);
  for (const RecordMark& mark : marks_of(sql, subjects, end_of_time)) {
    for (RecordHead* head : by_subject[mark.subject]) {
      if (head->record == mark.record)
        head->set(head->kind(),
                  static_cast<std::uint8_t>(head->kind_and_marks >> 4 | bit_of(mark.kind)));
    }
  }
}

// The stretches of the log between two entries that came from files of these items.
std::vector<std::pair<std::int64_t, std::int64_t>> row_stretches(Session& sql,
                                                                 std::span<const int> items,
                                                                 std::int64_t from,
                                                                 std::int64_t to) {
  std::vector<std::pair<std::int64_t, std::int64_t>> stretches;
  const auto rows = sql.query(
      "SELECT u.first_leaf, u.count FROM row_run u JOIN batch b ON "
      "b.number = u.batch WHERE u.first_leaf >= $1 AND u.first_leaf < $2 "
      "AND b.item IN " +
          in_list(items) + " ORDER BY u.first_leaf",
      {from, to});
  while (rows->next()) stretches.emplace_back(rows->number(0), rows->number(0) + rows->number(1));
  return stretches;
}

}  // namespace

FactsPosition facts_position(Session& sql) {
  const auto row = sql.query("SELECT size, instant FROM log_head", {});
  if (!row->next()) return {};
  return {static_cast<std::uint64_t>(row->number(0)), Instant(row->number(1))};
}

std::vector<RecordHead> heads_of(Session& sql, SubjectId subject, std::span<const int> items,
                                 Instant known_at) {
  std::vector<RecordHead> heads;
  const std::string select =
      "SELECT " + std::string(columns) + " FROM record r WHERE r.subject_id = $1 AND ";
  const auto rows =
      known_at == end_of_time
          ? sql.query(select + "r.known_to = $2 ORDER BY r.record_key",
                      {subject.value, end_of_time.micros()})
          : sql.query(select + "r.known_from <= $2 AND r.known_to > $2 ORDER BY r.record_key",
                      {subject.value, known_at.micros()});
  while (rows->next()) {
    RecordHead head = head_of(*rows);
    if (std::ranges::binary_search(items, static_cast<int>(head.item))) heads.push_back(head);
  }
  if (heads.empty()) return heads;
  const SubjectKind kind = kind_of(sql, subject);
  const auto marks = marks_of(sql, subject, known_at);
  for (RecordHead& head : heads) head.set(kind, marks_on(marks, head.record));
  return heads;
}

void each_head(Session& sql, std::span<const int> items, SubjectId first, SubjectId last,
               const TakeHead& take) {
  const MarkBits marks = all_marks(sql, first, last);
  const Kinds kinds = other_kinds(sql, first, last);
  const auto rows =
      sql.query("SELECT " + std::string(columns) + " FROM record r WHERE r.item IN " +
                    in_list(items) + " AND r.known_to = " + number(end_of_time.micros()) +
                    " AND r.subject_id BETWEEN $1 AND $2",
                {first.value, last.value});
  while (rows->next()) {
    RecordHead head = head_of(*rows);
    const auto kind = kinds.find(head.subject.value);
    const auto mark = marks.find({head.subject.value, head.record.value});
    head.set(kind == kinds.end() ? SubjectKind::organization : kind->second,
             mark == marks.end() ? std::uint8_t{0} : mark->second);
    take(head);
  }
}

HeadChanges heads_changed(Session& sql, std::span<const int> items, std::uint64_t from,
                          std::uint64_t to) {
  const auto first = static_cast<std::int64_t>(from), last = static_cast<std::int64_t>(to);
  HeadChanges out;
  out.erased =
      sql.query("SELECT 1 FROM erasure WHERE leaf >= $1 AND leaf < $2", {first, last})->next();
  if (out.erased) return out;
  for (const auto& [begin, end] : row_stretches(sql, items, first, last))
    add_rows(sql, begin, end, out.changes);
  set_marks(sql, out.changes);
  const auto marks = sql.query(
      "SELECT subject_id, record_key FROM record_mark WHERE (leaf >= $1 AND leaf < $2) OR "
      "(end_leaf >= $1 AND end_leaf < $2)",
      {first, last});
  while (marks->next()) {
    const SubjectId subject(marks->number(0));
    const RecordKey record(marks->number(1));
    out.changes.push_back({subject, record, current_head(sql, items, subject, record)});
  }
  return out;
}

}  // namespace credence::store
