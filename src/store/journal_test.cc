// SPDX-License-Identifier: Apache-2.0
#include "store/journal.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <mutex>

#include "support/place.h"

namespace credence::store {
namespace {

namespace fs = std::filesystem;
using credence::testing::TemporaryFolder;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Instant noon(1'700'000'000'000'000);

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::vector<std::string> texts_of(const std::vector<JournalFrame>& frames) {
  std::vector<std::string> texts;
  for (const auto& frame : frames) texts.push_back(frame.bytes);
  return texts;
}

// ---- the file

struct Written {
  fs::path file;
  std::vector<std::string> texts;
  std::vector<std::uint64_t> group_ends;  // of the file after each group
  std::vector<std::size_t> counts;        // frames up to there
};

Written write_groups(const fs::path& folder, const std::vector<std::vector<std::string>>& groups) {
  const auto segment = JournalSegment::create(folder, noon);
  Written all{segment->file(), {}, {}, {}};
  for (const auto& group : groups) {
    const std::vector<std::string_view> frames(group.begin(), group.end());
    segment->write(frames, Instant(noon.micros() + std::ssize(all.group_ends)));
    all.texts.insert(all.texts.end(), group.begin(), group.end());
    all.group_ends.push_back(segment->size());
    all.counts.push_back(all.texts.size());
  }
  return all;
}

RC_GTEST_PROP(JournalFile, ReadsWhatWasWritten,
              (const std::vector<std::vector<std::string>>& all)) {
  const TemporaryFolder folder;
  const auto written = write_groups(folder.path() / "j", all);
  const auto reading = read_segment(written.file);
  RC_ASSERT(!reading.damaged_at);
  RC_ASSERT(texts_of(reading.frames) == written.texts);
  std::uint64_t last = 0;
  for (const auto& frame : reading.frames) RC_ASSERT(std::exchange(last, frame.end) < frame.end);
}

const std::vector<std::vector<std::string>> few = {
    {"one", "two"}, {"three"}, {std::string(70, '\0'), "", "six"}};

TEST(JournalFile, IsForItsOwnerOnlyAndTellsWhenEachGroupWasWritten) {
  const TemporaryFolder folder;
  const auto written = write_groups(folder.path() / "j", few);
  struct stat facts {};
  ASSERT_EQ(::stat(written.file.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
  const auto frames = read_segment(written.file).frames;
  ASSERT_THAT(frames, SizeIs(6));
  EXPECT_EQ(frames[1].at, noon);
  EXPECT_EQ(frames[5].at, Instant(noon.micros() + 2));
}

TEST(JournalFile, CutAnywhereEndsWithTheLastWholeGroup) {
  const TemporaryFolder folder;
  const auto written = write_groups(folder.path() / "j", few);
  const std::string whole = read_file(written.file);
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    write_file(written.file, whole.substr(0, size));
    std::size_t count = 0;
    for (std::size_t i = 0; i < few.size(); ++i)
      if (written.group_ends[i] <= size) count = written.counts[i];
    const auto reading = read_segment(written.file);
    EXPECT_FALSE(reading.damaged_at) << size;
    EXPECT_THAT(reading.frames, SizeIs(count)) << size;
  }
}

TEST(JournalFile, GrownButNeverFilledEndsThere) {
  const TemporaryFolder folder;
  const auto written = write_groups(folder.path() / "j", few);
  write_file(written.file, read_file(written.file) + std::string(4'096, '\0'));
  const auto reading = read_segment(written.file);
  EXPECT_FALSE(reading.damaged_at);
  EXPECT_EQ(texts_of(reading.frames), written.texts);
}

// No bit of the file can change without being seen, the last group's included.
TEST(JournalFile, AnyFlippedBitIsFound) {
  const TemporaryFolder folder;
  const auto written = write_groups(folder.path() / "j", few);
  const std::string whole = read_file(written.file);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string changed = whole;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    write_file(written.file, changed);
    const auto reading = read_segment(written.file);
    ASSERT_TRUE(reading.damaged_at) << bit;
    EXPECT_LE(*reading.damaged_at, bit / 8);
    const auto texts = texts_of(reading.frames);
    EXPECT_TRUE(std::equal(texts.begin(), texts.end(), written.texts.begin())) << bit;
  }
}

TEST(JournalFile, AGroupTakenOutMovedOrDoubledIsFound) {
  const TemporaryFolder folder;
  const auto written = write_groups(folder.path() / "j", few);
  const std::string whole = read_file(written.file);
  const auto begin = whole.find('\n') + 1, first = written.group_ends[0],
             second = written.group_ends[1];
  const std::string head = whole.substr(0, begin), one = whole.substr(begin, first - begin),
                    two = whole.substr(first, second - first), three = whole.substr(second);
  for (const auto& changed :
       {head + two + three, head + one + three, head + two + one + three, head + one + one + two}) {
    write_file(written.file, changed);
    EXPECT_TRUE(read_segment(written.file).damaged_at);
  }
  const auto other = written.file.parent_path() / "1-abcdef.journal";
  write_file(other, whole);
  EXPECT_EQ(read_segment(other).damaged_at, begin);
}

TEST(JournalFile, IsLeftToWhoeverHoldsIt) {
  const TemporaryFolder folder;
  auto held = JournalSegment::create(folder.path() / "j", noon);
  const auto file = held->file();
  EXPECT_EQ(JournalSegment::adopt(file), nullptr);
  held.reset();
  EXPECT_NE(JournalSegment::adopt(file), nullptr);
}

// ---- the journal

// What was moved, and by it the place in each segment, as the database keeps them in one
// transaction.
struct Ledger {
  std::mutex mutex;
  std::vector<std::string> texts;
  std::map<std::string, std::uint64_t> places;
  bool broken = false;

  Journal::Move move() {
    return [this](const std::string& segment, std::span<const JournalFrame> frames) {
      const std::lock_guard lock(mutex);
      if (broken) throw std::runtime_error("no database");
      for (const auto& frame : frames) {
        if (frame.end <= places[segment]) continue;
        texts.push_back(frame.bytes);
        places[segment] = frame.end;
      }
    };
  }
  void break_or_mend(bool is_broken) {
    const std::lock_guard lock(mutex);
    broken = is_broken;
  }
};

std::string failure_id(const std::exception_ptr& failed) {
  if (!failed) return "";
  try {
    std::rethrow_exception(failed);
  } catch (const Failure& wrong) {
    return wrong.error().id;
  }
}

// Appends and waits; the id of what was wrong.
std::string append(Journal& journal, std::vector<std::string> frames) {
  std::promise<std::exception_ptr> done;
  journal.append(std::move(frames), [&](const std::exception_ptr& e) { done.set_value(e); });
  return failure_id(done.get_future().get());
}

class Journaling : public ::testing::Test {
 protected:
  fs::path folder() const { return folder_.path() / "access.journal"; }
  ManualClock clock_{noon};
  Ledger ledger_;

 private:
  TemporaryFolder folder_;
};

TEST_F(Journaling, MovesEverythingInOrderAndLeavesNoFile) {
  Journal journal(folder(), clock_);
  journal.begin(ledger_.move());
  EXPECT_FALSE(fs::exists(folder())) << "nothing was appended yet";
  std::vector<std::string> all;
  for (int i = 0; i < 5'000; ++i) all.push_back(std::to_string(i));
  std::atomic<int> done = 0;
  for (const auto& one : all)
    journal.append({one}, [&](const std::exception_ptr& failed) { done += failed ? 0 : 1; });
  journal.settle();
  EXPECT_THAT(ledger_.texts, ElementsAreArray(all));
  EXPECT_EQ(journal.unmoved(), 0U);
  journal.end();
  EXPECT_EQ(done, 5'000);
  EXPECT_THAT(journal_segments(folder()), IsEmpty());
}

TEST_F(Journaling, TakesNothingWhileItCannotMoveAndKeepsWhatItTook) {
  ledger_.break_or_mend(true);
  {
    Journal journal(folder(), clock_);
    journal.begin(ledger_.move());
    EXPECT_EQ(append(journal, {"first"}), "");
    EXPECT_THROW(journal.settle(), Failure);
    EXPECT_EQ(append(journal, {"second"}), "journal.stuck");
  }
  EXPECT_THAT(journal_segments(folder()), SizeIs(1));
  ledger_.break_or_mend(false);
  Journal journal(folder(), clock_);
  journal.begin(ledger_.move());
  EXPECT_THAT(ledger_.texts, ElementsAreArray({"first"}));
  EXPECT_THAT(journal_segments(folder()), IsEmpty());
}

TEST_F(Journaling, GoesOnWhenMovingWorksAgain) {
  ledger_.break_or_mend(true);
  Journal journal(folder(), clock_);
  journal.begin(ledger_.move());
  EXPECT_EQ(append(journal, {"first"}), "");
  EXPECT_THROW(journal.settle(), Failure);
  ledger_.break_or_mend(false);
  std::string refused = "journal.stuck";
  for (int i = 0; i < 50 && !refused.empty(); ++i) {
    ::usleep(100'000);
    refused = append(journal, {"second"});
  }
  EXPECT_EQ(refused, "");
  journal.settle();
  EXPECT_THAT(ledger_.texts, ElementsAreArray({"first", "second"}));
}

TEST_F(Journaling, MovesNothingTwiceAfterACrashBetweenMovingAndDeleting) {
  const auto written = write_groups(folder(), few);
  const auto frames = read_segment(written.file).frames;
  ledger_.move()(written.file.stem(), std::span(frames).first(3));
  Journal journal(folder(), clock_);
  journal.begin(ledger_.move());
  EXPECT_EQ(ledger_.texts, written.texts);
}

TEST_F(Journaling, ADamagedSegmentIsNamedAndKeptAndWhatStandsBeforeIsMoved) {
  const auto written = write_groups(folder(), few);
  std::string bytes = read_file(written.file);
  bytes[written.group_ends[0] + 60] ^= 1;
  write_file(written.file, bytes);
  Journal journal(folder(), clock_);
  try {
    journal.begin(ledger_.move());
    FAIL() << "began";
  } catch (const Failure& wrong) {
    EXPECT_EQ(wrong.error().id, "journal.damaged");
    EXPECT_EQ(wrong.error().place.file, written.file.string());
  }
  EXPECT_THAT(ledger_.texts, ElementsAreArray({"one", "two"}));
  EXPECT_EQ(read_file(written.file), bytes);
}

// A full disk, as the system tells it: no file may grow beyond a few bytes.
TEST_F(Journaling, AWriteThatFailsIsRefusedAndLeavesNothingBehind) {
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  Journal journal(folder(), clock_);
  journal.begin(ledger_.move());
  EXPECT_EQ(append(journal, {"fits"}), "");
  const rlimit little{300, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &little);
  const auto refused = append(journal, {std::string(1'000, 'x')});
  const auto again = append(journal, {std::string(1'000, 'y')});
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(refused, "journal.write");
  EXPECT_EQ(again, "journal.write");
  EXPECT_EQ(append(journal, {"fits again"}), "");
  journal.settle();
  EXPECT_THAT(ledger_.texts, ElementsAreArray({"fits", "fits again"}));
}

TEST_F(Journaling, MakesCallersWaitRatherThanMemoryGrow) {
  std::promise<void> released;
  const auto release = released.get_future().share();
  std::atomic<int> moved = 0, taken = 0;
  Journal journal(folder(), clock_);
  journal.begin([&](const std::string&, std::span<const JournalFrame> frames) {
    release.wait();
    moved += static_cast<int>(frames.size());
  });
  auto caller = std::async(std::launch::async, [&] {
    for (int i = 0; i < 100; ++i) {
      append(journal, {std::string(1U << 20U, 'x')});
      ++taken;
    }
  });
  EXPECT_EQ(caller.wait_for(std::chrono::seconds(3)), std::future_status::timeout);
  EXPECT_LE(taken, 66);
  EXPECT_GE(taken, 32);
  released.set_value();
  caller.get();
  journal.settle();
  EXPECT_EQ(moved, 100);
}

// Whatever was acknowledged is moved by whoever comes next, each once, without a gap.
TEST_F(Journaling, AKilledProcessLosesNothingAcknowledged) {
  for (int round = 0; round < 5; ++round) {
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      SystemClock clock;
      Journal journal(folder(), clock);
      journal.begin([](const std::string&, std::span<const JournalFrame>) { ::pause(); });
      for (std::int64_t i = 0;; ++i) {
        const auto refused = append(journal, {std::to_string(i)});
        if (!refused.empty() || ::write(pipe_ends[1], &i, sizeof i) != sizeof i) ::_exit(1);
      }
    }
    ::close(pipe_ends[1]);
    std::int64_t acknowledged = -1, next = 0;
    while (::read(pipe_ends[0], &next, sizeof next) == sizeof next) {
      acknowledged = next;
      if (acknowledged == 100 + 37 * round) ::kill(child, SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    ::close(pipe_ends[0]);
    Ledger ledger;
    Journal journal(folder(), clock_);
    journal.begin(ledger.move());
    ASSERT_GE(std::ssize(ledger.texts), acknowledged + 1);
    for (std::size_t i = 0; i < ledger.texts.size(); ++i)
      ASSERT_EQ(ledger.texts[i], std::to_string(i));
  }
}

}  // namespace
}  // namespace credence::store
