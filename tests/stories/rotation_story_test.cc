// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/access/rotation.h"
#include "app/access/sealed_files.h"
#include "store/session.h"
#include "store/statements.h"
#include "support/platform.h"

// The key that wraps all others can be replaced at any time; nothing is lost on the way, and the
// old one is worth nothing afterwards.

namespace credence::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Penalties of persons with passports, so that each has a key of their own.
std::string penalties_of_persons(int count) {
  std::string file = penalty_header;
  PenaltyRow row = personal_penalty();
  row.document_type = "护照号";
  for (int i = 0; i < count; ++i) {
    row.document = "E" + std::to_string(10'000'000 + i);
    row.number = "济市监罚〔2026〕" + std::to_string(i) + "号";
    file += row.text();
  }
  return file;
}

std::vector<app::KeyKeeper> keepers_of(store::Database& database) {
  return {app::subject_keys(database), app::originals(database.folder()).keys()};
}

// Every wrapped key of the subjects.
std::vector<std::pair<SubjectId, std::string>> wrapped_keys(store::Database& database) {
  const auto lease = database.read();
  const auto rows = lease.sql().query(
      "SELECT subject_id, wrapped_key FROM subject WHERE wrapped_key IS NOT NULL");
  std::vector<std::pair<SubjectId, std::string>> all;
  while (rows->next()) all.emplace_back(SubjectId(rows->number(0)), std::string(rows->bytes(1)));
  return all;
}

class Rotating : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text());
    platform().take("penalty", penalties_of_persons(20));
  }
  Platform& platform() { return *platform_; }
  app::KeysRotated rotate(std::optional<SealSuite> suite = std::nullopt) {
    return app::rotate_keys(*platform().database, platform().random,
                            keepers_of(*platform().database), suite);
  }
  // As a process that starts anew.
  void reopen() {
    platform().close();
    platform().vault = app::Vault::open(place().folder(), platform().random);
    platform().open();
  }
  std::string facts_of_citizen() {
    const auto asking = platform().permit("permit_review", "王科员", "济审〔2026〕7号");
    const auto file = platform().ask(citizen, asking).or_throw();
    std::string text;
    for (const auto& record : file.records)
      for (const auto& field : record.fields) text += field.value;
    return text;
  }
  std::vector<std::string> differences() {
    std::vector<std::string> all;
    for (const auto& one : platform().fsck(true)) all.push_back(one.id + " " + one.where);
    return all;
  }

 private:
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Rotating, both_engines, engine_name);

TEST_P(Rotating, AfterItEverythingOpensAndTheOldKeyOpensNothing) {
  const std::string before = facts_of_citizen();
  EXPECT_THAT(before, HasSubstr("未按规定公示年度报告"));
  const app::Vault old = app::Vault::open(place().folder(), platform().random);
  const auto done = rotate();
  EXPECT_EQ(done.generation, 2);
  EXPECT_EQ(done.suite, "aes-gcm");
  EXPECT_EQ(done.wraps.at(0).keys, std::ssize(wrapped_keys(*platform().database)));
  EXPECT_EQ(done.wraps.at(1).keys, 2);
  for (const auto& [subject, key] : wrapped_keys(*platform().database)) {
    EXPECT_EQ(app::Vault::generation_of(key), 2);
    EXPECT_EQ(old.rewrap(subject, key), "");
  }
  reopen();
  EXPECT_EQ(facts_of_citizen(), before);
  EXPECT_THAT(differences(), IsEmpty());
  const auto said =
      store::last_statement(platform().database->read().sql(), domain::Attested::administration);
  ASSERT_TRUE(said);
  EXPECT_THAT(said->text, HasSubstr("\"keys_rotated\""));
}

TEST_P(Rotating, ToTheNationalSuiteSealsNewTextsByItAndOpensTheOld) {
  const std::string before = facts_of_citizen();
  EXPECT_EQ(rotate(SealSuite::sm4_sm3).suite, "sm4-sm3");
  reopen();
  EXPECT_EQ(facts_of_citizen(), before);
  PenaltyRow more = personal_penalty();
  more.number = "济市监罚〔2026〕10号";
  platform().take("penalty", penalty_header + more.text());
  EXPECT_THAT(facts_of_citizen(), HasSubstr(before));
  EXPECT_THAT(facts_of_citizen(), HasSubstr("〔2026〕10号"));
  EXPECT_THAT(differences(), IsEmpty());
  EXPECT_EQ(rotate().suite, "sm4-sm3");
}

