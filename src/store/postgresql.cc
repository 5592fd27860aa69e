// SPDX-License-Identifier: Apache-2.0
#include <soci/postgresql/soci-postgresql.h>

#include "ledger/keys.h"
#include "store/engines.h"
#include "store/group_committer.h"
#include "store/log.h"
#include "store/migrations.h"
#include "store/session.h"

// PostgreSQL 15+: two writer connections per process, one per lane. Several processes share one
// database; an advisory lock held for the length of a group makes each lane's log one sequence
// (DESIGN 6).

namespace credence::store {
namespace {

constexpr std::size_t readers_max = 16;
constexpr long long facts_lock = 0x43524544'46414354;   // "CREDFACT"
constexpr long long access_lock = 0x43524544'41434345;  // "CREDACCE"
constexpr long long schema_lock = 0x43524544'53434845;  // "CREDSCHE"
constexpr long long open_lock = 0x43524544'4f50454e;    // "CREDOPEN"
constexpr const char* begin_snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

std::unique_ptr<Session> open_session(const std::string& connection) {
  try {
    auto session = std::make_unique<Session>(soci::postgresql, connection);
    *session << "SET client_min_messages = warning";
    *session << "SET default_transaction_isolation = 'read committed'";
    return session;
  } catch (const soci::soci_error& wrong) {
    throw Failure(make_error(
        ErrorCode::unavailable, "store.unreachable",
        {"连接不上 PostgreSQL：" + std::string(wrong.what()),
         "PostgreSQL cannot be reached: " + std::string(wrong.what())},
        {"请检查 --database 的地址、账号和服务是否运行。",
         "Check the address and account given by --database, and that the server runs."}));
  }
}

void lock(Session& sql, long long which) {
  sql << "SELECT pg_advisory_xact_lock(" + std::to_string(which) + ")";
}

// A lock of the whole session: shared by every process that has the database open, until one keeps
// the others out.
bool try_lock(Session& sql, const char* kind) {
  const auto row = sql.query(
      std::string("SELECT CASE WHEN pg_try_advisory_lock") + kind + "($1) THEN 1 ELSE 0 END",
      {std::int64_t{open_lock}});
  return row->next() && row->number(0) == 1;
}

Failure shared() {
  return Failure(make_error(
      ErrorCode::conflict, "store.shared",
      {"数据库正被其他进程使用，而本操作（或正在进行的密钥轮换）要求独占。",
       "Other processes have the database open, and this, or a rotation of keys under way, needs "
       "it alone."},
      {"请停止其他进程后重试。", "Stop the others, or wait for them, and try again."}));
}

// Patient, because the server notices only a moment later that a process has closed its sessions.
void take_lock(Session& sql, const char* kind) {
  for (int tries = 0; tries < 20; ++tries) {
    if (try_lock(sql, kind)) return;
    sql.run("SELECT pg_sleep(0.1)");
  }
  throw shared();
}

class PostgresqlLane final : public LaneTransaction {
 public:
  PostgresqlLane(std::unique_ptr<Session> session, const Clock& clock, Lane lane, LogWriter log)
      : session_(std::move(session)), clock_(clock), lane_(lane), log_(std::move(log)) {
    *session_ << "BEGIN";
    lock(*session_, schema_lock);
    migrate(*session_, Engine::postgresql, lane);
    *session_ << "COMMIT";
    if (lane == Lane::facts) take_lock(*session_, "_shared");
  }

  Instant begin() override {
    session_->run("BEGIN");
    session_->query("SELECT pg_advisory_xact_lock($1)",
                    {std::int64_t{lane_ == Lane::facts ? facts_lock : access_lock}});
    last_ = later(clock_.now(), std::max(last_, log_.begin(*session_, true)));
    return last_;
  }
  void commit() override {
    log_.write(*session_, last_);
    session_->run("COMMIT");
    log_.committed();
  }
  void rollback() noexcept override {
    log_.rolled_back();
    try {
      session_->run("ROLLBACK");
    } catch (const Failure&) {
      // The connection is gone, and the server has rolled back; the next begin says so.
    }
  }
  Session& sql() override { return *session_; }
  Engine engine() const override { return Engine::postgresql; }
  LogWriter& log() override { return log_; }
  void settle() override { log_.settle(); }

 private:
  std::unique_ptr<Session> session_;
  const Clock& clock_;
  Lane lane_;
  LogWriter log_;
  Instant last_;
};

class PostgresqlDatabase final : public Database {
 public:
  PostgresqlDatabase(const Location& location, const Clock& clock, const ledger::NodeKeys& keys)
      : Database(location, clock),
        facts_(std::make_unique<PostgresqlLane>(
            open_session(location.connection), clock, Lane::facts,
            LogWriter(Lane::facts, keys.facts, location.folder, location.unlogged))),
        access_(std::make_unique<PostgresqlLane>(
            open_session(location.connection), clock, Lane::access,
            LogWriter(Lane::access, keys.access, location.folder, location.unlogged))),
        readers_(
            readers_max, [text = location.connection] { return open_session(text); },
            begin_snapshot) {}

  Engine engine() const override { return Engine::postgresql; }
  ReadLease read() override { return ReadLease(readers_); }
  ReadLease read_access() override { return ReadLease(readers_); }
  Committer& facts() override { return facts_; }
  Committer& access() override { return access_; }
  void ping() override {
    int one = 0;
    read().sql() << "SELECT 1 FROM schema_step LIMIT 1", soci::into(one);
  }
  void scrub() override {
    const auto session = open_session(location_.connection);
    for (const char* table :
         {"record", "subject", "subject_name", "alias", "row_run", "row_duplicate", "record_mark",
          "report", "report_form", "statement", "erasure", "case_file", "case_step",
          "case_deadline", "case_document"})
      *session << "VACUUM " + std::string(table);
  }
  void keep_others_out() override {
    facts_.run([](Write& write) { take_lock(write.sql, ""); });
  }
  // The server checks its own pages as they are read, where it was set up with --data-checksums.
  void check_structure(const Fault&) override {}

 private:
  GroupCommitter facts_, access_;
  SessionPool readers_;
};

}  // namespace

std::unique_ptr<Database> open_postgresql(const Location& location, const Clock& clock) {
  return std::make_unique<PostgresqlDatabase>(location, clock,
                                              ledger::NodeKeys::open(location.folder));
}

}  // namespace credence::store
