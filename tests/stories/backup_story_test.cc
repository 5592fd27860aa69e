// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>

#include "app/access/rotation.h"
#include "app/backup/backup.h"
#include "ledger/note.h"
#include "store/log.h"
#include "store/page_sums.h"
#include "store/session.h"
#include "support/platform.h"

// A backup is taken while the platform serves, and restores to a sound platform or not at all.

namespace credence::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const ManualClock standing(start_of(Date(2026, 5, 11)));

std::string penalties(const std::string& year, int count) {
  std::string file = penalty_header + personal_penalty().text();
  PenaltyRow row;
  for (int i = 0; i < count; ++i) {
    row.number = "济市监罚〔" + year + "〕" + std::to_string(i) + "号";
    file += row.text();
  }
  return file;
}

// What `credence fsck` finds in a data folder that is opened anew.
std::vector<std::string> differences(const store::Location& location) {
  SystemRandom random;
  const auto vault = app::Vault::open(location.folder, random);
  const auto keys = ledger::NodeKeys::open(location.folder);
  const auto database = store::Database::open(location, standing);
  app::leave_checkpoints(*database);
  store::Dictionaries dictionaries;
  app::Audit audit(*database, keys, 20);
  std::vector<std::string> all;
  database->check_structure(
      [&](const std::string& where, const std::string& what) { all.push_back(where + what); });
  audit.check_log(store::Lane::facts);
  audit.check_log(store::Lane::access);
  audit.check_statements();
  app::audit_intake(audit, {dictionaries, vault, *our_rules(), true});
  app::audit_reports(audit);
  app::audit_access(audit);
  for (const auto& one : audit.differences()) all.push_back(one.id + " " + one.where);
  return all;
}

// The root and size of a lane's log as the database has signed it.
ledger::Checkpoint checkpoint_of(const store::Location& location, store::Lane lane) {
  const auto keys = ledger::NodeKeys::open(location.folder);
  const auto database = store::Database::open(location, standing);
  const auto lease = lane == store::Lane::facts ? database->read() : database->read_access();
  return ledger::open_checkpoint(store::log_head(lease.sql(), lane).checkpoint, keys.verifiers())
      .or_throw()
      .checkpoint;
}
Digest root_at(const store::Location& location, store::Lane lane, std::uint64_t size) {
  const auto database = store::Database::open(location, standing);
  const auto lease = lane == store::Lane::facts ? database->read() : database->read_access();
  return ledger::root_of(store::log_nodes(lease.sql(), lane), size);
}

std::string error_of(const Result<app::BackupManifest>& result) {
  if (result) return "";
  return result.error().id + " " + fs::path(result.error().place.file).filename().string();
}

void flip_a_byte(const fs::path& file) {
  std::fstream io(file, std::ios::in | std::ios::out | std::ios::binary);
  io.seekg(static_cast<std::streamoff>(fs::file_size(file) / 2));
  const int byte = io.get();
  io.seekp(static_cast<std::streamoff>(fs::file_size(file) / 2));
  io.put(static_cast<char>(byte ^ 1));
}

class BackingUp : public ::testing::Test {
 protected:
  BackingUp() {
    std::ofstream(place().folder() / "credence.toml") << "database = \"sqlite\"\n";
    std::ofstream(place().folder() / "witness.logs") << "# none\n";
  }
  Place& place() { return place_; }
  fs::path out() const { return elsewhere_.path() / "backup"; }
  fs::path restored() const { return elsewhere_.path() / "restored"; }
  store::Location restored_location() const { return {store::Engine::sqlite, restored(), {}}; }
  app::BackupManifest back_up() {
    return app::make_backup(place().location(), out(), {}, standing);
  }
  Result<app::BackupManifest> restore() {
    return app::restore_backup(out(), out() / "secrets", restored());
  }

 private:
  Place place_{store::Engine::sqlite};
  TemporaryFolder elsewhere_;
};