TEST_P(Rotating, KilledHalfWayItIsCompletedByTheNextCall) {
  const std::string before = facts_of_citizen();
  auto keepers = keepers_of(*platform().database);
  keepers.at(1).rewrap = [](const app::Vault&) { throw std::runtime_error("the power is gone"); };
  EXPECT_THROW(app::rotate_keys(*platform().database, platform().random, keepers),
               std::runtime_error);
  reopen();
  // Until then everything opens, new things too, and the list tells what is left.
  EXPECT_EQ(facts_of_citizen(), before);
  platform().take("penalty", penalties_of_persons(21));
  const auto keys = app::list_keys(*platform().database, keepers_of(*platform().database));
  ASSERT_EQ(keys.size(), 2U);
  EXPECT_EQ(keys[0].wraps.at(0).keeper, "originals");
  EXPECT_EQ(keys[0].wraps.at(0).keys, 2);
  EXPECT_TRUE(keys[1].newest);
  EXPECT_EQ(rotate().generation, 2);
  EXPECT_EQ(app::read_node_secret(place().folder()).wrapping.size(), 1U);
  reopen();
  EXPECT_EQ(facts_of_citizen(), before);
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Rotating, DestroysNothingWhileAKeyDoesNotOpen) {
  platform().database->facts().run([](store::Write& write) {
    write.sql.run(
        "UPDATE subject SET wrapped_key = $1 WHERE kind = $2",
        {store::Bytes{"\x01garbage"}, static_cast<std::int64_t>(domain::SubjectKind::person)});
  });
  try {
    rotate();
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().id, "keys.unopened");
  }
  EXPECT_EQ(app::read_node_secret(place().folder()).wrapping.size(), 2U);
}

TEST_P(Rotating, KeepsOtherProcessesOut) {
  if (GetParam() == store::Engine::sqlite) {
    EXPECT_THROW(store::Database::open(place().location(), platform().clock), Failure);
    return;
  }
  {
    const auto other = store::Database::open(place().location(), platform().clock);
    EXPECT_THROW(rotate(), Failure);
  }
  EXPECT_EQ(app::read_node_secret(place().folder()).wrapping.size(), 1U);
  rotate();
  EXPECT_THROW(store::Database::open(place().location(), platform().clock), Failure);
}

// Real kills, at many moments. Against SQLite, whose process dies whole.
TEST(KilledRotation, IsCompletedByTheNextCall) {
  Place place(store::Engine::sqlite);
  const ManualClock clock(start_of(Date(2026, 5, 11)));
  {
    Platform platform(place);
    platform.take("penalty", penalties_of_persons(6'000));
  }
  for (const int micros : {2'000, 10'000, 20'000, 40'000, 60'000, 80'000, 120'000, 200'000}) {
    const pid_t child = ::fork();
    if (child == 0) {
      SystemRandom random;
      const auto database = store::Database::open(place.location(), clock);
      app::rotate_keys(*database, random, keepers_of(*database));
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(micros));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  SystemRandom random;
  const auto database = store::Database::open(place.location(), clock);
  const auto done = app::rotate_keys(*database, random, keepers_of(*database));
  EXPECT_EQ(done.wraps.at(0).keys, 6'000);
  const auto vault = app::Vault::open(place.folder(), random);
  for (const auto& [subject, key] : wrapped_keys(*database))
    EXPECT_NE(vault.rewrap(subject, key), "") << subject.value;
  store::Dictionaries dictionaries;
  const auto keys = ledger::NodeKeys::open(place.folder());
  app::Audit audit(*database, keys, 20);
  audit.check_log(store::Lane::facts);
  audit.check_log(store::Lane::access);
  audit.check_statements();
  app::audit_intake(audit, {dictionaries, vault, *our_rules(), true});
  EXPECT_THAT(audit.differences(), IsEmpty());
}

}  // namespace
}  // namespace credence::testing
