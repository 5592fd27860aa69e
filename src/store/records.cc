// SPDX-License-Identifier: Apache-2.0
#include "store/records.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/dialect.h"
#include "store/log.h"
#include "store/native.h"
#include "store/session.h"

namespace credence::store {
namespace {

using enum ColumnType;

constexpr std::array<BulkColumn, 22> record_table = {{
    {"subject_id", number64},    {"record_key", number64}, {"version", number32},
    {"item", number32},          {"body", number64},       {"decided_on", number32},
    {"valid_from", number32},    {"valid_to", number32},   {"conduct_end", number32},
    {"publicity_end", number32}, {"severity", number32},   {"category", number32},
    {"region", number32},        {"content", number64},    {"batch", number64},
    {"row_number", number64},    {"known_from", number64}, {"known_to", number64},
    {"document_number", text},   {"fields", bytes},        {"sealed", bytes},
    {"leaf", number64},
}};
constexpr std::array<BulkColumn, 14> subject_table = {{
    {"subject_id", number64},
    {"kind", number32},
    {"scheme", number32},
    {"code", text},
    {"name", text},
    {"authoritative", number32},
    {"sealed", bytes},
    {"wrapped_key", bytes},
    {"region", number32},
    {"batch", number64},
    {"known_from", number64},
    {"changed", number64},
    {"leaf", number64},
    {"salt", bytes},
}};
constexpr std::array<BulkColumn, 6> alias_table = {{
    {"subject_id", number64},
    {"alias_id", number64},
    {"scheme", number32},
    {"code", text},
    {"batch", number64},
    {"known_from", number64},
}};

std::optional<std::int64_t> days_of(const std::optional<Date>& date) {
  return date ? std::optional<std::int64_t>(date->days()) : std::nullopt;
}

// ---- subjects

constexpr std::size_t ids_per_query = 500;

std::vector<std::int64_t> numbers_of(std::span<const SubjectId> ids) {
  std::vector<std::int64_t> numbers;
  numbers.reserve(ids.size());
  for (const auto id : ids) numbers.push_back(id.value);
  return numbers;
}

constexpr const char* subject_list =
    "SELECT subject_id, kind, scheme, code, name, authoritative, sealed, wrapped_key, region, "
    "known_from, batch, changed, leaf, salt FROM subject";
constexpr const char* find_one_subject =
    "SELECT subject_id, kind, scheme, code, name, authoritative, sealed, wrapped_key, region, "
    "known_from, batch, changed, leaf, salt, CASE WHEN EXISTS (SELECT 1 FROM record_mark m WHERE "
    "m.subject_id = subject.subject_id) THEN 1 ELSE 0 END FROM subject WHERE subject_id = $1";

void read_subject(Cursor& row, KnownSubject& subject) {
  subject.id = SubjectId(row.number(0));
  subject.kind = static_cast<domain::SubjectKind>(row.number(1));
  subject.scheme = static_cast<domain::Scheme>(row.number(2));
  subject.code = row.bytes(3);
  subject.name = row.bytes(4);
  subject.authoritative = row.number(5) != 0;
  subject.sealed = row.bytes(6);
  subject.wrapped_key = row.bytes(7);
  subject.region = static_cast<int>(row.number(8));
  subject.known_from = Instant(row.number(9));
  subject.batch = row.number(10);
  subject.changed = Instant(row.number(11));
  subject.leaf = row.number(12);
  subject.salt = row.bytes(13);
}

void read_subjects(Cursor& rows, std::vector<KnownSubject>& out) {
  while (rows.next()) read_subject(rows, out.emplace_back());
}

void read_subjects(Session& sql, std::span<const SubjectId> ids, std::vector<KnownSubject>& out) {
  read_subjects(
      *sql.query_among(subject_list, "subject_id", numbers_of(ids), " ORDER BY subject_id"), out);
}

void read_former_names(Session& sql, std::span<const SubjectId> subjects,
                       std::vector<FormerName>& out) {
  const auto rows =
      sql.query_among("SELECT subject_id, name, known_from, known_to FROM subject_name",
                      "subject_id", numbers_of(subjects), " ORDER BY subject_id, known_to");
  while (rows->next()) {
    out.push_back({SubjectId(rows->number(0)), std::string(rows->bytes(1)),
                   Instant(rows->number(2)), Instant(rows->number(3))});
  }
}

void check_collision(const SubjectRow& row, const KnownSubject& known) {
  const bool same =
      row.scheme == known.scheme && (is_personal(row.scheme) || row.code == known.code);
  if (same) return;
  throw Failure(make_error(
      ErrorCode::internal, "store.collision",
      {"两个不同的代码得到同一编号，已停止写入；绝不合并。",
       "Two different codes give one number; writing has stopped. They are never merged."},
      {"请联系维护者并提供两个代码：" + std::string(row.code) + "、" + known.code,
       "Report both codes to the maintainers: " + std::string(row.code) + ", " + known.code}));
}

// What an existing subject learns from a row: an authoritative name, and nothing else.
bool renames(const SubjectRow& row, const KnownSubject& known) {
  if (!row.authoritative || row.name.empty()) return false;
  return row.name != known.name || !known.authoritative;
}

// Appends the statement of a subject: of an organisation its code and name, of a person neither.
std::int64_t attest_subject(Write& write, const KnownSubject& subject) {
  return static_cast<std::int64_t>(
      write.log.append(static_cast<unsigned char>(domain::Attested::subject),
                       ledger::commitment(subject.salt, subject_statement(subject))));
}

void rename(Write& write, std::int64_t batch, const SubjectRow& row, const KnownSubject& known) {
  if (row.name != known.name && !known.name.empty()) {
    write.sql.run(
        "INSERT INTO subject_name (subject_id, name, batch, known_from, known_to, authoritative, "
        "region, leaf, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {row.id.value, known.name, batch, known.changed.micros(), write.now.micros(),
         known.authoritative ? 1 : 0, known.region, known.leaf, Bytes{known.salt}});
  }
  KnownSubject renamed = known;
  renamed.name = row.name;
  renamed.authoritative = true;
  renamed.region = row.region;
  renamed.changed = write.now;
  renamed.salt = row.salt;
  const std::int64_t leaf = attest_subject(write, renamed);
  write.sql.run(
      "UPDATE subject SET name = $1, authoritative = 1, region = $2, changed = $3, leaf = $4, salt "
      "= "
      "$5 WHERE subject_id = $6",
      {row.name, row.region, write.now.micros(), leaf, Bytes{row.salt}, row.id.value});
}

KnownSubject fresh_subject(const Write& write, std::int64_t batch, const SubjectRow& row) {
  KnownSubject fresh;
  fresh.id = row.id;
  fresh.kind = row.kind;
  fresh.scheme = row.scheme;
  fresh.code = row.code;
  fresh.name = row.name;
  fresh.authoritative = row.authoritative;
  fresh.region = row.region;
  fresh.batch = batch;
  fresh.known_from = fresh.changed = write.now;
  fresh.salt = row.salt;
  return fresh;
}

void add_subject(BulkInsert& out, Write& write, std::int64_t batch, const SubjectRow& row) {
  const std::int64_t leaf = attest_subject(write, fresh_subject(write, batch, row));
  out.number(row.id.value);
  out.number(static_cast<int>(row.kind));
  out.number(static_cast<int>(row.scheme));
  out.text(row.code);
  out.text(row.name);
  out.number(row.authoritative ? 1 : 0);
  out.bytes_or_null(row.sealed);
  out.bytes_or_null(row.wrapped_key);
  out.number(row.region);
  out.number(batch);
  out.number(write.now.micros());
  out.number(write.now.micros());
  out.number(leaf);
  out.text(row.salt);
  out.end_row();
}

// ---- reading records

constexpr const char* select_list =
    "subject_id, record_key, item, body, decided_on, valid_from, valid_to, conduct_end, "
    "publicity_end, severity, category, "
    "region, content, version, batch, row_number, known_from, known_to, document_number, fields, "
    "sealed, leaf";

std::optional<Date> day(Cursor& row, int column) {
  return row.is_null(column) ? std::nullopt
                             : std::optional(Date(static_cast<std::int32_t>(row.number(column))));
}

StoredRecord record_of(Cursor& row) {
  const auto small = [&](int column) { return static_cast<int>(row.number(column)); };
  StoredRecord out;
  const auto decided = day(row, 4);
  out.columns = {SubjectId(row.number(0)),
                 RecordKey(row.number(1)),
                 small(2),
                 row.number(3),
                 decided == no_day ? std::nullopt : decided,
                 day(row, 5),
                 day(row, 6),
                 day(row, 7),
                 day(row, 8),
                 small(9),
                 small(10),
                 small(11),
                 row.number(12)};
  out.version = small(13);
  out.batch = row.number(14);
  out.row = row.number(15);
  out.known_from = Instant(row.number(16));
  out.known_to = Instant(row.number(17));
  out.document_number = row.bytes(18);
  out.fields = row.bytes(19);
  out.sealed = row.bytes(20);
  out.leaf = row.number(21);
  return out;
}

std::vector<StoredRecord> fetch(Session& sql, std::string_view text,
                                std::span<const Value> values) {
  const auto rows = sql.query(text, values);
  std::vector<StoredRecord> records;
  while (rows->next()) records.push_back(record_of(*rows));
  return records;
}

std::string number(std::int64_t value) { return std::to_string(value); }

// A statement on its way: text, and values that each get the next mark.
struct Asked {
  std::string text;
  std::vector<Value> values;
  Asked& say(std::string_view piece) {
    text += piece;
    return *this;
  }
  Asked& say(std::string_view piece, Value value) {
    values.emplace_back(value);
    return say(piece).say("$").say(number(static_cast<std::int64_t>(values.size())));
  }
};

// The end of time stands in the text: the current versions have an index that only this text can
// use.
void say_known_at(Asked& asked, Instant instant) {
  if (instant == end_of_time) {
    asked.say("known_to = ").say(number(end_of_time.micros()));
  } else {
    asked.say("known_from <= ", instant.micros()).say(" AND known_to > ", instant.micros());
  }
}

void say_conditions(Asked& asked, const RecordFilter& filter,
                    const std::optional<RecordCursor>& after) {
  say_known_at(asked, filter.known_at);
  if (filter.subject) asked.say(" AND subject_id = ", filter.subject->value);
  if (filter.body) asked.say(" AND body = ", *filter.body);
  if (filter.decided_from) asked.say(" AND decided_on >= ", filter.decided_from->days());
  if (filter.decided_to) asked.say(" AND decided_on <= ", filter.decided_to->days());
  if (filter.region_to > 0) {
    asked.say(" AND region BETWEEN ", filter.region_from).say(" AND ", filter.region_to);
  }
  if (after) {
    const std::int64_t day = after->decided_on.days();
    asked.say(" AND decided_on <= ", day).say(" AND (decided_on < ", day);
    asked.say(" OR (subject_id, record_key) > (", after->subject.value)
        .say(", ", after->key.value)
        .say("))");
  }
}

constexpr const char* newest_first = " ORDER BY decided_on DESC, subject_id, record_key LIMIT ";

}  // namespace

