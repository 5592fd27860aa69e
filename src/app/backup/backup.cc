// SPDX-License-Identifier: Apache-2.0
#include "app/backup/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

#include "base/digest.h"
#include "store/backup.h"
#include "store/journal_segment.h"
#include "store/log.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 1 << 20;
constexpr const char* manifest_name = "manifest.json";
constexpr const char* secrets_name = "secrets";
constexpr const char* dump_name = "database.dump";
constexpr std::array secret_files = {"credence.toml", "log.key", "log.pub", "node.secret"};

Error error_at(ErrorCode code, std::string id, const fs::path& file, Words message, Words remedy) {
  Error error = make_error(code, std::move(id), std::move(message), std::move(remedy));
  error.place.file = file.string();
  return error;
}

Failure io_failure(const fs::path& file) {
  return Failure(error_at(
      ErrorCode::unavailable, "backup.file", file,
      {"文件无法读取或写入。", "The file cannot be read or written."},
      {"请检查磁盘空间和目录权限后重试。", "Check disk space and permissions and try again."}));
}

// ---- files

// Calls `use` with the file's bytes, piece by piece; false when it cannot be read.
template <class Use>
bool each_piece(const fs::path& file, Use use) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return false;
  std::string piece(piece_bytes, '\0');
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
    use(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
  return !in.bad();
}

std::optional<BackedFile> facts_of(const fs::path& file, std::string name) {
  BackedFile facts{std::move(name), 0, ""};
  Sha256Stream hash;
  const bool whole = each_piece(file, [&](std::string_view piece) {
    hash.add(piece);
    facts.bytes += std::ssize(piece);
  });
  facts.sha256 = to_hex(hash.finish());
  return whole ? std::optional(std::move(facts)) : std::nullopt;
}

// For the owner only, whatever the process' mask is.
void make_folder(const fs::path& folder) {
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
}

// Copies and says what was copied; nothing when `from` is gone.
std::optional<BackedFile> copy(const fs::path& from, const fs::path& to, std::string name) {
  if (!fs::exists(from)) return std::nullopt;
  make_folder(to.parent_path());
  std::ofstream out(to, std::ios::binary | std::ios::trunc);
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
  BackedFile facts{std::move(name), 0, ""};
  Sha256Stream hash;
  const bool whole = each_piece(from, [&](std::string_view piece) {
    out.write(piece.data(), std::ssize(piece));
    hash.add(piece);
    facts.bytes += std::ssize(piece);
  });
  out.close();
  if (!whole || !out) throw io_failure(whole ? to : from);
  facts.sha256 = to_hex(hash.finish());
  return facts;
}

std::string read_whole(const fs::path& file) {
  std::string text;
  each_piece(file, [&](std::string_view piece) { text += piece; });
  return text;
}

void write_whole(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  if (!out) throw io_failure(file);
}

// One call for however many files were written.
void sync_all(const fs::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = handle >= 0 && ::syncfs(handle) == 0;
  if (handle >= 0) ::close(handle);
  if (!synced) throw io_failure(folder);
}

bool is_occupied(const fs::path& folder) { return fs::exists(folder) && !fs::is_empty(folder); }

bool is_within(const fs::path& inner, const fs::path& outer) {
  const auto a = fs::weakly_canonical(inner), b = fs::weakly_canonical(outer);
  return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).second == b.end();
}

// ---- making one

void check_place(const store::Location& location, const fs::path& out, const fs::path& dump) {
  if (is_occupied(out)) {
    throw Failure(
        error_at(ErrorCode::conflict, "backup.exists", out,
                 {"备份目录已存在且不为空。", "The backup's folder exists and is not empty."},
                 {"请换一个目录。", "Choose another folder."}));
  }
  if (is_within(out, location.folder)) {
    throw Failure(error_at(
        ErrorCode::invalid, "backup.inside", out,
        {"备份目录不能在数据目录之内。", "The backup cannot be inside the data folder."},
        {"请换一个目录，最好在另一块磁盘上。", "Choose another folder, best on another disk."}));
  }
  if ((location.engine == store::Engine::postgresql) == fs::is_regular_file(dump)) return;
  throw Failure(error_at(
      ErrorCode::invalid, "backup.dump", dump,
      {"使用 PostgreSQL 时（且仅在此时）须以 --dump 给出 pg_dump 的输出。",
       "With PostgreSQL, and only then, --dump names what pg_dump wrote."},
      {"请先执行 pg_dump，再备份其余文件：先导出的数据所指的文件此时都已在目录中。",
       "Run pg_dump first and back up the rest then: whatever the dumped facts name is there by "
       "then."}));
}

