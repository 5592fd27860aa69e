// SPDX-License-Identifier: Apache-2.0
#include "store/records.h"

#include <soci/soci.h>

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "store/dialect.h"
#include "store/native.h"

namespace credence::store {
namespace {

using enum ColumnType;

constexpr std::array<BulkColumn, 20> record_table = {{
    {"subject_id", number64},    {"record_key", number64}, {"version", number32},
    {"item", number32},          {"body", number64},       {"decided_on", number32},
    {"valid_from", number32},    {"valid_to", number32},   {"conduct_end", number32},
    {"publicity_end", number32}, {"severity", number32},   {"region", number32},
    {"content", number64},       {"batch", number64},      {"row_number", number64},
    {"known_from", number64},    {"known_to", number64},   {"document_number", text},
    {"fields", bytes},           {"sealed", bytes},
}};
constexpr std::array<BulkColumn, 12> subject_table = {{
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

std::string list_of(std::span<const SubjectId> ids) {
  std::string list;
  for (const auto id : ids) list += (list.empty() ? "" : ",") + std::to_string(id.value);
  return list;
}

void read_subjects(soci::session& sql, std::span<const SubjectId> ids,
                   std::vector<KnownSubject>& out) {
  const Engine engine = engine_of(sql);
  KnownSubject subject;
  long long id = 0, from = 0;
  int kind = 0, scheme = 0, authoritative = 0;
  std::string sealed, key;
  soci::statement find =
      (sql.prepare << "SELECT subject_id, kind, scheme, code, name, authoritative, COALESCE(" +
                          hex_of(engine, "sealed") + ", ''), COALESCE(" +
                          hex_of(engine, "wrapped_key") +
                          ", ''), region, known_from FROM subject WHERE subject_id IN (" +
                          list_of(ids) + ") ORDER BY subject_id",
       soci::into(id), soci::into(kind), soci::into(scheme), soci::into(subject.code),
       soci::into(subject.name), soci::into(authoritative), soci::into(sealed), soci::into(key),
       soci::into(subject.region), soci::into(from));
  find.execute();
  while (find.fetch()) {
    subject.id = SubjectId(id);
    subject.kind = static_cast<domain::SubjectKind>(kind);
    subject.scheme = static_cast<domain::Scheme>(scheme);
    subject.authoritative = authoritative != 0;
    subject.sealed = from_hex(sealed);
    subject.wrapped_key = from_hex(key);
    subject.known_from = Instant(from);
    out.push_back(subject);
  }
}

void read_former_names(soci::session& sql, std::span<const SubjectId> subjects,
                       std::vector<FormerName>& out) {
  long long id = 0, from = 0, to = 0;
  FormerName former;
  soci::statement find =
      (sql.prepare << "SELECT subject_id, name, known_from, known_to FROM subject_name WHERE "
                      "subject_id IN (" +
                          list_of(subjects) + ") ORDER BY subject_id, known_to",
       soci::into(id), soci::into(former.name), soci::into(from), soci::into(to));
  find.execute();
  while (find.fetch()) {
    former.subject = SubjectId(id);
    former.known_from = Instant(from);
    former.known_to = Instant(to);
    out.push_back(former);
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

void rename(Write& write, std::int64_t batch, const SubjectRow& row, const KnownSubject& known) {
  const long long id = row.id.value, now = write.now.micros(), number = batch,
                  from = known.known_from.micros();
  const std::string name(row.name);
  if (name != known.name && !known.name.empty()) {
    write.sql << "INSERT INTO subject_name (subject_id, name, batch, known_from, known_to) VALUES "
                 "(:s, :n, :b, "
                 ":f, :t)",
        soci::use(id), soci::use(known.name), soci::use(number), soci::use(from), soci::use(now);
  }
  write.sql << "UPDATE subject SET name = :n, authoritative = 1, region = :r, changed = :c WHERE "
               "subject_id = :s",
      soci::use(name), soci::use(row.region), soci::use(now), soci::use(id);
}

void add_subject(BulkInsert& out, const Write& write, std::int64_t batch, const SubjectRow& row) {
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
  out.end_row();
}

// ---- reading records

// The row as it comes from SOCI, and how it becomes a StoredRecord.
struct RecordFetch {
  long long subject = 0, key = 0, body = 0, content = 0, batch = 0, row = 0, from = 0, to = 0;
  int version = 0, item = 0, decided = 0, severity = 0, region = 0;
  std::array<int, 4> days{};
  std::array<soci::indicator, 4> has_day{};
  std::string document, fields, sealed;

  std::optional<Date> day(std::size_t i) const {
    return has_day[i] == soci::i_ok ? std::optional(Date(days[i])) : std::nullopt;
  }
  StoredRecord record() const {
    StoredRecord out;
    out.columns = {SubjectId(subject),
                   RecordKey(key),
                   item,
                   body,
                   decided == no_day.days() ? std::nullopt : std::optional(Date(decided)),
                   day(0),
                   day(1),
                   day(2),
                   day(3),
                   severity,
                   region,
                   content};
    out.version = version;
    out.document_number = document;
    out.fields = from_hex(fields);
    out.sealed = from_hex(sealed);
    out.batch = batch;
    out.row = row;
    out.known_from = Instant(from);
    out.known_to = Instant(to);
    return out;
  }
};

std::string select_list(Engine engine) {
  return "subject_id, record_key, version, item, body, decided_on, valid_from, valid_to, "
         "conduct_end, "
         "publicity_end, severity, region, content, batch, row_number, known_from, known_to, "
         "document_number, " +
         hex_of(engine, "fields") + " AS fields, COALESCE(" + hex_of(engine, "sealed") +
         ", '') AS sealed";
}

std::vector<StoredRecord> fetch(soci::session& sql, const std::string& text) {
  RecordFetch f;
  soci::statement statement =
      (sql.prepare << text, soci::into(f.subject), soci::into(f.key), soci::into(f.version),
       soci::into(f.item), soci::into(f.body), soci::into(f.decided),
       soci::into(f.days[0], f.has_day[0]), soci::into(f.days[1], f.has_day[1]),
       soci::into(f.days[2], f.has_day[2]), soci::into(f.days[3], f.has_day[3]),
       soci::into(f.severity), soci::into(f.region), soci::into(f.content), soci::into(f.batch),
       soci::into(f.row), soci::into(f.from), soci::into(f.to), soci::into(f.document),
       soci::into(f.fields), soci::into(f.sealed));
  statement.execute();
  std::vector<StoredRecord> records;
  while (statement.fetch()) records.push_back(f.record());
  return records;
}

// All of these are numbers, so they stand in the text as they are.
std::string number(std::int64_t value) { return std::to_string(value); }

std::string known_at(Instant instant) {
  if (instant == end_of_time) return "known_to = " + number(end_of_time.micros());
  const std::string at = number(instant.micros());
  return "known_from <= " + at + " AND known_to > " + at;
}

std::string conditions(const RecordFilter& filter, const std::optional<RecordCursor>& after) {
  std::string where = known_at(filter.known_at);
  const auto add = [&](const std::string& part) { where += " AND " + part; };
  if (filter.subject) add("subject_id = " + number(filter.subject->value));
  if (filter.body) add("body = " + number(*filter.body));
  if (filter.decided_from) add("decided_on >= " + number(filter.decided_from->days()));
  if (filter.decided_to) add("decided_on <= " + number(filter.decided_to->days()));
  if (filter.region_to > 0) {
    add("region BETWEEN " + number(filter.region_from) + " AND " + number(filter.region_to));
  }
  if (after) {
    const std::string day = number(after->decided_on.days());
    add("decided_on <= " + day + " AND (decided_on < " + day + " OR (subject_id, record_key) > (" +
        number(after->subject.value) + ", " + number(after->key.value) + "))");
  }
  return where;
}

constexpr const char* newest_first = " ORDER BY decided_on DESC, subject_id, record_key LIMIT ";

}  // namespace

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
  out.number(columns.region);
  out.number(columns.content);
  out.number(context.batch);
  out.number(row.row);
  out.number(context.known_from.micros());
  out.number(end_of_time.micros());
  out.text(row.document_number);
  out.text(row.fields);
  out.bytes_or_null(row.sealed);
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

std::vector<KnownSubject> known_subjects(soci::session& sql, std::span<const SubjectId> ids) {
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
  const std::string id = number(subject.value);
  write.sql << "UPDATE subject SET wrapped_key = " + blob_literal(write.engine, wrapped_key) +
                   " WHERE subject_id = " + id + " AND wrapped_key IS NULL";
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

std::vector<StoredRecord> find_records(soci::session& sql, const RecordFilter& filter, int limit,
                                       const std::optional<RecordCursor>& after) {
  const std::string columns = select_list(engine_of(sql));
  const std::string where = conditions(filter, after);
  const std::string end = newest_first + number(limit);
  if (filter.subject || filter.items.empty()) {
    std::string items;
    for (const int item : filter.items) items += (items.empty() ? "" : ",") + number(item);
    const std::string of_items = items.empty() ? "" : " AND item IN (" + items + ")";
    return fetch(sql, "SELECT " + columns + " FROM record WHERE " + where + of_items + end);
  }
  // Each item's page comes from its own stretch of the list index; the pages are then merged.
  std::string pages;
  for (const int item : filter.items) {
    pages += std::string(pages.empty() ? "" : " UNION ALL ") + "SELECT * FROM (SELECT " + columns +
             " FROM record WHERE item = " + number(item) + " AND " + where + end + ") page" +
             number(item);
  }
  return fetch(sql, "SELECT * FROM (" + pages + ") pages" + end);
}

std::vector<StoredRecord> record_versions(soci::session& sql, SubjectId subject, RecordKey key) {
  return fetch(sql, "SELECT " + select_list(engine_of(sql)) +
                        " FROM record WHERE subject_id = " + number(subject.value) +
                        " AND record_key = " + number(key.value) + " ORDER BY version");
}

std::optional<KnownSubject> find_subject(soci::session& sql, SubjectId id) {
  std::vector<KnownSubject> found;
  read_subjects(sql, std::span(&id, 1), found);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<KnownAlias> aliases_of(soci::session& sql, SubjectId subject) {
  KnownAlias alias;
  int scheme = 0;
  const long long id = subject.value;
  soci::statement find =
      (sql.prepare << "SELECT scheme, code FROM alias WHERE subject_id = :s ORDER BY scheme, code",
       soci::use(id), soci::into(scheme), soci::into(alias.code));
  find.execute();
  std::vector<KnownAlias> aliases;
  while (find.fetch()) {
    alias.scheme = static_cast<domain::Scheme>(scheme);
    aliases.push_back(alias);
  }
  return aliases;
}

std::vector<SubjectId> subjects_by_alias(soci::session& sql, SubjectId alias) {
  long long id = 0;
  const long long wanted = alias.value;
  soci::statement find =
      (sql.prepare << "SELECT subject_id FROM alias WHERE alias_id = :a ORDER BY subject_id",
       soci::use(wanted), soci::into(id));
  find.execute();
  std::vector<SubjectId> subjects;
  while (find.fetch()) subjects.emplace_back(id);
  return subjects;
}

std::vector<FormerName> former_names(soci::session& sql, SubjectId subject) {
  return former_names(sql, std::span(&subject, 1));
}

std::vector<FormerName> former_names(soci::session& sql, std::span<const SubjectId> subjects) {
  std::vector<FormerName> names;
  for (; !subjects.empty(); subjects = subjects.subspan(std::min(subjects.size(), ids_per_query))) {
    read_former_names(sql, subjects.first(std::min(subjects.size(), ids_per_query)), names);
  }
  return names;
}

std::vector<SubjectChange> organizations_changed(soci::session& sql, Instant since,
                                                 SubjectId after_id, int limit) {
  const std::string at = number(since.micros());
  long long id = 0, changed = 0;
  int kind = 0, scheme = 0;
  SubjectChange change;
  soci::statement find =
      (sql.prepare << "SELECT subject_id, kind, scheme, code, name, changed FROM subject WHERE "
                      "(changed > " +
                          at + " OR (changed = " + at + " AND subject_id > " +
                          number(after_id.value) + ")) AND kind <> " +
                          number(static_cast<int>(domain::SubjectKind::person)) +
                          " ORDER BY changed, subject_id LIMIT " + number(limit),
       soci::into(id), soci::into(kind), soci::into(scheme), soci::into(change.organization.code),
       soci::into(change.organization.name), soci::into(changed));
  find.execute();
  std::vector<SubjectChange> changes;
  while (find.fetch()) {
    change.changed = Instant(changed);
    change.organization.id = SubjectId(id);
    change.organization.kind = static_cast<domain::SubjectKind>(kind);
    change.organization.scheme = static_cast<domain::Scheme>(scheme);
    changes.push_back(change);
  }
  return changes;
}

std::int64_t count_rows(soci::session& sql, std::string_view table) {
  long long count = 0;
  sql << "SELECT COUNT(*) FROM " + std::string(table), soci::into(count);
  return count;
}

}  // namespace credence::store