std::string subject_statement(const KnownSubject& s) {
  std::string text = "{\"statement\":\"subject\",\"subject\":\"" + number(s.id.value) +
                     "\",\"kind\":" + number(static_cast<int>(s.kind)) +
                     ",\"scheme\":" + number(static_cast<int>(s.scheme)) + ",\"code\":\"" + s.code +
                     "\",\"name\":\"";
  for (const char c : s.name) {
    if (c == '"' || c == '\\') text += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) text += c;
  }
  return text + "\",\"authoritative\":" + (s.authoritative ? "true" : "false") +
         ",\"region\":" + number(s.region) + ",\"receipt\":" + number(s.batch) +
         ",\"known_from\":" + number(s.known_from.micros()) +
         ",\"changed\":" + number(s.changed.micros()) + "}";
}

std::span<const BulkColumn> record_columns() { return record_table; }

void add_record(BulkInsert& out, const LoadContext& context, const RecordRow& row, int version) {
  const auto& columns = row.columns;
  out.number(columns.subject.value);
  out.number(columns.key.value);
  out.number(version);
  out.number(columns.item);
  out.number(columns.body);
  out.number(columns.decided_on.value_or(no_day).days());
  out.number(days_of(columns.valid_from));
  out.number(days_of(columns.valid_to));
  out.number(days_of(columns.conduct_end));
  out.number(days_of(columns.publicity_end));
  out.number(columns.severity);
  out.number(columns.category);
  out.number(columns.region);
  out.number(columns.content);
  out.number(context.batch);
  out.number(row.row);
  out.number(context.known_from.micros());
  out.number(end_of_time.micros());
  out.text(row.document_number);
  out.text(row.fields);
  out.bytes_or_null(row.sealed);
  out.number(context.first_leaf + row.ordinal);
  out.end_row();
}

