// SPDX-License-Identifier: Apache-2.0
#include "app/backup/backup.h"

#include <fstream>

#include "cli/command.h"
#include "store/log.h"

// Backing up a data folder, which may be served meanwhile, and restoring one.

namespace credence::cli {
namespace {

namespace fs = std::filesystem;

struct RestoreOptions {
  std::string from, secrets;
  bool deep = false;
};

store::Location location_of(const NodeSettings& settings) {
  return store::parse_location(settings.database, settings.folder).or_throw();
}

// A connection with a password is not repeated on a terminal.
std::string shown(const std::string& connection) {
  const bool secret =
      connection.find("password") != std::string::npos ||
      (connection.find("://") != std::string::npos && connection.find('@') != std::string::npos);
  return secret ? "…" : "'" + connection + "'";
}

void require_dump(const store::Location& location, const std::string& out,
                  const std::string& dump) {
  if (location.engine == store::Engine::sqlite || !dump.empty()) return;
  const std::string file = fs::path(out).string() + ".dump";
  const std::string command =
      "pg_dump --format=custom --file=" + file + " --dbname=" + shown(location.connection);
  const std::string again =
      "credence backup --data " + location.folder.string() + " --out " + out + " --dump " + file;
  throw Failure(
      make_error(ErrorCode::invalid, "backup.dump",
                 {"PostgreSQL 中的数据由 pg_dump 导出，本命令备份其余文件。",
                  "What is in PostgreSQL is dumped by pg_dump; this command backs up the rest."},
                 {"请依次执行：\n  " + command + "\n  " + again,
                  "Run, in this order:\n  " + command + "\n  " + again}));
}

void backup(Context& context, const std::string& out, const std::string& dump) {
  const NodeSettings settings = read_settings(context.common.settings());
  const auto location = location_of(settings);
  require_dump(location, out, dump);
  const auto made = app::make_backup(location, out, dump, context.world.clock);
  if (context.common.json) return context.print_json(made);
  std::int64_t bytes = 0;
  for (const auto& one : made.files) bytes += one.bytes;
  const std::string counts = std::to_string(made.files.size());
  context.out() << context.say(
      {"已备份到 " + out + "：" + counts + " 个文件，" + std::to_string(bytes) +
           " 字节。\n密钥和"
           "设置在 " +
           out + "/secrets：请移到别处单独保存，谁同时拿到两者，谁就能读取个人信息。\n",
       "Backed up to " + out + ": " + counts + " files, " + std::to_string(bytes) +
           " bytes.\nKeys and settings are in " + out +
           "/secrets: move them elsewhere. Whoever has both can read personal fields.\n"});
}

// ---- restoring

Failure needs_database(const RestoreOptions& options, const std::string& folder) {
  const std::string dump = (fs::path(options.from) / "database.dump").string();
  const std::string commands =
      "\n  createdb NEW\n  pg_restore --no-owner --clean --if-exists --exit-on-error "
      "--dbname='dbname=NEW' " +
      dump + "\n  credence restore --from " + options.from + " --secrets " + options.secrets +
      " --data " + folder + " --database 'dbname=NEW'";
  return Failure(make_error(ErrorCode::invalid, "restore.database",
                            {"这份备份的数据在 PostgreSQL 的导出文件中，须先恢复到一个新的数据库。",
                             "This backup's facts are in a dump of PostgreSQL, to be restored into "
                             "a new database first."},
                            {"请依次执行：" + commands, "Run, in this order:" + commands}));
}

Failure empty_database() {
  return Failure(make_error(
      ErrorCode::conflict, "restore.empty",
      {"数据库中没有日志：尚未执行 pg_restore，或恢复到了别的数据库。",
       "The database holds no log: pg_restore was not run, or into another database."},
      {"请先执行 pg_restore --no-owner --clean --if-exists，换一个新目录再次执行本命令。",
       "Run pg_restore --no-owner --clean --if-exists first, then this again with a new folder."}));
}

// Opens what was restored, so that the checkpoints are where fsck looks for them.
std::uint64_t settle(Context& context) {
  const auto settings = read_settings(context.common.settings());
  const auto database = store::Database::open(location_of(settings), context.world.clock);
  const auto head = store::log_head(database->read().sql(), store::Lane::facts);
  if (head.size == 0) throw empty_database();
  app::leave_checkpoints(*database);
  return head.size;
}

// The restored settings would lead to the living database.
void lead_to_new_database(const Context& context) {
  const auto path = fs::path(context.common.folder) / "credence.toml";
  std::ifstream in(path);
  std::string text;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("database"))
      line = "database = " + quoted_setting(context.common.database);
    text += line + "\n";
  }
  in.close();
  std::ofstream(path) << text;
}

void restore(Context& context, RestoreOptions options) {
  const std::string& folder = context.common.folder;
  if (options.secrets.empty()) options.secrets = (fs::path(options.from) / "secrets").string();
  const auto found = app::read_backup(options.from);
  if (!found) return context.fail(found.error());
  const bool dumped = found->engine == "postgresql";
  if (dumped && context.common.database.empty()) throw needs_database(options, folder);
  if (!dumped) context.common.database.clear();
  const auto restored = app::restore_backup(options.from, options.secrets, folder);
  if (!restored) return context.fail(restored.error());
  const auto entries = settle(context);
  run_fsck(context, options.deep);
  if (dumped) lead_to_new_database(context);
  if (context.common.json) return;
  const std::string size = std::to_string(entries);
  context.out() << context.say(
      {"已恢复到 " + folder + "，数据截至 " + to_string(restored->made) + "，事实日志 " + size +
           " 条。\n此后的数据不在其中，此后的依法销毁须重做：见 "
           "docs/operate/keys-and-backup.md。\n",
       "Restored into " + folder + " as of " + to_string(restored->made) + "; the facts log has " +
           size +
           " entries.\nWhat came later is not in it, and erasures made later must be repeated: see "
           "docs/operate/keys-and-backup.md.\n"});
}

}  // namespace

void add_backup(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "backup", "备份数据目录，服务可同时运行 / back up the data folder, served or not");
  const auto out = std::make_shared<std::string>();
  const auto dump = std::make_shared<std::string>();
  command->add_option("--out", *out, "新的备份目录 / a new folder for it")->required();
  command->add_option("--dump", *dump, "pg_dump 的输出（PostgreSQL） / what pg_dump wrote");
  command->callback([&context, out, dump] { backup(context, *out, *dump); });
}

void add_restore(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "restore",
      "核对备份、恢复到新目录（--data）并检查 / check a backup, restore it into a new folder "
      "(--data) and run fsck");
  const auto options = std::make_shared<RestoreOptions>();
  command->add_option("--from", options->from, "备份目录 / the backup")->required();
  command->add_option("--secrets", options->secrets,
                      "密钥目录，缺省为备份中的 secrets / its secrets, if they are not in it");
  command->add_flag("--deep", options->deep, "并重新读取原始文件 / also read every original again");
  command->callback([&context, options] { restore(context, *options); });
}

}  // namespace credence::cli
