// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/detect.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "app/patrol/free_text.h"

namespace credence::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const rulebook::RuleBook& book() {
  static const auto reading = rulebook::read_rules(rulebook::embedded_rule_files());
  return *reading.book;
}

const rulebook::PatrolRule& rule(std::string_view id) {
  return *std::ranges::find(book().patrol, id, &rulebook::PatrolRule::id);
}

std::int64_t limit(std::string_view id, std::string_view threshold) {
  return rule(id).threshold(threshold);
}

// Nobody is stored.
std::map<SubjectId, Party> nobody(const std::vector<SubjectId>&) { return {}; }

// Monday 2026-05-11, so many minutes after midnight in China.
Instant minute(std::int64_t minutes, Date day = Date(2026, 5, 11)) {
  return Instant(start_of(day).micros() + minutes * 60'000'000);
}
constexpr std::int64_t ten = 10 * 60;

// Looks a few seconds apart, each at another subject.
std::vector<Seen> looks(std::int64_t count, Instant from, const Seen& like = {}) {
  std::vector<Seen> all;
  for (std::int64_t i = 0; i < count; ++i) {
    Seen& seen = all.emplace_back(like);
    seen.at = Instant(from.micros() + i * 1'000'000);
    seen.subject = SubjectId(1'000 + i);
    if (seen.purpose.empty()) seen.purpose = "permit_review";
    if (seen.matter.empty()) seen.matter = "办件2026-" + std::to_string(i);
    seen.fresh = true;
    seen.leaf = i;
  }
  return all;
}

std::vector<Signal> found(std::string_view id, const std::vector<Seen>& all,
                          const Parties& parties = nobody) {
  return detect(book(), rule(id), all, parties);
}

TEST(Volume, IsMoreThanTheNumberWithinTheWindow) {
  const auto most = limit("volume.hour", "looks");
  EXPECT_THAT(found("volume.hour", looks(most, minute(ten))), IsEmpty());
  const auto signals = found("volume.hour", looks(most + 1, minute(ten)));
  ASSERT_THAT(signals, SizeIs(1));
  EXPECT_EQ(signals[0].count, most + 1);
}

// Half before the full hour and half after it: the window moves with the looks.
TEST(Volume, IsSeenAcrossTheFullHour) {
  const auto most = limit("volume.hour", "looks");
  EXPECT_THAT(found("volume.hour", looks(most + 1, minute(ten - 2))), SizeIs(1));
}

TEST(Volume, SpreadOverADayIsAnOrdinaryDay) {
  auto all = looks(600, minute(8 * 60));
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].at = minute(8 * 60 + static_cast<std::int64_t>(i));
  EXPECT_THAT(found("volume.hour", all), IsEmpty());
}

TEST(Volume, WhatIsNotFreshIsNotSaidAgain) {
  auto all = looks(limit("volume.hour", "looks") + 5, minute(ten));
  for (auto& seen : all) seen.fresh = false;
  EXPECT_THAT(found("volume.hour", all), IsEmpty());
}

