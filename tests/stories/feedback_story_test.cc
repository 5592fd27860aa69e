// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <future>

#include "app/erasure/erasure.h"
#include "base/text.h"
#include "store/session.h"
#include "support/casework.h"

// Feedback on measures: who was told of one says what it did with it, by a day; and what comes of
// measures is counted.

namespace credence::testing {
namespace {

using ::testing::AllOf;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string counter = "11370100MB2850200K";  // a service counter in Jinan

std::string listing(const std::string& number, const std::string& list = "重大税收违法失信主体") {
  return "主体名称,统一社会信用代码,列入决定文号,列入事由,名单类别,法定代表人或者主要负责人,"
         "列入日期,列入机关,列入机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码\n"
         "济南明信科技有限公司," +
         company + "," + number + ",逃税," + list + ",王小明,2026-09-01,税务局," + bureau +
         ",税务局," + bureau + "\n";
}

std::string grade_a() {
  return "主体名称,统一社会信用代码,评价年度,评价等级,认定日期,评价机关,评价机关统一社会信用代码,"
         "数据来源单位,数据来源单位统一社会信用代码\n"
         "济南明信科技有限公司," +
         company + ",2025,A,2026-04-30,税务局," + bureau + ",税务局," + bureau + "\n";
}

class Feedback : public Casework {
 protected:
  void SetUp() override {
    Casework::SetUp();
    if (IsSkipped()) return;
    platform().take("serious_dishonesty", listing("鲁税失〔2026〕1号"));
    platform().put(app::Unit{counter, "济南市政务服务中心", {"counter"}, "370100", true});
    asker_ = platform().caller("zhouping", {{"counter_clerk"}, {}, {}, {}}, counter);
    reporter_ = platform().caller("chenyu", {{"feedback_clerk"}, {}, {}, {}}, counter);
    an_hour_on();
  }
  void an_hour_on() {
    platform().clock.set(Instant(platform().clock.now().micros() + 3'600'000'000));
  }
  app::CheckedText check(const app::Caller& caller, const app::Question& question,
                         const std::string& matter, const std::string& code = company) {
    const auto permit = platform().gate->admit(book(), caller, question).or_throw();
    const auto asked = platform().checks->question(book(), permit, code, matter).or_throw();
    return platform().ledger->release(permit, platform().checks->check(book(), permit, asked));
  }
  app::CheckedText procurement(const std::string& business = "采购1号") {
    return check(asker_, {"procurement", business, "", "test", "r", false},
                 "government_procurement");
  }
  app::CheckedText convenience() {
    return check(asker_, {"permit_review", "许可1号", "", "test", "r", false}, "convenience");
  }
  app::FeedbackRun run() { return platform().feedback->run(book()); }
  std::vector<app::DeskLine> desk() {
    return platform().desks->desk(book(), reporter_).or_throw().lines;
  }
  app::CaseView opened(const std::string& number) {
    const auto permit =
        platform()
            .gate->admit(book(), reporter_, {"case_handling", number, "", "test", "r", false})
            .or_throw();
    return platform().ledger->release(permit, cases().show(book(), reporter_, number).or_throw());
  }
  app::CaseView report_applied(const app::CaseView& file) {
    return act(reporter_, file, "report_applied",
               {{"done", "refused"},
                {"document", "济采不准〔2026〕1号"},
                {"day", to_string(platform().clock.now().day())}})
        .or_throw();
  }
  app::MeasureUse use(const std::string& region = "") {
    return platform()
        .measure_uses
        ->use(book(), lead_, {Date(2026, 1, 1), platform().clock.now().day(), "", region})
        .or_throw();
  }
  app::MeasureOutcome outcome(const std::string& measure) {
    for (const auto& one : use().measures) {
      if (one.measure == measure) return one;
    }
    ADD_FAILURE() << measure << " is not shown";
    return {};
  }
  void withdraw(const std::string& document) {
    store::RecordFilter filter;
    filter.subject = platform().subject_of(company);
    for (const auto& one :
         store::find_records(platform().database->read().sql(), filter, 20, std::nullopt)) {
      if (one.document_number != document) continue;
      store::RecordMark mark;
      mark.subject = filter.subject.value_or(SubjectId());
      mark.record = one.columns.key;
      mark.kind = store::MarkKind::withdrawn;
      mark.case_number = "CX-test";
      mark.basis = "SD-2020/40";
      platform().database->facts().run(
          [&](store::Write& write) { store::put_mark(write, platform().random, mark); });
    }
  }
  app::Caller asker_ = app::Caller::anonymous(), reporter_ = asker_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Feedback, both_engines, engine_name);

// SDPLAN-145: told of a ban, the unit says what it did.
TEST_P(Feedback, WhatACheckToldOfLiesOnItsUnitsDeskUntilItIsReported) {
  EXPECT_EQ(procurement().in_force, 1);
  EXPECT_EQ(run().measures, 1);
  ASSERT_THAT(desk(), SizeIs(1));
  EXPECT_EQ(desk()[0].procedure, "measure_feedback");
  EXPECT_EQ(desk()[0].unit, counter);
  const auto file = opened(desk()[0].number);
  EXPECT_EQ(file.steps[0].fields[0].value, counter);
  const auto counted = outcome("procurement_ban");
  EXPECT_EQ(counted.counts.told, 1);
  EXPECT_EQ(counted.counts.unanswered, 1);
  EXPECT_TRUE(counted.never_applied);

  EXPECT_TRUE(report_applied(file).closed);
  EXPECT_THAT(desk(), IsEmpty());
  EXPECT_EQ(outcome("procurement_ban").counts.applied, 1);
  EXPECT_EQ(outcome("procurement_ban").counts.unanswered, 0);
  EXPECT_FALSE(outcome("procurement_ban").never_applied);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Feedback, CheckingAgainInTheSameMatterOpensNothingMore) {
  procurement();
  run();
  an_hour_on();
  procurement();
  EXPECT_EQ(run().measures, 1);
  EXPECT_EQ(platform().count("case_file"), 1);
  EXPECT_EQ(run().checks, 0);
  procurement("采购2号");
  run();
  EXPECT_EQ(platform().count("case_file"), 2);
}

TEST_P(Feedback, ASubjectsOwnCheckAPersonsAndOneThatFoundNothingAskNobody) {
  check(company_, {"self", "", "", "test", "r", false}, "government_procurement");
  check(asker_, {"permit_review", "许可2号", "", "test", "r", false}, "company_officer", citizen);
  check(asker_, {"permit_review", "许可3号", "", "test", "r", false}, "food_permit");
  EXPECT_EQ(run().measures, 0);
  EXPECT_EQ(platform().count("case_file"), 0);
}

TEST_P(Feedback, TheCaseSaysTheMeasureItsArticleAndEachOfItsGrounds) {
  convenience();
  EXPECT_EQ(run().measures, 1);
  const auto file = opened(desk().at(0).number);
  const auto value = [&](const std::string& id) {
    for (const auto& one : file.steps[0].fields) {
      if (one.id == id) return one.value;
    }
    return std::string();
  };
  EXPECT_EQ(value("measure"), "no_convenience");
  EXPECT_EQ(value("force"), "reference");
  EXPECT_EQ(value("business"), "许可1号");
  EXPECT_EQ(value("said"), "不适用容缺受理等便利措施（《山东省社会信用条例》第二十八条）");
  // The listing, and the penalty beside it.
  EXPECT_EQ(split(value("grounds"), ",").size(), 2U) << value("grounds");
}

TEST_P(Feedback, AMatterNumberWithAnIdentityNumberInItIsReportedOnAndNotRepeated) {
  procurement("采购" + citizen);
  EXPECT_EQ(run().measures, 1);
  const auto file = opened(desk().at(0).number);
  for (const auto& one : file.steps[0].fields)
    EXPECT_EQ(one.value.find(citizen), std::string::npos);
}

// A part of a platform of its own, as another process has it.
struct OtherProcess {
  OtherProcess(store::Database& given, const std::filesystem::path& folder, const Clock& clock,
               const app::Editions& editions)
      : vault(app::Vault::open(folder, random)),
        documents(folder, vault, clock),
        cases(given, vault, documents, clock, 370000,
              {[](const auto&) { return std::nullopt; },
               [](const auto&) -> Result<std::function<void(store::Write&)>> {
                 return std::function<void(store::Write&)>();
               },
               [](const auto&) -> Result<std::function<void(store::Write&)>> {
                 return std::function<void(store::Write&)>();
               }}),
        feedback(given, editions, cases) {}
  SystemRandom random;
  app::Vault vault;
  app::CaseDocuments documents;
  app::Cases cases;
  app::MeasureFeedback feedback;
};

TEST_P(Feedback, TwoPlatformsThatFollowAtOnceOpenOneCase) {
  for (int i = 0; i < 5; ++i) procurement("采购" + std::to_string(i) + "号");
  platform().database->journal().settle();
  std::unique_ptr<store::Database> second;
  if (GetParam() == store::Engine::postgresql)
    second = store::Database::open(place().location(), platform().clock);
  store::Database& theirs = second ? *second : *platform().database;
  OtherProcess other(theirs, place().folder(), platform().clock, *platform().editions);
  auto there = std::async(std::launch::async, [&] { return other.feedback.run(book()); });
  run();
  there.get();
  EXPECT_EQ(platform().count("case_file"), 5);
  EXPECT_THAT(desk(), SizeIs(5));
  EXPECT_EQ(outcome("procurement_ban").counts.told, 5);
  second.reset();
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

// Gives the day as often as it is told to.
class FailingClock final : public Clock {
 public:
  FailingClock(Instant now, int times) : now_(now), left_(times) {}
  Instant now() const override {
    if (left_-- <= 0) throw std::runtime_error("killed");
    return now_;
  }

 private:
  Instant now_;
  mutable int left_;
};

TEST_P(Feedback, KilledBetweenTwoCasesNothingIsLostAndNothingDoubled) {
  platform().take("model_taxpayer", grade_a());
  an_hour_on();
  EXPECT_EQ(convenience().in_force, 3);  // a reward; a constraint on two grounds
  platform().database->journal().settle();
  const FailingClock once(platform().clock.now(), 1);
  OtherProcess killed(*platform().database, place().folder(), once, *platform().editions);
  EXPECT_THROW(killed.feedback.run(book()), std::runtime_error);
  EXPECT_EQ(platform().count("case_file"), 1);
  EXPECT_EQ(run().measures, 2);
  EXPECT_EQ(platform().count("case_file"), 2);
  EXPECT_EQ(run().measures, 0);
  EXPECT_EQ(outcome("green_channel").counts.told, 1);
  EXPECT_EQ(outcome("no_convenience").counts.told, 1);
}

// SD-2020 arts. 39, 59: lateness publishes itself.
TEST_P(Feedback, WhoDoesNotAnswerIsPressedAndStandsInTheBreachLedger) {
  procurement();
  run();
  const Date due = desk().at(0).deadline.due.value();
  platform().set_day(due.plus_days(1));
  EXPECT_EQ(desk().at(0).when, "late");
  EXPECT_EQ(outcome("procurement_ban").counts.late, 1);
  const auto ledger =
      platform().desks->breaches(book(), app::Caller::anonymous(), due, due, counter);
  ASSERT_THAT(ledger.breaches, SizeIs(1));
  EXPECT_EQ(ledger.breaches[0].unit_name, "济南市政务服务中心");
  auto file = opened(desk().at(0).number);
  file = act(lead_, file, "press", {{"text", "请立即反馈"}}).or_throw();
  EXPECT_EQ(report_applied(opened(file.number)).deadlines[0].status, "met_late");
  EXPECT_EQ(outcome("procurement_ban").counts.late, 0);
}

TEST_P(Feedback, AGroundWithdrawnLaterCountsAgainstTheMeasure) {
  procurement();
  run();
  report_applied(opened(desk().at(0).number));
  EXPECT_FALSE(outcome("procurement_ban").mostly_overturned);
  an_hour_on();
  withdraw("鲁税失〔2026〕1号");
  const auto counted = outcome("procurement_ban");
  EXPECT_EQ(counted.counts.ground_withdrawn, 1);
  EXPECT_EQ(counted.counts.fell, 1);
  EXPECT_TRUE(counted.mostly_overturned);
}

TEST_P(Feedback, AMeasureOnTwoGroundsStandsWhileOneOfThemDoes) {
  convenience();
  run();
  withdraw("鲁税失〔2026〕1号");
  EXPECT_EQ(outcome("no_convenience").counts.ground_withdrawn, 0);
  withdraw(PenaltyRow().number);
  EXPECT_EQ(outcome("no_convenience").counts.ground_withdrawn, 1);
}

TEST_P(Feedback, WhatWasOverturnedOrNotAppliedIsCountedWithItsReason) {
  procurement();
  procurement("采购2号");
  run();
  auto first = report_applied(opened(desk().at(0).number));
  auto second = opened(desk().at(0).number);
  ASSERT_NE(first.number, second.number);
  first = act(reporter_, first, "report_overturned",
              {{"by", "review"},
               {"document", "鲁府复决字〔2026〕1号"},
               {"day", to_string(platform().clock.now().day())}})
              .or_throw();
  EXPECT_FALSE(act(reporter_, second, "report_not_applied", {{"reason", "other"}}));
  second =
      act(reporter_, second, "report_not_applied", {{"reason", "other"}, {"text", "供应商已退出"}})
          .or_throw();
  auto counts = outcome("procurement_ban").counts;
  EXPECT_EQ(counts.overturned, 1);
  EXPECT_EQ(counts.why_not.other, 1);
  EXPECT_TRUE(outcome("procurement_ban").mostly_overturned);
  // Who erred takes the report back and reports anew.
  second = act(reporter_, second, "correct_report", {{"text", "填错"}}).or_throw();
  EXPECT_FALSE(second.closed);
  EXPECT_EQ(outcome("procurement_ban").counts.unanswered, 1);
  report_applied(second);
  counts = outcome("procurement_ban").counts;
  EXPECT_EQ(counts.applied, 1);
  EXPECT_EQ(counts.not_applied, 0);
  EXPECT_EQ(counts.why_not.other, 0);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Feedback, AMeasureNobodyWasEverToldOfIsShownAsNeverApplied) {
  const auto shown = use();
  EXPECT_EQ(shown.measures.size(), book().measures.size());
  EXPECT_THAT(shown.measures,
              ::testing::Each(AllOf(Field(&app::MeasureOutcome::never_applied, true),
                                    Field(&app::MeasureOutcome::mostly_overturned, false))));
  EXPECT_THAT(shown.units, IsEmpty());
}

TEST_P(Feedback, UseIsToldByUnitAndRegionToWhoSupervisesAndToAuditors) {
  procurement();
  run();
  ASSERT_THAT(use("370100").units, SizeIs(1));
  EXPECT_EQ(use("37").units[0].region, "370100");
  EXPECT_EQ(use("37").units[0].counts.told, 1);
  EXPECT_THAT(use("370200").units, IsEmpty());
  const auto ask = [&](const app::Caller& caller) {
    return platform().measure_uses->use(book(), caller,
                                        {Date(2026, 1, 1), Date(2026, 9, 30), "", ""});
  };
  EXPECT_TRUE(ask(platform().caller_for("audit", "auditor")));
  EXPECT_TRUE(ask(clerk_));
  EXPECT_EQ(ask(reporter_).error().id, "access.power");
  EXPECT_EQ(ask(app::Caller::anonymous()).error().code, ErrorCode::unidentified);
}

TEST_P(Feedback, AnErasureTakesWhatIsCountedOfItsSubjectWithIt) {
  procurement();
  run();
  EXPECT_EQ(outcome("procurement_ban").counts.told, 1);
  app::Erasures erasures(*platform().database, platform().vault);
  const auto two = platform().caller("suli", {{"steward", "steward_lead"}, {}, {}, {}}, centre);
  const auto proposed =
      erasures.propose(book(), company, "must_not_be_collected", "申请〔2026〕3号", two).or_throw();
  erasures.approve(book(), proposed.number, company, lead_).or_throw();
  EXPECT_EQ(platform().count("measure_use") + platform().count("measure_use_ground"), 0);
  EXPECT_EQ(outcome("procurement_ban").counts.told, 0);
  EXPECT_EQ(run().measures, 0);
}

TEST_P(Feedback, FsckNamesACountThatItsCaseDoesNotSay) {
  procurement();
  run();
  EXPECT_EQ(outcome("procurement_ban").counts.told, 1);
  EXPECT_THAT(platform().fsck(), IsEmpty());
  platform().database->facts().run([](store::Write& write) {
    write.sql.run("UPDATE measure_use SET measure = 'tender_limit'");
  });
  ASSERT_THAT(platform().fsck(), SizeIs(1));
  EXPECT_EQ(platform().fsck()[0].id, "fsck.measure_use");
}

}  // namespace
}  // namespace credence::testing
