// SPDX-License-Identifier: Apache-2.0
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <map>

#include "base/ensure.h"
#include "store/dialect.h"
#include "store/native.h"

namespace credence::store {
namespace {

using namespace sqlite_api;  // where SOCI's header puts the functions of sqlite3.h

sqlite3* handle_of(soci::session& sql) {
  // The library hides its type information, so no dynamic_cast.
  ensure(engine_of(sql) == Engine::sqlite, "a SQLite session");
  return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

[[noreturn]] void fail(sqlite3* db) {
  const bool full = sqlite3_errcode(db) == SQLITE_FULL;
  throw Failure(make_error(
      full ? ErrorCode::unavailable : ErrorCode::internal,
      full ? "store.disk_full" : "store.sqlite",
      full ? Words{"磁盘已满，本批数据未写入。", "The disk is full; this chunk was not written."}
           : Words{"数据库拒绝执行：" + std::string(sqlite3_errmsg(db)) + "。",
                   "The database refused: " + std::string(sqlite3_errmsg(db)) + "."},
      {"请处理后重新报送；已确认的数据不受影响。",
       "Put it right and send again; nothing acknowledged is lost."}));
}

class Statement {
 public:
  Statement(sqlite3* db, const std::string& text) : db_(db) {
    if (sqlite3_prepare_v3(db, text.c_str(), -1, 0, &statement_, nullptr) != SQLITE_OK) fail(db);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int at, std::int64_t value) { sqlite3_bind_int64(statement_, at, value); }
  void bind_bytes(int at, std::string_view value, bool text) {
    const int size = static_cast<int>(value.size());
    const char* data = value.empty() ? "" : value.data();
    text ? sqlite3_bind_text(statement_, at, data, size, SQLITE_STATIC)
         : sqlite3_bind_blob(statement_, at, data, size, SQLITE_STATIC);
  }
  void bind_null(int at) { sqlite3_bind_null(statement_, at); }
  // Keeps a copy of the value, unlike bind_bytes.
  void bind_copy(int at, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return bind(at, *number);
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      sqlite3_bind_text(statement_, at, text->data() == nullptr ? "" : text->data(),
                        static_cast<int>(text->size()), SQLITE_TRANSIENT);
    } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
      const auto piece = bytes->value;
      sqlite3_bind_blob(statement_, at, piece.data() == nullptr ? "" : piece.data(),
                        static_cast<int>(piece.size()), SQLITE_TRANSIENT);
    } else {
      bind_null(at);
    }
  }
  // True when there is a row.
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(db_);
    return code == SQLITE_ROW;
  }
  void reset() { sqlite3_reset(statement_); }
  std::int64_t number(int column) { return sqlite3_column_int64(statement_, column); }
  std::string_view bytes(int column) {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return data == nullptr
               ? std::string_view()
               : std::string_view(
                     data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }
  bool is_null(int column) { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  bool busy() { return sqlite3_stmt_busy(statement_) != 0; }

 private:
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

std::string insert_text(std::string_view table, std::span<const BulkColumn> columns,
                        bool skip_existing) {
  std::string names, marks;
  for (const auto& column : columns) {
    names += (names.empty() ? "" : ", ") + std::string(column.name);
    marks += marks.empty() ? "?" : ", ?";
  }
  return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + marks + ")" +
         (skip_existing ? " ON CONFLICT DO NOTHING" : "");
}

class SqliteCursor final : public Cursor {
 public:
  explicit SqliteCursor(Statement& statement) : statement_(statement) {}
  ~SqliteCursor() override { statement_.reset(); }
  bool next() override { return !ended_ && (ended_ = !statement_.step(), !ended_); }
  std::int64_t number(int column) override { return statement_.number(column); }
  std::string_view bytes(int column) override { return statement_.bytes(column); }
  bool is_null(int column) override { return statement_.is_null(column); }

 private:
  Statement& statement_;
  bool ended_ = false;
};

class SqliteStatements final : public Statements {
 public:
  explicit SqliteStatements(sqlite3* db) : db_(db) {}
  std::unique_ptr<Cursor> query(std::string_view text, std::span<const Value> values) override {
    Statement& statement = prepared(text);
    ensure(!statement.busy(), "one cursor of a statement at a time");
    for (std::size_t i = 0; i < values.size(); ++i)
      statement.bind_copy(static_cast<int>(i) + 1, values[i]);
    return std::make_unique<SqliteCursor>(statement);
  }

 private:
  Statement& prepared(std::string_view text) {
    const auto found = prepared_.find(text);
    if (found != prepared_.end()) return *found->second;
    std::string own(text);
    auto statement = std::make_unique<Statement>(db_, own);
    return *prepared_.emplace(std::move(own), std::move(statement)).first->second;
  }
  sqlite3* db_;
  std::map<std::string, std::unique_ptr<Statement>, std::less<>> prepared_;
};

class SqliteInsert final : public BulkInsert {
 public:
  SqliteInsert(sqlite3* db, std::string_view table, std::span<const BulkColumn> columns,
               bool skip_existing)
      : db_(db), columns_(columns), statement_(db, insert_text(table, columns, skip_existing)) {}

  void number(std::int64_t value) override { statement_.bind(++at_, value); }
  void text(std::string_view value) override {
    const bool is_text = columns_[static_cast<std::size_t>(at_)].type == ColumnType::text;
    statement_.bind_bytes(++at_, value, is_text);
  }
  void null() override { statement_.bind_null(++at_); }
  void end_row() override {
    statement_.step();
    inserted_ = sqlite3_changes(db_) > 0;
    statement_.reset();
    at_ = 0;
  }
  void finish() override {}
  // Whether the last row was new.
  bool inserted() const { return inserted_; }

 private:
  sqlite3* db_;
  std::span<const BulkColumn> columns_;
  Statement statement_;
  int at_ = 0;
  bool inserted_ = false;
};

}  // namespace

std::unique_ptr<Statements> statements_sqlite(soci::session& sql) {
  return std::make_unique<SqliteStatements>(handle_of(sql));
}

std::unique_ptr<BulkInsert> bulk_insert_sqlite(soci::session& sql, std::string_view table,
                                               std::span<const BulkColumn> columns,
                                               bool skip_existing) {
  return std::make_unique<SqliteInsert>(handle_of(sql), table, columns, skip_existing);
}

// Most rows are new: try to insert, and look only when the key is there.
void load_records_sqlite(Write& write, const LoadContext& context, std::span<const RecordRow> rows,
                         std::span<Outcome> outcomes) {
  sqlite3* db = handle_of(write.sql);
  SqliteInsert first(db, "record", record_columns(), true);
  SqliteInsert next(db, "record", record_columns(), false);
  Statement current(db,
                    "SELECT version, content FROM record WHERE subject_id = ? AND record_key = ? "
                    "ORDER BY version DESC LIMIT 1");
  Statement close(
      db, "UPDATE record SET known_to = ? WHERE subject_id = ? AND record_key = ? AND version = ?");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    add_record(first, context, rows[i], 1);
    outcomes[i] = Outcome::added;
    if (first.inserted()) continue;
    const auto& columns = rows[i].columns;
    current.bind(1, columns.subject.value);
    current.bind(2, columns.key.value);
    ensure(current.step(), "a conflicting record exists");
    const auto version = current.number(0);
    const bool same = current.number(1) == columns.content;
    current.reset();
    outcomes[i] = same ? Outcome::duplicate : Outcome::changed;
    if (same) continue;
    close.bind(1, context.known_from.micros());
    close.bind(2, columns.subject.value);
    close.bind(3, columns.key.value);
    close.bind(4, version);
    close.step();
    close.reset();
    add_record(next, context, rows[i], static_cast<int>(version) + 1);
  }
}

}  // namespace credence::store
