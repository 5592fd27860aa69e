// SPDX-License-Identifier: Apache-2.0
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_set>
#include <vector>

#include "base/ensure.h"
#include "store/dialect.h"
#include "store/native.h"

namespace credence::store {
namespace {

constexpr std::size_t send_bytes = 1 << 18;

PGconn* handle_of(soci::session& sql) {
  // The library hides its type information, so no dynamic_cast.
  ensure(engine_of(sql) == Engine::postgresql, "a PostgreSQL session");
  return static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_;
}

[[noreturn]] void fail(PGconn* connection) {
  std::string said = PQerrorMessage(connection);
  while (!said.empty() && said.back() == '\n') said.pop_back();
  throw Failure(
      make_error(ErrorCode::unavailable, "store.postgresql",
                 {"数据库拒绝执行：" + said + "。", "The database refused: " + said + "."},
                 {"请处理后重新报送；已确认的数据不受影响。",
                  "Put it right and send again; nothing acknowledged is lost."}));
}

// Runs one statement; gives the first column of what it returns.
std::vector<std::int64_t> run(PGconn* connection, const std::string& text) {
  PGresult* result = PQexec(connection, text.c_str());
  const auto status = PQresultStatus(result);
  std::vector<std::int64_t> numbers;
  for (int i = 0; i < PQntuples(result); ++i) {
    const std::string_view value(PQgetvalue(result, i, 0),
                                 static_cast<std::size_t>(PQgetlength(result, i, 0)));
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    numbers.push_back(number);
  }
  PQclear(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(connection);
  return numbers;
}

std::string names_of(std::span<const BulkColumn> columns) {
  std::string names;
  for (const auto& column : columns)
    names += (names.empty() ? "" : ", ") + std::string(column.name);
  return names;
}

// COPY … FROM STDIN BINARY: the format of the PostgreSQL manual, section "COPY", "Binary Format".
class CopyInsert final : public BulkInsert {
 public:
  CopyInsert(PGconn* connection, std::string_view table, std::span<const BulkColumn> columns,
             bool skip_existing)
      : connection_(connection), columns_(columns), table_(table), target_(table) {
    if (skip_existing) {
      target_ = "bulk_" + table_;
      run(connection_, "CREATE TEMPORARY TABLE IF NOT EXISTS " + target_ + " (LIKE " + table_ +
                           ") ON COMMIT DELETE ROWS");
      run(connection_, "TRUNCATE " + target_);
    }
    const std::string text = "COPY " + target_ + " (" + names_of(columns) + ") FROM STDIN BINARY";
    PGresult* result = PQexec(connection_, text.c_str());
    const auto status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COPY_IN) fail(connection_);
    out_.append("PGCOPY\n\377\r\n\0", 11);
    out_.append(8, '\0');
    begin_row();
  }
  ~CopyInsert() override {
    if (!finished_) PQputCopyEnd(connection_, "given up"), drain();
  }

  void number(std::int64_t value) override {
    const bool wide = columns_[at_++].type == ColumnType::number64;
    big_endian(wide ? 8 : 4, 4);
    big_endian(static_cast<std::uint64_t>(value), wide ? 8 : 4);
  }
  void text(std::string_view value) override {
    ++at_;
    big_endian(value.size(), 4);
    out_.append(value);
  }
  void null() override {
    ++at_;
    big_endian(0xffffffffU, 4);
  }
  void end_row() override {
    if (out_.size() >= send_bytes) send();
    begin_row();
  }
  void finish() override {
    // The row that was begun becomes the trailer: a field count of -1.
    out_[out_.size() - 2] = out_[out_.size() - 1] = '\377';
    send();
    finished_ = true;
    if (PQputCopyEnd(connection_, nullptr) != 1 || !drain()) fail(connection_);
    if (target_ != table_) {
      const std::string names = names_of(columns_);
      run(connection_, "INSERT INTO " + table_ + " (" + names + ") SELECT " + names + " FROM " +
                           target_ + " ON CONFLICT DO NOTHING");
    }
  }

 private:
  void begin_row() {
    at_ = 0;
    big_endian(columns_.size(), 2);
  }
  void big_endian(std::uint64_t value, int bytes) {
    for (int i = bytes; i-- > 0;) out_ += static_cast<char>(value >> (8 * i));
  }
  void send() {
    if (PQputCopyData(connection_, out_.data(), static_cast<int>(out_.size())) != 1)
      fail(connection_);
    out_.clear();
  }
  bool drain() {
    bool good = true;
    while (PGresult* result = PQgetResult(connection_)) {
      good = good && PQresultStatus(result) == PGRES_COMMAND_OK;
      PQclear(result);
    }
    return good;
  }

  PGconn* connection_;
  std::span<const BulkColumn> columns_;
  std::string table_, target_, out_;
  std::size_t at_ = 0;
  bool finished_ = false;
};

// Rows of a chunk sorted by key, taken apart into rounds without equal keys: nearly always one.
std::vector<std::vector<std::size_t>> rounds_of(std::span<const RecordRow> rows) {
  std::vector<std::vector<std::size_t>> rounds;
  std::size_t run = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool again = i > 0 && rows[i].columns.subject == rows[i - 1].columns.subject &&
                       rows[i].columns.key == rows[i - 1].columns.key;
    run = again ? run + 1 : 0;
    if (rounds.size() <= run) rounds.resize(run + 1);
    rounds[run].push_back(i);
  }
  return rounds;
}

constexpr const char* staging = "record_staging";

std::string columns_but_version() {
  std::string names;
  for (const auto& column : record_columns()) {
    if (column.name != "version") names += ", s." + std::string(column.name);
  }
  return names.substr(2);
}

std::string target_columns() {
  std::string names = "version";
  for (const auto& column : record_columns()) {
    if (column.name != "version") names += ", " + std::string(column.name);
  }
  return names;
}

std::unordered_set<std::int64_t> insert_new(PGconn* connection) {
  const auto rows = run(connection, "INSERT INTO record (" + target_columns() + ") SELECT 1, " +
                                        columns_but_version() + " FROM " + std::string(staging) +
                                        " s ON CONFLICT DO NOTHING RETURNING row_number");
  return {rows.begin(), rows.end()};
}

std::unordered_set<std::int64_t> insert_changed(PGconn* connection, const LoadContext& context) {
  const std::string now = std::to_string(context.known_from.micros());
  const auto rows = run(
      connection, "WITH closed AS (UPDATE record r SET known_to = " + now + " FROM " +
                      std::string(staging) +
                      " s WHERE r.subject_id = s.subject_id AND r.record_key = s.record_key AND "
                      "r.known_to = s.known_to "
                      "AND r.content <> s.content RETURNING s.subject_id, s.record_key, r.version) "
                      "INSERT INTO record (" +
                      target_columns() + ") SELECT closed.version + 1, " + columns_but_version() +
                      " FROM closed JOIN " + std::string(staging) +
                      " s ON s.subject_id = closed.subject_id AND s.record_key = closed.record_key "
                      "RETURNING row_number");
  return {rows.begin(), rows.end()};
}

void load_round(Write& write, const LoadContext& context, std::span<const RecordRow> rows,
                const std::vector<std::size_t>& round, std::span<Outcome> outcomes) {
  PGconn* connection = handle_of(write.sql);
  run(connection, "TRUNCATE " + std::string(staging));
  CopyInsert copy(connection, staging, record_columns(), false);
  for (const std::size_t i : round) add_record(copy, context, rows[i], 1);
  copy.finish();
  const auto added = insert_new(connection);
  std::unordered_set<std::int64_t> changed;
  if (added.size() < round.size()) changed = insert_changed(connection, context);
  for (const std::size_t i : round) {
    outcomes[i] = added.contains(rows[i].row)     ? Outcome::added
                  : changed.contains(rows[i].row) ? Outcome::changed
                                                  : Outcome::duplicate;
  }
}

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

// All rows in the binary form: whole numbers big-endian, text and bytes as they are.
class ResultCursor final : public Cursor {
 public:
  explicit ResultCursor(ResultPointer result) : result_(std::move(result)) {}
  bool next() override { return ++row_ < PQntuples(result_.get()); }
  std::int64_t number(int column) override {
    const auto raw = bytes(column);
    // Sign-extended from the first byte on.
    std::int64_t value = !raw.empty() && (static_cast<unsigned char>(raw[0]) & 0x80U) != 0 ? -1 : 0;
    for (const char byte : raw)
      value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 8 |
                                        static_cast<unsigned char>(byte));
    return value;
  }
  std::string_view bytes(int column) override {
    return {PQgetvalue(result_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
  }
  bool is_null(int column) override { return PQgetisnull(result_.get(), row_, column) == 1; }

 private:
  ResultPointer result_;
  int row_ = -1;
};

class PostgresqlStatements final : public Statements {
 public:
  explicit PostgresqlStatements(PGconn* connection) : connection_(connection) {}

  std::unique_ptr<Cursor> query(std::string_view text, std::span<const Value> values) override {
    const std::string& name = prepared(text);
    std::vector<std::string> kept(values.size());
    std::vector<const char*> given(values.size(), nullptr);
    std::vector<int> sizes(values.size(), 0), formats(values.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::holds_alternative<std::monostate>(values[i])) continue;
      kept[i] = written(values[i]);
      given[i] = kept[i].c_str();
      sizes[i] = static_cast<int>(kept[i].size());
      formats[i] = std::holds_alternative<Bytes>(values[i]) ? 1 : 0;
    }
    return std::make_unique<ResultCursor>(
        checked(PQexecPrepared(connection_, name.c_str(), static_cast<int>(values.size()),
                               given.data(), sizes.data(), formats.data(), 1)));
  }

 private:
  static std::string written(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
    return std::string(std::get<Bytes>(value).value);
  }
  ResultPointer checked(PGresult* given) {
    ResultPointer result(given);
    const auto status = PQresultStatus(given);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(connection_);
    return result;
  }
  const std::string& prepared(std::string_view text) {
    const auto found = names_.find(text);
    if (found != names_.end()) return found->second;
    const std::string name = "credence_" + std::to_string(names_.size());
    const std::string own(text);
    checked(PQprepare(connection_, name.c_str(), own.c_str(), 0, nullptr));
    return names_.emplace(own, name).first->second;
  }
  PGconn* connection_;
  std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace

std::unique_ptr<Statements> statements_postgresql(soci::session& sql) {
  return std::make_unique<PostgresqlStatements>(handle_of(sql));
}

std::unique_ptr<BulkInsert> bulk_insert_postgresql(soci::session& sql, std::string_view table,
                                                   std::span<const BulkColumn> columns,
                                                   bool skip_existing) {
  return std::make_unique<CopyInsert>(handle_of(sql), table, columns, skip_existing);
}

void load_records_postgresql(Write& write, const LoadContext& context,
                             std::span<const RecordRow> rows, std::span<Outcome> outcomes) {
  run(handle_of(write.sql), "CREATE TEMPORARY TABLE IF NOT EXISTS " + std::string(staging) +
                                " (LIKE record) ON COMMIT DELETE ROWS");
  for (const auto& round : rounds_of(rows)) load_round(write, context, rows, round, outcomes);
}

}  // namespace credence::store
