// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "support/list_rows.h"
#include "support/platform.h"

// What is counted, of whom it never is, and how fresh it is.

namespace credence::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

class Counting : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
  }
  Platform& platform() { return *platform_; }
  app::RecordCounts records() { return *platform().statistics->records(*platform().book); }
  void pass(std::int64_t minutes) {
    platform().clock.set(Instant(platform().clock.now().micros() + minutes * 60'000'000));
  }
  std::string penalty(const std::string& number, const std::string& code = company) {
    PenaltyRow row;
    row.number = number;
    row.code = code;
    if (code == shop) {
      row.name = "青岛市南区明信小卖部";
      row.kind = "个体工商户";
    }
    return row.text();
  }
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Counting, both_engines, engine_name);

// A record belongs to the division of whoever decided; a registration to that of its subject.
TEST_P(Counting, RecordsAreCountedByItemAndCityAndPersonsAreNot) {
  platform().take("organization_registration", registration("济南明信科技有限公司", company));
  const auto receipt =
      platform().take("penalty", penalty_header + penalty("1号") + penalty("2号") +
                                     penalty("3号", shop) + personal_penalty().text());
  EXPECT_EQ(receipt.added, 4);
  const auto counts = records();
  ASSERT_EQ(counts.lines.size(), 2U);
  const auto& registered = counts.lines[0];
  EXPECT_EQ(registered.item, "organization_registration");
  EXPECT_EQ(registered.region, "370100");
  EXPECT_EQ(registered.region_label, "济南市");
  EXPECT_EQ(registered.records, 1);
  const auto& penalties = counts.lines[1];
  EXPECT_EQ(penalties.item, "penalty");
  EXPECT_EQ(penalties.class_label.zh, "行政管理信息");
  EXPECT_EQ(penalties.nature_label.zh, "失信信息");
  EXPECT_EQ(penalties.region_label, "山东省");
  EXPECT_EQ(penalties.records, 3);
  EXPECT_EQ(penalties.organizations, 2);
  EXPECT_EQ(counts.totals.records, 4);
  EXPECT_EQ(counts.totals.organizations, 2);
}

TEST_P(Counting, ANewVersionIsNoSecondRecord) {
  PenaltyRow row;
  platform().take("penalty", penalty_header + row.text());
  row.facts = "未按规定公示年度报告，逾期未改正。";
  platform().take("penalty", penalty_header + row.text());
  EXPECT_EQ(records().totals.records, 1);
}

// SD-2020 art. 20: what is not published is in no public count.
TEST_P(Counting, ItemsThatAreNotPublishedAreNotCounted) {
  const std::string arrears = line({{"GJJ_ZTMC", name_of(company)},
                                    {"GJJ_TYSHXYDM", company},
                                    {"GJJ_XM", "少缴"},
                                    {"GJJ_SSQ", "2026年3月"},
                                    {"GJJ_JE", "1"},
                                    {"GJJ_RDRQ", "2026-05-06"},
                                    {"GJJ_RDDW", "济南住房公积金中心"},
                                    {"GJJ_RDDWDM", bureau},
                                    {"GJJ_LYDW", "山东省市场监督管理局"},
                                    {"GJJ_LYDWDM", bureau}});
  const auto receipt = platform().send("housing_fund_arrears", arrears, "arrears.jsonl").or_throw();
  EXPECT_EQ(receipt.added, 1);
  EXPECT_THAT(records().lines, IsEmpty());
  EXPECT_EQ(records().totals.records, 0);
}

TEST_P(Counting, ACountIsKeptForMinutesAndThenFollowsTheFacts) {
  platform().take("penalty", penalty_header + penalty("1号"));
  const auto first = records();
  pass(1);
  platform().take("penalty", penalty_header + penalty("2号"));
  EXPECT_EQ(records().totals.records, 1);
  EXPECT_EQ(records().counted, first.counted);
  pass(5);
  EXPECT_EQ(records().totals.records, 2);
  const auto second = records().counted;
  pass(60);
  EXPECT_EQ(records().counted, second);  // nothing was committed since
}

