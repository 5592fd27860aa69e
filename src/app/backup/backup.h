// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"
#include "wire/json.h"

// Backups: a folder with the databases, the kept files and a manifest, and in its sub-folder
// `secrets` the keys and settings, to be kept elsewhere. See docs/operate/keys-and-backup.md.

namespace credence::app {

struct BackedFile {
  std::string name;  // below the backup's folder, or below `secrets`
  std::int64_t bytes = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(BackedFile, (), (name, bytes, sha256))

// `manifest.json` of a backup; written last, so a backup that has none is not complete.
struct BackupManifest {
  std::string format = "credence backup 1";
  std::string engine;  // "sqlite", "postgresql"
  Instant made;
  std::string secrets;  // SHA-256 of secrets/manifest.json
  std::vector<BackedFile> files;
};
BOOST_DESCRIBE_STRUCT(BackupManifest, (), (format, engine, made, secrets, files))

// `manifest.json` of its secrets.
struct SecretsManifest {
  std::string format = "credence backup secrets 1";
  Instant made;
  std::vector<BackedFile> files;
};
BOOST_DESCRIBE_STRUCT(SecretsManifest, (), (format, made, files))

// Copies everything of a data folder, which may be served meanwhile, into `out`; for PostgreSQL
// with `dump`, what pg_dump wrote of the database just before. Durable on return. Files are copied
// after the databases, so that whatever a copied fact names is there; and never linked, because
// erasure overwrites files in place and a link on one disk is no second copy.
// Throws Failure: conflict ("backup.exists", "backup.rotated": settings or keys changed meanwhile),
// invalid ("backup.inside", "backup.dump"), unavailable (a file cannot be read or written).
BackupManifest make_backup(const store::Location& location, const std::filesystem::path& out,
                           const std::filesystem::path& dump, const Clock& clock);

// What a backup says of itself. Errors: not_found ("backup.incomplete": no manifest), invalid
// ("backup.manifest").
Result<BackupManifest> read_backup(const std::filesystem::path& from);

// Checks that every file is there as it was written, and makes a new data folder of them; a dump is
// left to pg_restore. Errors, with the file as their place: those of read_backup, conflict
// ("restore.exists"), invalid ("backup.damaged", "backup.secrets": of another backup).
Result<BackupManifest> restore_backup(const std::filesystem::path& from,
                                      const std::filesystem::path& secrets,
                                      const std::filesystem::path& folder);

// Leaves the newest checkpoint of both lanes in the data folder, where fsck looks for it.
void leave_checkpoints(store::Database& database);

}  // namespace credence::app