TEST_F(BackingUp, RestoresToASoundPlatformThatOpensPersonalFields) {
  Platform platform(place());
  platform.take("penalty", penalties("2026", 50));
  const auto asking = platform.permit("permit_review", "王科员", "济审〔2026〕7号");
  const auto file = platform.ask(citizen, asking).or_throw();
  platform.reports->issue(asking, platform.ask(company, asking).or_throw(), "行政许可审查");
  (void)platform.settled();     // so that both logs can be compared
  const auto made = back_up();  // the folder is locked by `platform`, as by a service
  EXPECT_EQ(made.engine, "sqlite");
  ASSERT_TRUE(restore());
  EXPECT_THAT(differences(restored_location()), IsEmpty());
  for (const auto lane : {store::Lane::facts, store::Lane::access}) {
    EXPECT_EQ(checkpoint_of(restored_location(), lane).size,
              store::log_head(lane == store::Lane::facts ? platform.database->read().sql()
                                                         : platform.database->read_access().sql(),
                              lane)
                  .size);
  }
  EXPECT_TRUE(fs::exists(restored() / "witness.logs"));
  struct stat facts {};
  ASSERT_EQ(::stat((restored() / "node.secret").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
}

// An answer that left is in the copy even where its look was in the journal only.
TEST_F(BackingUp, KeepsLooksThatWereNotYetEntered) {
  Platform platform(place());
  platform.take("penalty", penalties("2026", 5));
  const auto asking = platform.permit("permit_review", "王科员", "1");
  std::promise<void> release;
  platform.database->access().submit(
      [&, held = release.get_future().share()](store::Write&) { held.wait(); },
      [](const std::exception_ptr&) {});
  platform.ask(company, asking).or_throw();
  const auto made = back_up();
  release.set_value();
  EXPECT_EQ(
      std::ranges::count_if(
          made.files, [](const auto& one) { return one.name.starts_with(store::journal_name); }),
      1);
  ASSERT_TRUE(restore());
  SystemRandom random;
  const auto database = store::Database::open(restored_location(), standing);
  EXPECT_EQ(store::count_rows(database->read_access().sql(), "access_entry"), 0);
  const app::AccessLedger ledger(*database, random);
  EXPECT_EQ(store::count_rows(database->read_access().sql(), "access_entry"), 1);
}

TEST_F(BackingUp, KeepsSecretsInAFolderOfTheirOwn) {
  Platform platform(place());
  platform.take("penalty", penalties("2026", 5));
  const auto made = back_up();
  for (const auto& one : made.files)
    EXPECT_THAT(one.name, ::testing::Not(::testing::AnyOf(HasSubstr("secret"), HasSubstr(".key"))));
  fs::rename(out() / "secrets", out().parent_path() / "safe");
  EXPECT_EQ(error_of(restore()), "backup.incomplete manifest.json");
  EXPECT_TRUE(app::restore_backup(out(), out().parent_path() / "safe", restored()));
}

TEST_F(BackingUp, EveryPageOfTheCopyCarriesItsSum) {
  Platform platform(place());
  platform.take("penalty", penalties("2026", 25'000));  // more than SQLite's cache holds
  back_up();
  EXPECT_GT(fs::file_size(out() / "credence.db"), 4'000'000U);
  for (const char* name : {"credence.db", "access.db"})
    EXPECT_THAT(store::damaged_pages(out() / name, 5), IsEmpty()) << name;
}

// Another process writes all the time; the copy is some state that was, both lanes sound.
TEST_F(BackingUp, WhileAnotherProcessWritesGivesAPrefixOfItsLog) {
  { (void)Platform(place()).caller_for("permit_review", "王科员"); }
  const pid_t child = ::fork();
  if (child == 0) {
    SystemRandom random;
    const auto vault = app::Vault::open(place().folder(), random);
    const auto database = store::Database::open(place().location(), standing);
    store::Dictionaries dictionaries;
    app::Intake intake(*database, dictionaries, vault);
    app::AccessLedger ledger(*database, random);
    app::NameIndex names(our_rules()->names);
    app::DisclosedReader reader(*database, dictionaries, vault, standing);
    app::Query query(*database, reader, names, vault.person_secret(), standing);
    app::Members members(*database, vault, standing, cheap);
    const auto asking =
        app::Gate(*database, standing)
            .admit(*our_rules(), members.caller_of(*our_rules(), "王科员").or_throw(),
                   {"permit_review", "1号", "", "test", "r", false})
            .or_throw();
    for (int year = 2'026;; ++year) {
      const auto path = place().folder() / "file.csv.part";
      std::ofstream(path, std::ios::binary) << penalties(std::to_string(year), 300);
      intake.submit(*our_rules(), {path, "file.csv", "penalty", bureau, ""}).or_throw();
      const app::AsOf now{standing.now().day(), Instant(standing.now().micros() + 10'000'000)};
      auto pending = query.by_code(*our_rules(), asking, company, now);
      (void)ledger.release(asking, std::move(pending).or_throw()).or_throw();
    }
  }
  ::usleep(600'000);
  back_up();
  ::usleep(300'000);
  ASSERT_EQ(::waitpid(child, nullptr, WNOHANG), 0) << "it was still writing";
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  const auto restoring = restore();
  ASSERT_TRUE(restoring) << error_of(restoring);
  EXPECT_THAT(differences(restored_location()), IsEmpty());
  for (const auto lane : {store::Lane::facts, store::Lane::access}) {
    const auto copied = checkpoint_of(restored_location(), lane);
    EXPECT_GT(copied.size, 0U);
    EXPECT_LT(copied.size, checkpoint_of(place().location(), lane).size);
    EXPECT_EQ(root_at(place().location(), lane, copied.size), copied.root);
  }
}

TEST_F(BackingUp, OneFlippedByteIsRefusedAndNamed) {
  Platform platform(place());
  platform.take("penalty", penalties("2026", 5));
  const auto made = back_up();
  for (const auto& one : made.files) {
    if (one.bytes == 0) continue;
    flip_a_byte(out() / one.name);
    EXPECT_EQ(error_of(restore()), "backup.damaged " + fs::path(one.name).filename().string());
    EXPECT_FALSE(fs::exists(restored()));
    flip_a_byte(out() / one.name);
  }
  flip_a_byte(out() / "secrets/node.secret");
  EXPECT_EQ(error_of(restore()), "backup.damaged node.secret");
  flip_a_byte(out() / "secrets/node.secret");
  fs::remove(out() / made.files.back().name);
  EXPECT_THAT(error_of(restore()), HasSubstr("backup.damaged"));
}

TEST_F(BackingUp, AnAlteredManifestNeverWritesOutsideTheNewFolder) {
  Platform platform(place());
  back_up();
  std::ifstream in(out() / "manifest.json", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text.replace(text.find("credence.db"), 11, "../evil.db");
  std::ofstream(out() / "manifest.json", std::ios::binary) << text;
  EXPECT_EQ(error_of(restore()), "backup.manifest manifest.json");
}

TEST_F(BackingUp, RefusesSecretsOfAnotherBackup) {
  Platform platform(place());
  back_up();
  const auto later = out().parent_path() / "later";
  app::rotate_keys(*platform.database, platform.random, {app::subject_keys(*platform.database)});
  app::make_backup(place().location(), later, {}, standing);
  EXPECT_EQ(error_of(app::restore_backup(out(), later / "secrets", restored())),
            "backup.secrets secrets");
}

TEST_F(BackingUp, NeverWritesOverAnything) {
  Platform platform(place());
  back_up();
  const auto id = [&](const fs::path& to) {
    try {
      app::make_backup(place().location(), to, {}, standing);
    } catch (const Failure& failure) {
      return failure.error().id;
    }
    return std::string();
  };
  EXPECT_EQ(id(out()), "backup.exists");
  EXPECT_EQ(id(place().folder() / "inside"), "backup.inside");
  EXPECT_EQ(error_of(app::restore_backup(out(), out() / "secrets", place().folder())),
            "restore.exists " + place().folder().filename().string());
}

// With PostgreSQL's own tools for the facts.
TEST(BackingUpPostgresql, TakesADumpAndRestoresItIntoANewDatabase) {
  if (postgresql_server() == nullptr) GTEST_SKIP() << "no PostgreSQL: run under with-postgresql";
  Place place(store::Engine::postgresql), fresh(store::Engine::postgresql);
  const TemporaryFolder elsewhere;
  const auto dump = elsewhere.path() / "dump", out = elsewhere.path() / "backup";
  const auto restored = elsewhere.path() / "restored";
  std::uint64_t size = 0;
  {
    Platform platform(place);
    platform.take("penalty", penalties("2026", 50));
    EXPECT_THROW(app::make_backup(place.location(), out, {}, standing), Failure);
    const std::string command = "pg_dump --format=custom --file='" + dump.string() +
                                "' --dbname='" + place.location().connection + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    size = store::log_head(platform.database->read().sql(), store::Lane::facts).size;
    platform.take("penalty", penalties("2027", 50));
    EXPECT_EQ(app::make_backup(place.location(), out, dump, standing).engine, "postgresql");
  }
  ASSERT_TRUE(app::restore_backup(out, out / "secrets", restored));
  const std::string command =
      "pg_restore --no-owner --clean --if-exists --exit-on-error --dbname='" +
      fresh.location().connection + "' '" + (out / "database.dump").string() + "'";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const store::Location location{store::Engine::postgresql, restored, fresh.location().connection};
  EXPECT_THAT(differences(location), IsEmpty());
  EXPECT_EQ(checkpoint_of(location, store::Lane::facts).size, size);
  EXPECT_EQ(root_at(place.location(), store::Lane::facts, size),
            checkpoint_of(location, store::Lane::facts).root);
}

}  // namespace
}  // namespace credence::testing
