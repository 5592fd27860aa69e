// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "domain/subject.h"
#include "store/database.h"

// Records and their subjects as they are stored (DESIGN 4): one table for every item, versions and
// two times on each row. This is the bulk path: prepared native statements on SQLite, COPY on
// PostgreSQL.

namespace credence::store {

// The columns every record has. Days that are not known are empty.
struct RecordColumns {
  SubjectId subject;
  RecordKey key;
  int item = 0;  // Item::number
  std::int64_t body =
      0;  // organization_id of the issuing body's code, or of its name when it has none; 0 none
  std::optional<Date> decided_on, valid_from, valid_to, conduct_end, publicity_end;
  int severity = 0;  // domain::Severity
  int category = 0;  // rulebook::category_number; 0 none
  int region = 0;    // six digits; 0 unknown
  std::int64_t content =
      0;  // first 63 bits of SHA-256 over fields and sealed plain text: same or changed?
};

// A row on its way in. Text must live until load() returns.
struct RecordRow {
  RecordColumns columns;
  std::string_view document_number;
  std::string_view fields;   // the item's fields as packed by store/packing.h
  std::string_view sealed;   // personal fields, encrypted; empty when there are none
  std::int64_t row = 0;      // position in its file
  std::int64_t ordinal = 0;  // its entry of the log, counted from LoadContext::first_leaf
};

enum class Outcome : std::uint8_t { added, changed, duplicate };

// What a load is part of.
struct LoadContext {
  std::int64_t batch = 0;  // batch.number
  Instant known_from;      // Write::now
  std::int64_t first_leaf = 0;
};

// Stores one chunk inside the current transaction and says what became of each row. Of equal keys
// within one chunk the first wins as `added`, the next is a duplicate or a new version, in row
// order. REQUIRES: rows are sorted by (subject, key, row).
void load_records(Write& write, const LoadContext& context, std::span<const RecordRow> rows,
                  std::span<Outcome> outcomes);

// A subject as seen on a row.
struct SubjectRow {
  SubjectId id;
  domain::SubjectKind kind{};
  domain::Scheme scheme{};
  std::string_view code;       // canonical; empty for persons
  std::string_view name;       // as written; empty for persons
  bool authoritative = false;  // from a registration item: its name replaces one that is not
  std::string_view sealed;     // persons: sealed identity; empty otherwise
  std::string_view
      wrapped_key;  // persons, and organisations with sealed fields: the subject's key, wrapped
  int region = 0;
  std::string_view salt;  // for the statement of it
};

struct KnownSubject {
  SubjectId id;
  domain::SubjectKind kind{};
  domain::Scheme scheme{};
  std::string code, name;
  bool authoritative = false;
  std::string sealed, wrapped_key;
  int region = 0;
  std::int64_t batch = 0;
  Instant known_from, changed;
  std::int64_t leaf = 0;  // of the statement of it
  std::string salt;
};

// What the log attests of a subject when it is first seen, and of an organisation each time its
// name is new. JSON.
std::string subject_statement(const KnownSubject& subject);

// The subjects among `ids` that are stored, in id order, from any session. REQUIRES: ids sorted,
// unique.
std::vector<KnownSubject> known_subjects(Session& sql, std::span<const SubjectId> ids);

// Adds subjects that are new; an authoritative name replaces the stored one and the former name is
// kept in subject_name. A subject stored under the same id with another code is a collision: throws
// Failure (internal, "store.collision"), never a merge. Gives those of `rows` that were there
// already, with the key they have now: what was sealed under another must be sealed again.
// REQUIRES: sorted by id, unique.
std::vector<KnownSubject> put_subjects(Write& write, std::int64_t batch,
                                       std::span<const SubjectRow> rows);

// Another code of a subject (a legacy number, the organisation code inside a credit code).
struct AliasRow {
  SubjectId alias;  // organization_id(scheme, code)
  SubjectId subject;
  domain::Scheme scheme{};
  std::string_view code;
};
void put_aliases(Write& write, std::int64_t batch,
                 std::span<const AliasRow> rows);  // existing ones stay

// A version of a record as read back.
struct StoredRecord {
  RecordColumns columns;
  int version = 0;
  std::string document_number;
  std::string fields;  // packed
  std::string sealed;
  std::int64_t batch = 0, row = 0;
  Instant known_from, known_to;  // known_to == end_of_time: the current version
  std::int64_t leaf = 0;         // its row's entry of the log
};

struct RecordFilter {
  std::optional<SubjectId> subject;
  std::vector<int> items;  // empty: any
  std::optional<std::int64_t> body;
  std::optional<Date> decided_from, decided_to;  // inclusive
  int region_from = 0, region_to = 0;            // inclusive; 0,0: any
  Instant known_at = end_of_time;  // end_of_time: the current versions; else as known then
};

// Stands for the decision day of a record that has none: before every real one.
inline constexpr Date no_day{-1'000'000};

// Where the next page starts: the last row of the one before.
struct RecordCursor {
  Date decided_on;  // no_day when it has none
  SubjectId subject;
  RecordKey key;
  bool operator==(const RecordCursor&) const = default;
};

// Newest decision first, then subject, then key; at most `limit` rows after `after`. Rows without a
// decision day come last.
std::vector<StoredRecord> find_records(Session& sql, const RecordFilter& filter, int limit,
                                       const std::optional<RecordCursor>& after);
// The record a row became, by its entry of the log.
std::optional<StoredRecord> record_at_leaf(Session& sql, std::int64_t leaf);
// Records in the order of their entries, from `leaf` on.
std::vector<StoredRecord> records_from_leaf(Session& sql, std::int64_t leaf, int limit);
// Every version of one record, oldest first.
std::vector<StoredRecord> record_versions(Session& sql, SubjectId subject, RecordKey key);

struct FoundSubject : KnownSubject {
  bool marked = false;  // a record of it has or had a mark: most have none to be asked for
};
std::optional<FoundSubject> find_subject(Session& sql, SubjectId id);
// Subjects in id order, after `id`.
std::vector<KnownSubject> subjects_after(Session& sql, SubjectId id, int limit);
struct KnownAlias {
  domain::Scheme scheme{};
  std::string code;
};
std::vector<KnownAlias> aliases_of(Session& sql, SubjectId subject);
std::vector<SubjectId> subjects_by_alias(Session& sql, SubjectId alias);
struct FormerName {
  SubjectId subject;
  std::string name;
  Instant known_from, known_to;
};
std::vector<FormerName> former_names(Session& sql, SubjectId subject);
std::vector<FormerName> former_names(Session& sql,
                                     std::span<const SubjectId> subjects);  // in subject order

// Organisations whose row changed after `since`, in (changed, id) order, for in-memory indexes that
// follow.
struct SubjectChange {
  Instant changed;
  domain::Organization organization;
};
std::vector<SubjectChange> organizations_changed(Session& sql, Instant since, SubjectId after_id,
                                                 int limit);
std::int64_t count_rows(Session& sql, std::string_view table);  // table name from our own code only

// Gives a subject a wrapped key unless it has one, and says which one it has then.
std::string keep_wrapped_key(Write& write, SubjectId subject, std::string_view wrapped_key);

}  // namespace credence::store
