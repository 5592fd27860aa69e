// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

// The one door to stored facts. SQL goes through SOCI sessions borrowed here; all writes go through
// the committers. SQLite and PostgreSQL stand behind the same calls; what differs is in dialect.h.

namespace credence::store {

enum class Engine : std::uint8_t { sqlite, postgresql };

// What an answer waits for (docs/decisions/0009): its entry in the journal of the data folder, or
// in the database.
enum class Trace : std::uint8_t { journal, database };

// Where the facts are: a data folder (SQLite), or a PostgreSQL connection string beside a data
// folder that keeps the original files.
struct Location {
  Engine engine = Engine::sqlite;
  std::filesystem::path folder;
  std::string connection;  // libpq text, for PostgreSQL only
  // For `make bench` alone, to measure what the log costs: nothing is attested, and fsck will say
  // so.
  bool unlogged = false;
  Trace trace = Trace::journal;
};

class Journal;
class LogWriter;
class Session;
class SessionPool;

// A read session, given back to the pool when it goes. Not for use by two threads at once. All
// reads of one lease see one state of the data.
class ReadLease {
 public:
  explicit ReadLease(SessionPool& pool);
  ReadLease(ReadLease&&) noexcept;
  ReadLease& operator=(ReadLease&&) = delete;
  ~ReadLease();
  Session& sql() const { return *session_; }

 private:
  SessionPool* pool_;
  std::unique_ptr<Session> session_;
};

// The writer's session inside the group's transaction.
struct Write {
  Session& sql;
  Engine engine;
  Instant now;     // one instant for the whole group, later than any committed before in this lane
  LogWriter& log;  // what is appended becomes part of the transaction
};

// A unit of work. May run twice: when one of a group fails, the group is rolled back and each is
// run again in a transaction of its own, so that one failure never takes its neighbours with it. So
// it must not change anything but the database and its own captured results (which it must
// overwrite, not add to).
using Work = std::function<void(Write&)>;

// The single writer of one lane. Groups what is waiting into one transaction (group commit) and
// only after it is durable lets the callers go on. Thread safe.
class Committer {
 public:
  virtual ~Committer() = default;
  // Calls `done` from the writer's thread when the work is durable (null) or failed (the
  // exception).
  virtual void submit(Work work, std::function<void(std::exception_ptr)> done) = 0;
  // Waits until durable; throws what the work threw.
  void run(Work work);
  // Works waiting or running now.
  virtual std::size_t backlog() const = 0;
  // Groups committed since the start: it has grown before anybody is told that a work is durable.
  virtual std::uint64_t commits() const = 0;
};

class Database {
 public:
  // Opens, takes the folder's lock (SQLite), reads the folder's log keys (ledger/keys.h) and brings
  // the schema up to date. Throws Failure: another process holds the folder (named by command and
  // process id), a newer schema than this program knows, keys missing or not this log's, disk full,
  // no such server.
  static std::unique_ptr<Database> open(const Location& location, const Clock& clock);
  virtual ~Database();

  virtual Engine engine() const = 0;
  // Waits for a free session of the pool.
  virtual ReadLease read() = 0;
  virtual ReadLease read_access() = 0;
  // Two lanes, so that an acknowledgement never waits behind bulk work (docs/decisions/0003):
  // `facts` for records and everything that belongs in one transaction with them, `access` for the
  // access ledger. On SQLite they are two files, on PostgreSQL two connections.
  virtual Committer& facts() = 0;
  virtual Committer& access() = 0;
  // What becomes entries of the access ledger (app/access/access.h begins and ends it). Whoever
  // must see every look settles it first.
  Journal& journal() { return *journal_; }
  // Answers a trivial query on both lanes; throws Failure when either does not.
  virtual void ping() = 0;
  // Overwrites what deleting left behind in files and free pages; to be called after something was
  // lawfully destroyed. On PostgreSQL it makes the space free to be overwritten; its write-ahead
  // log and backups end with their own retention.
  virtual void scrub() = 0;
  // Checks the engine's own files: sums of pages, structure, indexes against tables. Tells each
  // fault: where, what. REQUIRES: nothing is written meanwhile.
  using Fault = std::function<void(const std::string& where, const std::string& what)>;
  virtual void check_structure(const Fault& fault) = 0;
  // Makes sure that no other process has the database open from now until this one closes it: on
  // SQLite the folder's lock does. Throws Failure (conflict, "store.shared").
  virtual void keep_others_out() = 0;
  const std::filesystem::path& folder() const { return location_.folder; }
  const Location& location() const { return location_; }

 protected:
  Database(Location location, const Clock& clock);
  Location location_;

 private:
  std::unique_ptr<Journal> journal_;
};

// "sqlite" or a libpq connection string / postgresql:// address.
Result<Location> parse_location(std::string_view text, const std::filesystem::path& folder);

}  // namespace credence::store