std::unique_ptr<BulkInsert> bulk_insert(Write& write, std::string_view table,
                                        std::span<const BulkColumn> columns, bool skip_existing) {
  return write.engine == Engine::sqlite
             ? bulk_insert_sqlite(write.sql, table, columns, skip_existing)
             : bulk_insert_postgresql(write.sql, table, columns, skip_existing);
}

void load_records(Write& write, const LoadContext& context, std::span<const RecordRow> rows,
                  std::span<Outcome> outcomes) {
  ensure(rows.size() == outcomes.size(), "one outcome per row");
  if (rows.empty()) return;
  write.engine == Engine::sqlite ? load_records_sqlite(write, context, rows, outcomes)
                                 : load_records_postgresql(write, context, rows, outcomes);
}

std::vector<KnownSubject> known_subjects(Session& sql, std::span<const SubjectId> ids) {
  std::vector<KnownSubject> known;
  for (; !ids.empty(); ids = ids.subspan(std::min(ids.size(), ids_per_query))) {
    read_subjects(sql, ids.first(std::min(ids.size(), ids_per_query)), known);
  }
  return known;
}

std::vector<KnownSubject> put_subjects(Write& write, std::int64_t batch,
                                       std::span<const SubjectRow> rows) {
  std::vector<SubjectId> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  auto known = known_subjects(write.sql, ids);
  std::vector<const SubjectRow*> fresh;
  auto at = known.begin();
  for (const auto& row : rows) {
    if (at == known.end() || at->id != row.id) {
      fresh.push_back(&row);
      continue;
    }
    check_collision(row, *at);
    if (renames(row, *at)) rename(write, batch, row, *at);
    if (at->wrapped_key.empty() && !row.wrapped_key.empty()) {
      at->wrapped_key = keep_wrapped_key(write, row.id, row.wrapped_key);
    }
    ++at;
  }
  if (fresh.empty()) return known;
  const auto out = bulk_insert(write, "subject", subject_table);
  for (const auto* row : fresh) add_subject(*out, write, batch, *row);
  out->finish();
  return known;
}

