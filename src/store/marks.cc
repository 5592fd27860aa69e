// SPDX-License-Identifier: Apache-2.0
#include "store/marks.h"

#include <optional>

#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/session.h"

namespace credence::store {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 15];
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

std::string statement_head(std::string_view statement, const RecordMark& mark) {
  std::string text = "{\"statement\":\"";
  text += statement;
  text += "\",\"subject\":\"" + number(mark.subject.value) + "\",\"record\":\"" +
          number(mark.record.value) + "\",\"kind\":" + number(static_cast<int>(mark.kind)) +
          ",\"case\":";
  append_quoted(text, mark.case_number);
  return text;
}

std::int64_t append(Write& write, domain::Attested kind, std::string_view salt,
                    std::string_view statement) {
  return static_cast<std::int64_t>(
      write.log.append(static_cast<unsigned char>(kind), ledger::commitment(salt, statement)));
}

constexpr const char* select_marks =
    "SELECT subject_id, record_key, kind, case_number, basis, text, put_at, ended_at, leaf, "
    "end_leaf, salt, end_salt FROM record_mark";

RecordMark mark_of(Cursor& row) {
  RecordMark mark;
  mark.subject = SubjectId(row.number(0));
  mark.record = RecordKey(row.number(1));
  mark.kind = static_cast<MarkKind>(row.number(2));
  mark.case_number = row.bytes(3);
  mark.basis = row.bytes(4);
  mark.text = row.bytes(5);
  mark.from = Instant(row.number(6));
  mark.to = Instant(row.number(7));
  mark.leaf = row.number(8);
  mark.end_leaf = row.is_null(9) ? -1 : row.number(9);
  return mark;
}

std::optional<RecordMark> in_force(Session& sql, SubjectId subject, RecordKey record, MarkKind kind,
                                   std::string_view case_number) {
  const auto row = sql.query(std::string(select_marks) +
                                 " WHERE subject_id = $1 AND record_key = $2 AND kind = $3 AND "
                                 "case_number = $4 AND end_leaf IS NULL",
                             {subject.value, record.value, static_cast<int>(kind), case_number});
  return row->next() ? std::optional(mark_of(*row)) : std::nullopt;
}

void forget_end(RecordMark& mark) {
  mark.to = end_of_time;
  mark.end_leaf = -1;
}

}  // namespace

std::string mark_statement(const RecordMark& mark) {
  std::string text = statement_head("record_mark", mark) + ",\"basis\":";
  append_quoted(text, mark.basis);
  text += ",\"text\":";
  append_quoted(text, mark.text);
  return text + ",\"from\":" + number(mark.from.micros()) + "}";
}

std::string mark_end_statement(const RecordMark& mark) {
  return statement_head("record_mark_ended", mark) + ",\"entry\":" + number(mark.leaf) +
         ",\"to\":" + number(mark.to.micros()) + "}";
}

void put_mark(Write& write, Random& random, const RecordMark& mark) {
  if (in_force(write.sql, mark.subject, mark.record, mark.kind, mark.case_number)) return;
  RecordMark put = mark;
  put.from = write.now;
  const std::string salt = random.bytes(ledger::salt_bytes);
  const std::int64_t leaf =
      append(write, domain::Attested::record_marked, salt, mark_statement(put));
  write.sql.run(
      "INSERT INTO record_mark (subject_id, leaf, record_key, kind, case_number, basis, text, "
      "put_at, ended_at, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {put.subject.value, leaf, put.record.value, static_cast<int>(put.kind), put.case_number,
       put.basis, put.text, put.from.micros(), end_of_time.micros(), Bytes{salt}});
}

bool end_mark(Write& write, Random& random, SubjectId subject, RecordKey record, MarkKind kind,
              std::string_view case_number) {
  auto mark = in_force(write.sql, subject, record, kind, case_number);
  if (!mark) return false;
  mark->to = write.now;
  const std::string salt = random.bytes(ledger::salt_bytes);
  const std::int64_t leaf =
      append(write, domain::Attested::record_mark_ended, salt, mark_end_statement(*mark));
  write.sql.run(
      "UPDATE record_mark SET ended_at = $1, end_leaf = $2, end_salt = $3 WHERE subject_id = $4 "
      "AND leaf = $5",
      {mark->to.micros(), leaf, Bytes{salt}, subject.value, mark->leaf});
  return true;
}

std::vector<RecordMark> marks_of(Session& sql, SubjectId subject, Instant known_at) {
  return marks_of(sql, std::span(&subject, 1), known_at);
}

std::vector<RecordMark> marks_of(Session& sql, std::span<const SubjectId> subjects,
                                 Instant known_at) {
  if (subjects.empty()) return {};
  std::vector<std::int64_t> ids;
  ids.reserve(subjects.size());
  for (const auto id : subjects) ids.push_back(id.value);
  // The marks of a subject are few: which were in force is told here, so that one text serves all.
  const auto rows = sql.query_among(select_marks, "subject_id", ids, " ORDER BY subject_id, leaf");
  std::vector<RecordMark> marks;
  while (rows->next()) {
    RecordMark mark = mark_of(*rows);
    const bool ended = mark.end_leaf >= 0 && mark.to <= known_at;
    if (ended || mark.from > known_at) continue;
    forget_end(mark);
    marks.push_back(std::move(mark));
  }
  return marks;
}

std::vector<RecordMark> marks_after(Session& sql, std::int64_t leaf, int limit) {
  const auto rows = sql.query(
      "SELECT * FROM (SELECT subject_id, record_key, kind, case_number, basis, text, put_at, "
      "ended_at, leaf, end_leaf, leaf AS entry FROM record_mark WHERE leaf > $1 UNION ALL SELECT "
      "subject_id, record_key, kind, case_number, basis, text, put_at, ended_at, leaf, end_leaf, "
      "end_leaf AS entry FROM record_mark WHERE end_leaf > $1) AS said ORDER BY entry LIMIT $2",
      {leaf, limit});
  std::vector<RecordMark> marks;
  while (rows->next()) {
    RecordMark mark = mark_of(*rows);
    if (rows->number(10) == mark.leaf) forget_end(mark);
    marks.push_back(std::move(mark));
  }
  return marks;
}

std::vector<AttestedMark> attested_marks(Session& sql, std::int64_t leaf, int limit) {
  const auto rows = sql.query(std::string(select_marks) + " WHERE leaf > $1 ORDER BY leaf LIMIT $2",
                              {leaf, limit});
  std::vector<AttestedMark> marks;
  while (rows->next())
    marks.push_back({mark_of(*rows), std::string(rows->bytes(10)), std::string(rows->bytes(11))});
  return marks;
}

}  // namespace credence::store