// What is not copied as it is: databases and the journal before them, checkpoints (written anew
// from the databases when they are restored), what is unfinished, and the secrets, which go
// elsewhere.
bool is_plain(const fs::path& relative) {
  const std::string name = relative.string();
  return name != "lock" && !name.starts_with(store::journal_name) &&
         !name.starts_with("credence.db") && !name.starts_with("access.db") &&
         !name.ends_with(".checkpoint") && !name.ends_with(".part") &&
         std::ranges::find(secret_files, name) == secret_files.end();
}

std::vector<BackedFile> copy_plain_files(const fs::path& folder, const fs::path& out) {
  std::vector<BackedFile> files;
  for (const auto& one : fs::recursive_directory_iterator(folder)) {
    const auto relative = fs::relative(one.path(), folder);
    if (!one.is_regular_file() || !is_plain(relative)) continue;
    if (auto copied = copy(one.path(), out / relative, relative.string()))
      files.push_back(std::move(*copied));
  }
  return files;
}

// What stands in the journal of looks and is not yet in the copied database.
void add_journal(const fs::path& out, std::vector<BackedFile>& files) {
  for (const auto& segment : store::journal_segments(out / store::journal_name)) {
    auto facts = facts_of(segment, fs::relative(segment, out).string());
    if (!facts) throw io_failure(segment);
    files.push_back(std::move(*facts));
  }
}

std::vector<BackedFile> copy_databases(const store::Location& location, const fs::path& out,
                                       const fs::path& dump) {
  std::vector<BackedFile> files;
  if (location.engine == store::Engine::postgresql) {
    files.push_back(copy(dump, out / dump_name, dump_name).value());
    store::copy_segments(location.folder / store::journal_name, out / store::journal_name);
    add_journal(out, files);
    return files;
  }
  store::copy_sqlite(location.folder, out);
  for (const char* name : {"credence.db", "access.db"}) {
    fs::permissions(out / name, fs::perms::owner_read | fs::perms::owner_write);
    auto facts = facts_of(out / name, name);
    if (!facts) throw io_failure(out / name);
    files.push_back(std::move(*facts));
  }
  add_journal(out, files);
  return files;
}

SecretsManifest copy_secrets(const fs::path& folder, const fs::path& out, Instant now) {
  SecretsManifest secrets;
  secrets.made = now;
  for (const char* name : secret_files) {
    if (auto copied = copy(folder / name, out / secrets_name / name, name))
      secrets.files.push_back(std::move(*copied));
  }
  return secrets;
}

// A rotation of keys meanwhile would leave the copied facts without the key that wraps theirs.
void require_unchanged(const fs::path& folder, const SecretsManifest& secrets) {
  for (const auto& one : secrets.files) {
    const auto now = facts_of(folder / one.name, one.name);
    if (now && now->sha256 == one.sha256) continue;
    throw Failure(error_at(ErrorCode::conflict, "backup.rotated", folder / one.name,
                           {"备份期间密钥或设置有变化，这份备份不可用。",
                            "Keys or settings changed during the backup; this one is of no use."},
                           {"请删除它并重新备份。", "Delete it and back up again."}));
  }
}

// ---- reading one

bool is_safe(const std::string& name) {
  const fs::path path(name);
  return !name.empty() && path.is_relative() && path.lexically_normal() == path &&
         *path.begin() != "..";
}

template <class Manifest>
Result<Manifest> read_manifest(const fs::path& folder) {
  const auto file = folder / manifest_name;
  if (!fs::exists(file)) {
    return error_at(ErrorCode::not_found, "backup.incomplete", file,
                    {"没有清单：这不是备份，或备份没有做完。",
                     "There is no manifest: this is no backup, or it was not finished."},
                    {"请用另一份备份。", "Use another backup."});
  }
  boost::system::error_code fault;
  auto manifest = wire::from_json<Manifest>(boost::json::parse(read_whole(file), fault));
  if (!fault && manifest && manifest->format == Manifest().format &&
      std::ranges::all_of(manifest->files, is_safe, &BackedFile::name))
    return manifest;
  return error_at(
      ErrorCode::invalid, "backup.manifest", file,
      {"清单已损坏，或由更新的版本写入。", "The manifest is damaged, or a newer program wrote it."},
      {"请用另一份备份。", "Use another backup."});
}

