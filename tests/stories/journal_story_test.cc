// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <future>

#include "app/access/audit.h"
#include "store/records.h"
#include "support/platform.h"

// Looks on their way: in the journal before the answer leaves, in the ledger a moment later,
// whatever happens in between.

namespace credence::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The parts of a platform that answer, over a folder that is there already.
struct Answering {
  explicit Answering(const store::Location& location)
      : vault(app::Vault::open(location.folder, random)),
        database(store::Database::open(location, clock)),
        names(our_rules()->names),
        reader(*database, dictionaries, vault, clock),
        ledger(*database, random),
        query(*database, reader, names, vault.person_secret(), clock),
        members(*database, vault, clock, cheap),
        asking(app::Gate(*database, clock)
                   .admit(*our_rules(), members.caller_of(*our_rules(), "王科员").or_throw(),
                          {"permit_review", "1号", "", "test", "r", false})
                   .or_throw()) {}
  void answer() {
    auto pending = query.by_code(*our_rules(), asking, company,
                                 {clock.now().day(), Instant(clock.now().micros() + 10'000'000)});
    (void)ledger.release(asking, std::move(pending).or_throw()).or_throw();
  }
  std::int64_t looks() {
    database->journal().settle();
    return store::count_rows(database->read_access().sql(), "access_entry");
  }
  std::vector<std::string> differences() {
    const auto keys = ledger::NodeKeys::open(database->folder());
    app::Audit audit(*database, keys, 20);
    audit.check_log(store::Lane::access);
    app::audit_access(audit);
    std::vector<std::string> all;
    for (const auto& one : audit.differences()) all.push_back(one.id + " " + one.where);
    return all;
  }

  SystemClock clock;
  SystemRandom random;
  app::Vault vault;
  std::unique_ptr<store::Database> database;
  store::Dictionaries dictionaries;
  app::NameIndex names;
  app::DisclosedReader reader;
  app::AccessLedger ledger;
  app::Query query;
  app::Members members;
  app::Permit asking;
};

class JournalOfLooks : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    Platform platform(place());
    platform.take("penalty", penalty_header + PenaltyRow().text());
    (void)platform.caller_for("permit_review", "王科员");
  }
  fs::path journal() { return place().folder() / store::journal_name; }

  // A process that answers until it is killed, after `most` answers or a little later; how many it
  // gave.
  std::int64_t answered_until_killed(std::int64_t most) {
    int pipe_ends[2];
    if (::pipe(pipe_ends) != 0) throw std::runtime_error("pipe");
    const pid_t child = ::fork();
    if (child == 0) {
      Answering answering(place().location());
      for (std::int64_t i = 1;; ++i) {
        answering.answer();
        if (::write(pipe_ends[1], &i, sizeof i) != sizeof i) ::_exit(1);
      }
    }
    ::close(pipe_ends[1]);
    std::int64_t answers = 0, next = 0;
    while (::read(pipe_ends[0], &next, sizeof next) == sizeof next) {
      answers = next;
      if (answers == most) ::kill(child, SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    ::close(pipe_ends[0]);
    return answers;
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, JournalOfLooks, both_engines, engine_name);

// No acknowledged look is lost, none is entered twice, and the chain has no gap.
TEST_P(JournalOfLooks, AKilledProcessLosesNoLookItAnswered) {
  std::int64_t before = 0;
  for (const std::int64_t most : {1, 20, 300, 1'500}) {
    const auto answers = answered_until_killed(most);
    ASSERT_GE(answers, most);
    Answering next(place().location());
    const auto looks = next.looks();
    EXPECT_GE(looks, before + answers);
    EXPECT_LE(looks, before + answers + 1) << "one may have been under way";
    EXPECT_THAT(next.differences(), IsEmpty());
    before = looks;
  }
}

TEST_P(JournalOfLooks, AFlippedBitInWhatAKilledProcessLeftIsFound) {
  answered_until_killed(5);
  const auto segments = store::journal_segments(journal());
  ASSERT_THAT(segments, SizeIs(1));
  const auto size = fs::file_size(segments[0]);
  const auto flip = [&](std::uint64_t at) {
    std::fstream file(segments[0], std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const char changed = static_cast<char>(file.get() ^ 16);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(changed);
  };
  for (std::uint64_t at = 0; at < size; at += size / 9) {
    flip(at);
    try {
      Answering opened(place().location());
      ADD_FAILURE() << "opened with a changed byte " << at;
    } catch (const Failure& wrong) {
      EXPECT_EQ(wrong.error().id, "journal.damaged");
      EXPECT_EQ(wrong.error().place.file, segments[0].string());
    }
    flip(at);
  }
  Answering opened(place().location());
  EXPECT_GE(opened.looks(), 5);
  EXPECT_THAT(opened.differences(), IsEmpty());
}

TEST_P(JournalOfLooks, WhenItCannotBeWrittenThereIsNoAnswer) {
  std::ofstream(journal()) << "in the way of the folder";
  Answering answering(place().location());
  EXPECT_THROW(answering.answer(), Failure);
  fs::remove(journal());
  answering.answer();
  EXPECT_EQ(answering.looks(), 1);
}

// Answers end soon after the ledger can take no more looks; those that left a trace keep it.
TEST_P(JournalOfLooks, WhenTheLedgerTakesNoMoreAnswersEndAndNothingIsLost) {
  {
    Answering answering(place().location());
    const auto rename = [&](const std::string& from, const std::string& to) {
      answering.database->access().run(
          [&](store::Write& write) { write.sql << "ALTER TABLE " + from + " RENAME TO " + to; });
    };
    rename("access_entry", "hidden");
    answering.answer();
    EXPECT_THROW(answering.database->journal().settle(), Failure);
    EXPECT_THROW(answering.answer(), Failure);
    rename("hidden", "access_entry");
  }
  Answering next(place().location());
  EXPECT_EQ(next.looks(), 1);
  EXPECT_THAT(next.differences(), IsEmpty());
}

// It would hold up all looks behind it.
TEST_P(JournalOfLooks, ALookWithATextThatNoDatabaseTakesIsNotAdmitted) {
  Answering answering(place().location());
  const auto who = answering.members.caller_of(*our_rules(), "王科员").or_throw();
  for (const std::string& matter : {std::string("\xff号"), std::string("1\0号", 5)}) {
    const auto permit = app::Gate(*answering.database, answering.clock)
                            .admit(*our_rules(), who, {"permit_review", matter, "", "test", "r"});
    EXPECT_EQ(permit.error().id, "access.text");
  }
}

// access_trace = "database": the answer waits for the row itself.
TEST_P(JournalOfLooks, IsPassedOverWhereTheDatabaseIsWaitedFor) {
  auto location = place().location();
  location.trace = store::Trace::database;
  Answering answering(location);
  answering.answer();
  EXPECT_EQ(store::count_rows(answering.database->read_access().sql(), "access_entry"), 1);
  EXPECT_FALSE(fs::exists(journal()));
  EXPECT_THAT(answering.differences(), IsEmpty());
}

// ---- what fsck must see of the places up to which it was moved

TEST_P(JournalOfLooks, APlaceThatWasChangedIsFound) {
  Answering answering(place().location());
  answering.answer();
  EXPECT_EQ(answering.looks(), 1);
  answering.database->access().run([](store::Write& write) {
    write.sql.run("UPDATE access_journal SET position = position + 1");
  });
  const auto found = answering.differences();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_TRUE(found[0].starts_with("fsck.journal access_journal "));
}

}  // namespace
}  // namespace credence::testing