std::string keep_wrapped_key(Write& write, SubjectId subject, std::string_view wrapped_key) {
  write.sql.run("UPDATE subject SET wrapped_key = $1 WHERE subject_id = $2 AND wrapped_key IS NULL",
                {Bytes{wrapped_key}, subject.value});
  const auto known = find_subject(write.sql, subject);
  return known ? known->wrapped_key : std::string();
}

void put_aliases(Write& write, std::int64_t batch, std::span<const AliasRow> rows) {
  if (rows.empty()) return;
  const auto out = bulk_insert(write, "alias", alias_table, true);
  for (const auto& row : rows) {
    out->number(row.subject.value);
    out->number(row.alias.value);
    out->number(static_cast<int>(row.scheme));
    out->text(row.code);
    out->number(batch);
    out->number(write.now.micros());
    out->end_row();
  }
  out->finish();
}

std::vector<StoredRecord> find_records(Session& sql, const RecordFilter& filter, int limit,
                                       const std::optional<RecordCursor>& after) {
  Asked asked;
  const auto say_page = [&](std::optional<Value> item) {
    asked.say("SELECT ").say(select_list).say(" FROM record WHERE ");
    if (item) asked.say("item = ", *item).say(" AND ");
    say_conditions(asked, filter, after);
    asked.say(newest_first, limit);
  };
  if (filter.items.size() < 2) {
    say_page(filter.items.empty() ? std::nullopt : std::optional<Value>(filter.items.front()));
    return fetch(sql, asked.text, asked.values);
  }
  // Each item's page comes from its own stretch of the list index; the pages are then merged.
  asked.say("SELECT * FROM (");
  for (std::size_t i = 0; i < filter.items.size(); ++i) {
    asked.say(i == 0 ? "SELECT * FROM (" : " UNION ALL SELECT * FROM (");
    say_page(filter.items[i]);
    asked.say(") page").say(number(static_cast<std::int64_t>(i)));
  }
  asked.say(") pages").say(newest_first, limit);
  return fetch(sql, asked.text, asked.values);
}