TEST_P(Counting, ARepairedRecordIsCountedNoMore) {
  platform().take("penalty", penalty_header + penalty("1号") + penalty("2号"));
  EXPECT_EQ(records().totals.records, 2);
  const auto record = platform().records_of(company, "penalty").at(0).record;
  platform().database->facts().run([&](store::Write& write) {
    store::RecordMark mark;
    mark.subject = platform().subject_of(company);
    mark.record = record;
    mark.kind = domain::MarkKind::repaired;
    mark.case_number = "XF1";
    mark.basis = "NDRC-36-2025/8";
    store::put_mark(write, platform().random, mark);
  });
  pass(6);
  EXPECT_EQ(records().totals.records, 1);
}

TEST_P(Counting, SubmissionsAreSummedByMonthProviderAndItem) {
  platform().take("penalty", penalty_header + penalty("1号"));
  platform().take("penalty", penalty_header + penalty("1号") + penalty("2号"));
  platform().set_day(Date(2026, 6, 2));
  platform().take("penalty", penalty_header + penalty("3号"));
  const auto trend = platform().statistics->submissions(*platform().book, bureau, "penalty",
                                                        Date(2026, 1, 1), Date(2026, 6, 30));
  ASSERT_EQ(trend.months.size(), 2U);
  const auto& may = trend.months[0];
  EXPECT_EQ(may.month, "2026-05");
  EXPECT_EQ(may.provider_name, "山东省市场监督管理局");
  EXPECT_EQ(may.batches, 2);
  EXPECT_EQ(may.sent, 3);
  EXPECT_EQ(may.added, 2);
  EXPECT_EQ(may.duplicate, 1);
  EXPECT_EQ(trend.months[1].month, "2026-06");
  EXPECT_EQ(trend.months[1].late, 1);  // decided on 6 May
  EXPECT_THAT(platform()
                  .statistics
                  ->submissions(*platform().book, centre, "", Date(2026, 1, 1), Date(2026, 6, 30))
                  .months,
              IsEmpty());
}

TEST_P(Counting, LooksAreCountedByDayAndPurposeAndPublicOnesByDay) {
  platform().take("penalty", penalty_header + penalty("1号"));
  (void)platform().ask(company);
  for (int i = 0; i < 2; ++i)
    (void)platform().ask(company, platform().permit("permit_review", "王芳", "B1")).or_throw();
  const auto auditor = platform().caller_for("audit", "审计员");
  const auto counts =
      platform()
          .statistics->looks(*platform().book, auditor, Date(2026, 5, 11), Date(2026, 5, 11))
          .or_throw();
  ASSERT_EQ(counts.looks.size(), 1U);
  EXPECT_EQ(counts.looks[0].purpose, "permit_review");
  EXPECT_EQ(counts.looks[0].purpose_label.zh, "行政许可审查");
  EXPECT_EQ(counts.looks[0].day, Date(2026, 5, 11));
  EXPECT_EQ(counts.looks[0].looks, 2);
  EXPECT_THAT(counts.public_views, ElementsAre(Field(&app::DayViews::views, 1)));
}

TEST_P(Counting, LooksAreNotCountedForOthersOrForYears) {
  const auto& statistics = *platform().statistics;
  const auto clerk = platform().caller("王芳", {{"counter_clerk"}, {}, {}, {}});
  const auto steward = platform().caller_for("stewardship", "李工");
  const Date day(2026, 5, 11);
  const auto refusal = [&](const app::Caller& who, Date from) {
    const auto answer = statistics.looks(*platform().book, who, from, day);
    return answer ? std::string() : answer.error().id;
  };
  EXPECT_EQ(refusal(app::Caller::anonymous(), day), "access.unidentified");
  EXPECT_EQ(refusal(clerk, day), "access.power");
  EXPECT_EQ(refusal(steward, day.plus_days(-app::look_days_max)), "statistics.period");
  EXPECT_EQ(refusal(steward, day.plus_days(1)), "statistics.period");
  EXPECT_EQ(refusal(steward, day.plus_days(1 - app::look_days_max)), "");
}

}  // namespace
}  // namespace credence::testing