std::optional<Error> first_damage(const fs::path& folder, const std::vector<BackedFile>& files) {
  for (const auto& one : files) {
    const auto now = facts_of(folder / one.name, one.name);
    if (now && now->bytes == one.bytes && now->sha256 == one.sha256) continue;
    return error_at(ErrorCode::invalid, "backup.damaged", folder / one.name,
                    {"备份中的文件缺失或已损坏，没有恢复任何内容。",
                     "A file of the backup is missing or damaged; nothing was restored."},
                    {"请用另一份备份。", "Use another backup."});
  }
  return std::nullopt;
}

Result<BackupManifest> check_backup(const fs::path& from, const fs::path& secrets) {
  auto manifest = read_manifest<BackupManifest>(from);
  if (!manifest) return manifest;
  const auto secret = read_manifest<SecretsManifest>(secrets);
  if (!secret) return secret.error();
  if (to_hex(sha256(read_whole(secrets / manifest_name))) != manifest->secrets) {
    return error_at(ErrorCode::invalid, "backup.secrets", secrets,
                    {"密钥目录不属于这份备份，或其清单已损坏。",
                     "These secrets are not this backup's, or their manifest is damaged."},
                    {"请以 --secrets 给出与这份备份同时生成的密钥目录。",
                     "Give --secrets the folder that was made with this backup."});
  }
  if (auto damage = first_damage(secrets, secret->files)) return *damage;
  if (auto damage = first_damage(from, manifest->files)) return *damage;
  return manifest;
}

void copy_back(const fs::path& from, const std::vector<BackedFile>& files, const fs::path& to) {
  for (const auto& one : files) {
    if (one.name == dump_name) continue;
    const auto copied = copy(from / one.name, to / one.name, one.name);
    if (!copied || copied->sha256 != one.sha256) throw io_failure(from / one.name);
  }
}

const char* engine_name(store::Engine engine) {
  return engine == store::Engine::sqlite ? "sqlite" : "postgresql";
}

}  // namespace

BackupManifest make_backup(const store::Location& location, const fs::path& out,
                           const fs::path& dump, const Clock& clock) {
  check_place(location, out, dump);
  make_folder(out);
  BackupManifest manifest;
  manifest.engine = engine_name(location.engine);
  manifest.made = clock.now();
  const auto secrets = copy_secrets(location.folder, out, manifest.made);
  manifest.files = copy_databases(location, out, dump);
  for (auto& one : copy_plain_files(location.folder, out)) manifest.files.push_back(std::move(one));
  require_unchanged(location.folder, secrets);
  const std::string secrets_text = wire::pretty(wire::to_json(secrets)) + "\n";
  write_whole(out / secrets_name / manifest_name, secrets_text);
  manifest.secrets = to_hex(sha256(secrets_text));
  sync_all(out);
  write_whole(out / manifest_name, wire::pretty(wire::to_json(manifest)) + "\n");
  sync_all(out);
  return manifest;
}

Result<BackupManifest> read_backup(const fs::path& from) {
  return read_manifest<BackupManifest>(from);
}

Result<BackupManifest> restore_backup(const fs::path& from, const fs::path& secrets,
                                      const fs::path& folder) {
  if (is_occupied(folder)) {
    return error_at(ErrorCode::conflict, "restore.exists", folder,
                    {"目标目录已存在且不为空。", "The folder exists and is not empty."},
                    {"请恢复到一个新目录。", "Restore into a new folder."});
  }
  auto manifest = check_backup(from, secrets);
  if (!manifest) return manifest;
  make_folder(folder);
  copy_back(from, manifest->files, folder);
  copy_back(secrets, read_manifest<SecretsManifest>(secrets).or_throw().files, folder);
  sync_all(folder);
  return manifest;
}

void leave_checkpoints(store::Database& database) {
  for (const auto lane : {store::Lane::facts, store::Lane::access}) {
    const auto lease = lane == store::Lane::facts ? database.read() : database.read_access();
    const auto head = store::log_head(lease.sql(), lane);
    const std::string name = std::string(store::lane_name(lane)) + ".checkpoint";
    if (head.size > 0) write_whole(database.folder() / name, head.checkpoint);
  }
  sync_all(database.folder());
}

}  // namespace credence::app
