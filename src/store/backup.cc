// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <sqlite3.h>

#include <string>

#include "base/error.h"
#include "store/journal_segment.h"
#include "store/page_sums.h"

namespace credence::store {
namespace {

constexpr int wait_ms = 30'000;

Failure failed(const std::filesystem::path& file, const char* why) {
  Error error = make_error(
      ErrorCode::unavailable, "backup.sqlite",
      {"数据库无法复制：" + std::string(why) + "。",
       "The database cannot be copied: " + std::string(why) + "."},
      {"请检查磁盘空间和目录权限后重试。", "Check disk space and permissions and try again."});
  error.place.file = file.string();
  return Failure(std::move(error));
}

class Connection {
 public:
  Connection(std::filesystem::path file, int flags) : file_(std::move(file)) {
    const int code = sqlite3_open_v2(file_.c_str(), &handle_, flags, nullptr);
    if (code != SQLITE_OK) {
      sqlite3_close(handle_);
      throw failed(file_, sqlite3_errstr(code));
    }
    sqlite3_busy_timeout(handle_, wait_ms);
  }
  ~Connection() { sqlite3_close(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* get() const { return handle_; }
  void run(const char* text) const {
    if (sqlite3_exec(handle_, text, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw failed(file_, sqlite3_errmsg(handle_));
  }

 private:
  std::filesystem::path file_;
  sqlite3* handle_ = nullptr;
};

// A first page that says the file carries page sums, so that every page copied after it gets one.
// Nobody reads the copy before it is whole, so it needs no journal.
void begin(const Connection& copy) {
  int bytes = page_sum_bytes;
  copy.run("PRAGMA page_size=8192");
  sqlite3_file_control(copy.get(), "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
  copy.run("PRAGMA journal_mode=OFF; PRAGMA user_version=1");
}

void copy_database(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Connection source(from, SQLITE_OPEN_READONLY);
  const Connection copy(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  begin(copy);
  sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source.get(), "main");
  if (backup == nullptr) throw failed(to, sqlite3_errmsg(copy.get()));
  // All pages in one step are one read transaction; in several, a busy writer would make it begin
  // again and again.
  const int code = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) throw failed(from, sqlite3_errstr(code));
  if (!damaged_pages(to, 1).empty()) throw failed(to, "page sums / 页校验和");
}

}  // namespace

void copy_sqlite(const std::filesystem::path& folder, const std::filesystem::path& out) {
  write_page_sums();
  copy_database(folder / "credence.db", out / "credence.db");
  copy_segments(folder / journal_name, out / journal_name);
  copy_database(folder / "access.db", out / "access.db");
}

}  // namespace credence::store