std::optional<StoredRecord> record_at_leaf(Session& sql, std::int64_t leaf) {
  auto found = fetch(sql, std::string("SELECT ") + select_list + " FROM record WHERE leaf = $1",
                     std::array<Value, 1>{leaf});
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<StoredRecord> records_from_leaf(Session& sql, std::int64_t leaf, int limit) {
  return fetch(
      sql,
      std::string("SELECT ") + select_list + " FROM record WHERE leaf >= $1 ORDER BY leaf LIMIT $2",
      std::array<Value, 2>{leaf, limit});
}

std::vector<StoredRecord> record_versions(Session& sql, SubjectId subject, RecordKey key) {
  return fetch(sql,
               std::string("SELECT ") + select_list +
                   " FROM record WHERE subject_id = $1 AND record_key = $2 ORDER BY version",
               std::array<Value, 2>{subject.value, key.value});
}

std::optional<FoundSubject> find_subject(Session& sql, SubjectId id) {
  const auto row = sql.query(find_one_subject, {id.value});
  if (!row->next()) return std::nullopt;
  FoundSubject found;
  read_subject(*row, found);
  found.marked = row->number(14) != 0;
  return found;
}

std::vector<KnownSubject> subjects_after(Session& sql, SubjectId id, int limit) {
  std::vector<KnownSubject> found;
  read_subjects(
      *sql.query(std::string(subject_list) + " WHERE subject_id > $1 ORDER BY subject_id LIMIT $2",
                 {id.value, limit}),
      found);
  return found;
}

std::vector<KnownAlias> aliases_of(Session& sql, SubjectId subject) {
  const auto rows =
      sql.query("SELECT scheme, code FROM alias WHERE subject_id = $1 ORDER BY scheme, code",
                {subject.value});
  std::vector<KnownAlias> aliases;
  while (rows->next())
    aliases.push_back({static_cast<domain::Scheme>(rows->number(0)), std::string(rows->bytes(1))});
  return aliases;
}

std::vector<SubjectId> subjects_by_alias(Session& sql, SubjectId alias) {
  const auto rows = sql.query(
      "SELECT subject_id FROM alias WHERE alias_id = $1 ORDER BY subject_id", {alias.value});
  std::vector<SubjectId> subjects;
  while (rows->next()) subjects.emplace_back(rows->number(0));
  return subjects;
}

std::vector<FormerName> former_names(Session& sql, SubjectId subject) {
  return former_names(sql, std::span(&subject, 1));
}

std::vector<FormerName> former_names(Session& sql, std::span<const SubjectId> subjects) {
  std::vector<FormerName> names;
  for (; !subjects.empty(); subjects = subjects.subspan(std::min(subjects.size(), ids_per_query))) {
    read_former_names(sql, subjects.first(std::min(subjects.size(), ids_per_query)), names);
  }
  return names;
}

std::vector<SubjectChange> organizations_changed(Session& sql, Instant since, SubjectId after_id,
                                                 int limit) {
  const auto rows = sql.query(
      "SELECT subject_id, kind, scheme, code, name, changed FROM subject "
      "WHERE (changed > $1 OR (changed = $1 AND subject_id > $2)) AND kind <> $3 ORDER BY changed, "
      "subject_id LIMIT $4",
      {since.micros(), after_id.value, static_cast<int>(domain::SubjectKind::person), limit});
  std::vector<SubjectChange> changes;
  while (rows->next()) {
    SubjectChange& change = changes.emplace_back();
    change.changed = Instant(rows->number(5));
    change.organization = {SubjectId(rows->number(0)),
                           static_cast<domain::SubjectKind>(rows->number(1)),
                           static_cast<domain::Scheme>(rows->number(2)),
                           std::string(rows->bytes(3)), std::string(rows->bytes(4))};
  }
  return changes;
}

std::int64_t count_rows(Session& sql, std::string_view table) {
  long long count = 0;
  sql << "SELECT COUNT(*) FROM " + std::string(table), soci::into(count);
  return count;
}

}  // namespace credence::store
