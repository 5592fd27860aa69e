// SPDX-License-Identifier: Apache-2.0
#include "store/marks.h"

#include <gmock/gmock.h>

#include "domain/attested.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/records.h"
#include "store/session.h"
#include "support/place.h"

namespace credence::store {
namespace {

using credence::testing::both_engines;
using credence::testing::engine_name;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr SubjectId firm(11);
constexpr RecordKey penalty(7);

class Marks : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) database_ = Database::open(place().location(), clock_);
  }
  Database& database() { return *database_; }
  // Gives the instant of the group.
  Instant put(MarkKind kind, const std::string& case_number, SubjectId subject = firm,
              const std::string& text = "") {
    Instant at;
    database().facts().run([&](Write& write) {
      put_mark(write, random_,
               {subject, penalty, kind, case_number, "SD-2020/39", text, Instant(), end_of_time});
      at = write.now;
    });
    return at;
  }
  Instant end(MarkKind kind, const std::string& case_number, bool expected = true) {
    Instant at;
    database().facts().run([&](Write& write) {
      EXPECT_EQ(end_mark(write, random_, firm, penalty, kind, case_number), expected);
      at = write.now;
    });
    return at;
  }
  std::vector<MarkKind> kinds_at(Instant instant) {
    std::vector<MarkKind> kinds;
    for (const auto& mark : marks_of(database().read().sql(), firm, instant))
      kinds.push_back(mark.kind);
    return kinds;
  }
  ManualClock clock_{Instant(1'700'000'000'000'000)};
  SeededRandom random_{5};
  std::unique_ptr<Database> database_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Marks, both_engines, engine_name);

TEST_P(Marks, AMarkIsInForceFromItsDecisionUntilItsEnd) {
  const Instant disputed = put(MarkKind::disputed, "异议1");
  const Instant repaired = put(MarkKind::repaired, "修复1");
  const Instant ended = end(MarkKind::disputed, "异议1");
  EXPECT_THAT(kinds_at(Instant(disputed.micros() - 1)), IsEmpty());
  EXPECT_THAT(kinds_at(disputed), ElementsAre(MarkKind::disputed));
  EXPECT_THAT(kinds_at(repaired), ElementsAre(MarkKind::disputed, MarkKind::repaired));
  EXPECT_THAT(kinds_at(Instant(ended.micros() - 1)),
              ElementsAre(MarkKind::disputed, MarkKind::repaired));
  EXPECT_THAT(kinds_at(ended), ElementsAre(MarkKind::repaired));
  EXPECT_THAT(kinds_at(end_of_time), ElementsAre(MarkKind::repaired));
}

TEST_P(Marks, WhatWasKnownThenDoesNotTellTheEndThatCameLater) {
  const Instant then = put(MarkKind::disputed, "异议1");
  const auto before = marks_of(database().read().sql(), firm, then);
  end(MarkKind::disputed, "异议1");
  const auto after = marks_of(database().read().sql(), firm, then);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0].to, end_of_time);
  EXPECT_EQ(after[0].end_leaf, -1);
  EXPECT_EQ(after[0].from, before.at(0).from);
}

TEST_P(Marks, TheSameKindAndCaseTwiceIsOneMark) {
  put(MarkKind::disputed, "异议1");
  put(MarkKind::disputed, "异议1", firm, "另一段文字");
  put(MarkKind::disputed, "异议2");
  EXPECT_EQ(count_rows(database().read().sql(), "record_mark"), 2);
  end(MarkKind::disputed, "异议1");
  EXPECT_THAT(kinds_at(end_of_time), ElementsAre(MarkKind::disputed));
  end(MarkKind::disputed, "异议1", false);
  end(MarkKind::repaired, "异议2", false);
  put(MarkKind::disputed, "异议1");  // taken up again: a mark of its own
  EXPECT_EQ(count_rows(database().read().sql(), "record_mark"), 3);
  EXPECT_THAT(kinds_at(end_of_time), ElementsAre(MarkKind::disputed, MarkKind::disputed));
}

TEST_P(Marks, ManySubjectsAreReadAtOnceAndOthersAreNot) {
  put(MarkKind::disputed, "异议1", SubjectId(11));
  put(MarkKind::repaired, "修复1", SubjectId(12));
  put(MarkKind::repaired, "修复2", SubjectId(13));
  const std::vector<SubjectId> asked{SubjectId(11), SubjectId(13), SubjectId(14)};
  std::vector<std::string> cases;
  const auto lease = database().read();
  for (const auto& mark : marks_of(lease.sql(), asked, end_of_time))
    cases.push_back(mark.case_number);
  EXPECT_THAT(cases, ElementsAre("异议1", "修复2"));
  EXPECT_THAT(marks_of(lease.sql(), std::span<const SubjectId>(), end_of_time), IsEmpty());
}

TEST_P(Marks, AFollowerSeesEachSettingAndEndingOnceInTheOrderOfTheLog) {
  put(MarkKind::disputed, "异议1");
  put(MarkKind::repaired, "修复1");
  end(MarkKind::disputed, "异议1");
  put(MarkKind::withdrawn, "撤销1");
  std::vector<std::string> seen;
  std::int64_t after = -1;
  for (;;) {
    const auto some = marks_after(database().read().sql(), after, 3);
    for (const auto& mark : some) {
      EXPECT_EQ(mark.to == end_of_time, mark.end_leaf < 0);
      EXPECT_GT(attested_at(mark), after);
      after = attested_at(mark);
      seen.push_back((mark.end_leaf < 0 ? "+" : "-") + mark.case_number);
    }
    if (some.size() < 3) break;
  }
  EXPECT_THAT(seen, ElementsAre("+异议1", "+修复1", "-异议1", "+撤销1"));
}

TEST_P(Marks, TheLogHoldsTheStatementsOfSettingAndEnd) {
  put(MarkKind::statement, "异议1", firm, "我司\"已\\缴清\"\n罚款。");
  end(MarkKind::statement, "异议1");
  const auto lease = database().read();
  const auto marks = attested_marks(lease.sql(), -1, 10);
  ASSERT_EQ(marks.size(), 1U);
  const auto& [mark, salt, end_salt] = marks[0];
  EXPECT_EQ(mark.text, "我司\"已\\缴清\"\n罚款。");
  EXPECT_EQ(mark_statement(mark),
            R"({"statement":"record_mark","subject":"11","record":"7","kind":5,"case":"异议1",)"
            R"("basis":"SD-2020/39","text":"我司\"已\\缴清\"\u000a罚款。","from":)" +
                std::to_string(mark.from.micros()) + "}");
  const auto entry = [&](std::int64_t leaf) {
    return log_entry(lease.sql(), Lane::facts, static_cast<std::uint64_t>(leaf));
  };
  EXPECT_EQ(entry(mark.leaf),
            ledger::entry_of(static_cast<unsigned char>(domain::Attested::record_marked),
                             ledger::commitment(salt, mark_statement(mark))));
  EXPECT_EQ(entry(mark.end_leaf),
            ledger::entry_of(static_cast<unsigned char>(domain::Attested::record_mark_ended),
                             ledger::commitment(end_salt, mark_end_statement(mark))));
}

}  // namespace
}  // namespace credence::store
