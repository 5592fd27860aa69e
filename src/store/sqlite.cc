// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "ledger/keys.h"
#include "store/engines.h"
#include "store/group_committer.h"
#include "store/log.h"
#include "store/migrations.h"
#include "store/page_sums.h"
#include "store/session.h"

// SQLite in the data folder: credence.db for facts, access.db for the access ledger, each with one
// writer, WAL and synchronous=FULL. One process at a time, held by a lock on the file `lock`.

namespace credence::store {
namespace {

constexpr std::size_t readers_max = 16;
constexpr std::size_t pages_named = 20;
constexpr const char* facts_name = "credence.db";
constexpr const char* access_name = "access.db";

std::string command_line() {
  std::ifstream in("/proc/self/cmdline", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (char& c : text) {
    if (c == '\0') c = ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text.substr(0, 200);
}

// Held as long as the database is open; the operating system lets go of it even after a kill.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder) : path_(folder / "lock") {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw unusable();
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) throw held();
    const std::string who = std::to_string(::getpid()) + "\n" + command_line() + "\n";
    if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, who.data(), who.size(), 0) < 0)
      throw unusable();
  }
  ~FolderLock() { ::close(file_); }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  Failure unusable() const {
    Error error =
        make_error(ErrorCode::unavailable, "store.folder",
                   {"数据目录无法使用：" + std::string(std::strerror(errno)) + "。",
                    "The data folder cannot be used: " + std::string(std::strerror(errno)) + "."},
                   {"请先执行 credence init，并检查目录权限。",
                    "Run credence init first and check the folder's permissions."});
    error.place.file = path_.parent_path().string();
    return Failure(std::move(error));
  }
  Failure held() {
    std::ifstream in(path_);
    std::string pid, command;
    std::getline(in, pid);
    std::getline(in, command);
    ::close(file_);
    Error error = make_error(
        ErrorCode::conflict, "store.locked",
        {"数据目录正被进程 " + pid + "（" + command + "）使用，同一目录一次只能由一个进程打开。",
         "The data folder is in use by process " + pid + " (" + command +
             "); one process at a time can open it."},
        {"请通过正在运行的服务操作，或先停止它；需要多个进程时请使用 PostgreSQL。",
         "Go through the running service or stop it first; for several processes use PostgreSQL."});
    error.place.file = path_.parent_path().string();
    return Failure(std::move(error));
  }
  std::filesystem::path path_;
  int file_ = -1;
};

// SOCI asks for a name and options; ours are set by PRAGMA below.
std::unique_ptr<Session> open_session(const std::filesystem::path& file) {
  return std::make_unique<Session>(soci::sqlite3, "dbname=\"" + file.string() + "\" timeout=30");
}

// Leaves room for the sums of page_sums.h; does nothing in a database that has pages already.
void reserve_page_sums(Session& session) {
  int bytes = page_sum_bytes;
  auto* connection = static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
  sqlite_api::sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

std::unique_ptr<Session> open_writer(const std::filesystem::path& file) {
  auto session = open_session(file);
  *session << "PRAGMA page_size=8192";
  reserve_page_sums(*session);
  // What is destroyed is overwritten, not only let go (PIPL art. 47).
  for (const char* pragma :
       {"PRAGMA secure_delete=ON", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
        "PRAGMA cache_size=-65536", "PRAGMA wal_autocheckpoint=2000",
        "PRAGMA journal_size_limit=67108864", "PRAGMA temp_store=MEMORY"}) {
    *session << pragma;
  }
  return session;
}

std::unique_ptr<Session> open_reader(const std::filesystem::path& file) {
  auto session = open_session(file);
  for (const char* pragma :
       {"PRAGMA query_only=ON", "PRAGMA cache_size=-8192", "PRAGMA mmap_size=1073741824"}) {
    *session << pragma;
  }
  return session;
}

class SqliteLane final : public LaneTransaction {
 public:
  SqliteLane(std::unique_ptr<Session> session, const Clock& clock, Lane lane, LogWriter log)
      : session_(std::move(session)), clock_(clock), log_(std::move(log)) {
    *session_ << "BEGIN IMMEDIATE";
    migrate(*session_, Engine::sqlite, lane);
    *session_ << "COMMIT";
  }

  Instant begin() override {
    session_->run("BEGIN IMMEDIATE");
    last_ = later(clock_.now(), std::max(last_, log_.begin(*session_, false)));
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
      // SQLite has rolled back by itself (disk full, I/O error); there is nothing left to undo.
    }
  }
  Session& sql() override { return *session_; }
  Engine engine() const override { return Engine::sqlite; }
  LogWriter& log() override { return log_; }
  void settle() override { log_.settle(); }

 private:
  std::unique_ptr<Session> session_;
  const Clock& clock_;
  LogWriter log_;
  Instant last_;
};

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const Location& location, const Clock& clock, const ledger::NodeKeys& keys)
      : Database(location, clock),
        lock_(location.folder),
        facts_(std::make_unique<SqliteLane>(
            open_writer(location.folder / facts_name), clock, Lane::facts,
            LogWriter(Lane::facts, keys.facts, location.folder, location.unlogged))),
        access_(std::make_unique<SqliteLane>(
            open_writer(location.folder / access_name), clock, Lane::access,
            LogWriter(Lane::access, keys.access, location.folder, location.unlogged))),
        readers_(
            readers_max, [file = location.folder / facts_name] { return open_reader(file); },
            "BEGIN"),
        access_readers_(
            readers_max, [file = location.folder / access_name] { return open_reader(file); },
            "BEGIN") {}

  Engine engine() const override { return Engine::sqlite; }
  ReadLease read() override { return ReadLease(readers_); }
  ReadLease read_access() override { return ReadLease(access_readers_); }
  Committer& facts() override { return facts_; }
  Committer& access() override { return access_; }
  void ping() override {
    int one = 0;
    read().sql() << "SELECT 1 FROM schema_step LIMIT 1", soci::into(one);
    read_access().sql() << "SELECT 1 FROM access_schema_step LIMIT 1", soci::into(one);
  }
  // Deleting overwrites pages (secure_delete); the write-ahead log still holds them until it is
  // cut.
  void scrub() override {
    for (const char* name : {facts_name, access_name})
      open_session(location_.folder / name)->run("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  void keep_others_out() override {}
  void check_structure(const Fault& fault) override {
    check_pages(facts_name, fault);
    check_pages(access_name, fault);
    check_file(read(), facts_name, fault);
    check_file(read_access(), access_name, fault);
  }

 private:
  // Brings what is still in the write-ahead log into the file first; nobody writes while this
  // reads.
  void check_pages(const char* name, const Fault& fault) {
    const auto path = location_.folder / name;
    open_session(path)->run("PRAGMA wal_checkpoint(PASSIVE)");
    for (const auto page : damaged_pages(path, pages_named))
      fault(std::string(name) + " page " + std::to_string(page), "page sum / 页校验和");
  }
  static void check_file(const ReadLease& lease, const char* name, const Fault& fault) {
    const auto rows = lease.sql().query("PRAGMA integrity_check(20)");
    while (rows->next()) {
      if (rows->bytes(0) != "ok") fault(name, std::string(rows->bytes(0)));
    }
  }
  FolderLock lock_;
  GroupCommitter facts_, access_;
  SessionPool readers_, access_readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const Location& location, const Clock& clock) {
  // Counting its memory costs SQLite a lock on each allocation, shared by every session. Refused
  // once it runs.
  sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  write_page_sums();
  return std::make_unique<SqliteDatabase>(location, clock, ledger::NodeKeys::open(location.folder));
}

}  // namespace credence::store