TEST(Volume, OnesOwnFileDoesNotCount) {
  Seen own;
  own.purpose = "self";
  EXPECT_THAT(found("volume.hour", looks(2'000, minute(ten), own)), IsEmpty());
}

TEST(Volume, RulesForPeopleAreNotForMachines) {
  EXPECT_TRUE(concerns(rule("volume.hour"), "lihua"));
  EXPECT_FALSE(concerns(rule("volume.hour"), "key:3f2a"));
  EXPECT_TRUE(concerns(rule("volume.keys"), "key:3f2a"));
  EXPECT_FALSE(concerns(rule("volume.keys"), "lihua"));
  EXPECT_TRUE(concerns(rule("repeated"), "key:3f2a"));
}

// Ten looks on each working day of April, and then many more.
std::vector<Seen> with_habit(int days, std::int64_t today) {
  std::vector<Seen> all;
  for (int i = days; i > 0; --i) {
    for (auto& seen : looks(10, minute(ten, Date(2026, 5, 11).plus_days(-i)))) {
      seen.fresh = false;
      all.push_back(seen);
    }
  }
  for (auto& seen : looks(today, minute(ten))) all.push_back(seen);
  return all;
}

TEST(Volume, IsHeldAgainstTheAskersOwnHabit) {
  EXPECT_THAT(found("volume.habit", with_habit(10, 50)), IsEmpty());
  const auto signals = found("volume.habit", with_habit(10, 51));
  ASSERT_THAT(signals, SizeIs(1));
  EXPECT_EQ(signals[0].detail, "10");
  EXPECT_THAT(facts_of(rule("volume.habit"), signals[0]).zh, HasSubstr("每日 10 次"));
}

TEST(Volume, ANewcomerHasNoHabitYet) {
  EXPECT_THAT(found("volume.habit", with_habit(4, 500)), IsEmpty());
}

TEST(Hours, NightsAndDaysOffAreOutside) {
  const auto most = limit("hours", "looks");
  EXPECT_THAT(found("hours", looks(most + 1, minute(ten))), IsEmpty());
  EXPECT_THAT(found("hours", looks(most, minute(23 * 60))), IsEmpty());
  EXPECT_THAT(found("hours", looks(most + 1, minute(23 * 60))), SizeIs(1));
  EXPECT_THAT(found("hours", looks(most + 1, minute(ten, Date(2026, 5, 10)))), SizeIs(1));
}

// 9 May 2026 is a Saturday that is worked; 1 May a Friday that is not.
TEST(Hours, FollowTheCalendarOfTheStateCouncil) {
  const auto most = limit("hours", "looks");
  EXPECT_THAT(found("hours", looks(most + 1, minute(ten, Date(2026, 5, 9)))), IsEmpty());
  EXPECT_THAT(found("hours", looks(most + 1, minute(ten, Date(2026, 5, 1)))), SizeIs(1));
}

TEST(Matter, OneNumberForVeryManySubjects) {
  const auto most = limit("matter.many", "subjects");
  Seen same;
  same.matter = "办件2026-7";
  EXPECT_THAT(found("matter.many", looks(most, minute(ten), same)), IsEmpty());
  const auto signals = found("matter.many", looks(most + 1, minute(ten), same));
  ASSERT_THAT(signals, SizeIs(1));
  EXPECT_THAT(facts_of(rule("matter.many"), signals[0]).zh, ::testing::Not(HasSubstr("2026-7")));
}

TEST(Matter, ThatSaysNothingIsKnownInAnyWriting) {
  for (const char* matter : {"无", " test ", "ＴＥＳＴ", "1", "１", "N/A", "测试"}) {
    Seen empty;
    empty.matter = matter;
    EXPECT_THAT(found("matter.placeholder", looks(1, minute(ten), empty)), SizeIs(1)) << matter;
  }
  for (const char* matter : {"办件2026-1", "鲁许〔2026〕1号", "测试大队2026-3"}) {
    Seen real;
    real.matter = matter;
    EXPECT_THAT(found("matter.placeholder", looks(1, minute(ten), real)), IsEmpty()) << matter;
  }
}

TEST(Walking, ManyLooksThatFoundNothing) {
  Seen miss;
  miss.missed = true;
  const auto most = limit("walking.misses", "misses");
  EXPECT_THAT(found("walking.misses", looks(most, minute(ten), miss)), IsEmpty());
  EXPECT_THAT(found("walking.misses", looks(most + 1, minute(ten), miss)), SizeIs(1));
  EXPECT_THAT(found("walking.misses", looks(most + 1, minute(ten))), IsEmpty());
}

// Trying one wrong code again is a slip, not a walk.
TEST(Walking, OneWrongCodeTriedAgainIsNone) {
  Seen miss;
  miss.missed = true;
  auto all = looks(100, minute(ten), miss);
  for (auto& seen : all) seen.subject = SubjectId(7);
  EXPECT_THAT(found("walking.misses", all), IsEmpty());
}

// Organisations whose codes lie `apart` from each other.
Parties numbered(std::int64_t apart) {
  return [apart](const std::vector<SubjectId>& subjects) {
    std::map<SubjectId, Party> parties;
    for (const auto subject : subjects) {
      std::string body = std::to_string(10'000'000 + subject.value * apart);
      parties[subject] = {domain::SubjectKind::organization, domain::Scheme::organization_code,
                          body + "X"};
    }
    return parties;
  };
}

TEST(Walking, CodesOneAfterAnother) {
  const auto most = limit("walking.sequence", "run");
  EXPECT_THAT(found("walking.sequence", looks(most, minute(ten)), numbered(1)), IsEmpty());
  EXPECT_THAT(found("walking.sequence", looks(most + 40, minute(ten)), numbered(1)), SizeIs(1));
  EXPECT_THAT(found("walking.sequence", looks(most + 40, minute(ten)), numbered(97)), IsEmpty());
}

std::vector<Seen> again_and_again(std::int64_t count) {
  auto all = looks(count, minute(ten));
  for (auto& seen : all) seen.subject = SubjectId(7);
  return all;
}

TEST(Repeated, AtOnePersonAndNotAtOneOrganisation) {
  const auto most = limit("repeated", "looks");
  EXPECT_THAT(found("repeated", again_and_again(most)), IsEmpty());
  const auto signals = found("repeated", again_and_again(most + 1));
  ASSERT_THAT(signals, SizeIs(1));
  EXPECT_EQ(signals[0].subject, SubjectId(7));
  EXPECT_THAT(found("repeated", again_and_again(most + 1), numbered(1)), IsEmpty());
}

TEST(Repeated, OverWeeksIsRepeatedToo) {
  auto all = again_and_again(limit("repeated", "looks") + 1);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].at = minute(ten, Date(2026, 4, 15).plus_days(2 * static_cast<int>(i)));
  EXPECT_THAT(found("repeated", all), SizeIs(1));
}

TEST(FreeText, MobileNumbersStandAlone) {
  EXPECT_TRUE(holds_mobile("联系人电话13800138000，请联系"));
  EXPECT_TRUE(holds_mobile("１３８００１３８０００"));
  EXPECT_FALSE(holds_mobile("12345678901"));
  EXPECT_FALSE(holds_mobile("913701002345678901"));
  EXPECT_FALSE(holds_mobile("0531-13800138"));
  EXPECT_FALSE(holds_mobile("138001380001"));
}

TEST(FreeText, ResidentIdsAreSeenInAnyWidth) {
  EXPECT_TRUE(holds_resident_id("身份证11010519491231002X的当事人"));
  EXPECT_TRUE(holds_resident_id("１１０１０５１９４９１２３１００２Ｘ"));
  EXPECT_FALSE(holds_resident_id("110105194912310021"));
}

}  // namespace
}  // namespace credence::app
