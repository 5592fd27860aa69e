// SPDX-License-Identifier: Apache-2.0
#include "app/rights/rights.h"

#include <gmock/gmock.h>

#include "support/platform.h"

// What a data subject asks for, and by when it is answered (PIPL arts. 44–50; SD-2020 art. 39).

namespace credence::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AskingForRights : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place(), Date(2026, 9, 24));
    rights_ = std::make_unique<app::Rights>(*platform().database, *platform().consents,
                                            platform().vault, platform().clock);
    platform().put_units();
  }
  Platform& platform() { return *platform_; }
  app::Rights& rights() { return *rights_; }
  app::Caller person() { return platform().caller_for("self", "张三"); }
  app::Caller firm() { return platform().caller_for("self", "明信", company); }
  app::Caller clerk() { return platform().caller_for("stewardship", "王科员"); }
  Result<app::RightsRequest> open(const std::string& right, const std::string& text = "请核对") {
    return rights().open(*platform().book, person(), {right, text, "", "", ""});
  }
  Result<app::RightsRequest> decide(const app::Caller& caller, const std::string& number,
                                    const app::RightsDecision& decision) {
    return rights().decide(*platform().book, caller, number, decision);
  }

 private:
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<app::Rights> rights_;
};
INSTANTIATE_TEST_SUITE_P(Engines, AskingForRights, both_engines, engine_name);

// ---- deadlines, across Mid-Autumn and National Day of 2026 (10 October is worked)

TEST_P(AskingForRights, Article45OnesOwnFileIsOpenAtOnce) {
  for (const char* right : {"access", "copy"}) {
    const auto request = open(right, "").or_throw();
    EXPECT_EQ(request.state, "answered");
    EXPECT_EQ(request.basis, "PIPL-2021/45");
    EXPECT_THAT(request.answer, HasSubstr("免费"));
    EXPECT_FALSE(request.late);
  }
}

TEST_P(AskingForRights, Article45OnBehalfFifteenWorkingDays) {
  for (const char* right : {"access", "copy"}) {
    const auto request =
        rights()
            .open(*platform().book, clerk(), {right, "代为查阅", "", citizen, "委托书2026-1"})
            .or_throw();
    EXPECT_EQ(request.state, "open");
    EXPECT_EQ(request.due, Date(2026, 10, 22)) << right;
    EXPECT_EQ(request.evidence, "委托书2026-1");
    EXPECT_EQ(request.subject, platform().subject_of(citizen));
  }
}

TEST_P(AskingForRights, Article46CorrectionOnTheClocksOfShandongArticle39) {
  platform().set_day(Date(2026, 9, 30));
  const auto request = open("correction").or_throw();
  EXPECT_EQ(request.due, Date(2026, 10, 10));
  EXPECT_FALSE(request.provisional);
  const auto referred =
      rights().refer(*platform().book, clerk(), request.number, bureau).or_throw();
  EXPECT_EQ(referred.due, Date(2026, 10, 15));
  EXPECT_EQ(referred.with_unit, bureau);
}

TEST_P(AskingForRights, Article47DeletionFifteenWorkingDays) {
  const auto request = open("deletion").or_throw();
  EXPECT_EQ(request.due, Date(2026, 10, 22));
  EXPECT_TRUE(request.provisional);  // PIPL names no number of days
  EXPECT_EQ(request.basis, "PIPL-2021/47");
}

TEST_P(AskingForRights, Article48ExplanationFifteenWorkingDays) {
  EXPECT_EQ(open("explanation").or_throw().due, Date(2026, 10, 22));
}

TEST_P(AskingForRights, Article39AYearWithoutCalendarMakesTheDayProvisional) {
  platform().set_day(Date(2026, 12, 30));
  EXPECT_TRUE(open("correction").or_throw().provisional);
}

// ---- withdrawal of consent

TEST_P(AskingForRights, Article15AWithdrawnConsentCountsNoMoreAtOnce) {
  const auto consent = platform().consent_of(citizen);
  const auto request =
      rights().open(*platform().book, person(), {"withdrawal", "", consent.id, "", ""}).or_throw();
  EXPECT_EQ(request.state, "answered");
  EXPECT_EQ(request.consent, consent.id);
  const auto bank_clerk = platform().caller_for("consented", "银行");
  EXPECT_EQ(
      platform()
          .gate->admit(*platform().book, bank_clerk, {"consented", "", consent.id, "test", "r1"})
          .error()
          .id,
      "consent.not_live");
}

TEST_P(AskingForRights, Article15NobodyWithdrawsAnothersConsent) {
  const auto consent = platform().consent_of(citizen);
  EXPECT_EQ(
      rights().open(*platform().book, firm(), {"withdrawal", "", consent.id, "", ""}).error().id,
      "consent.not_found");
  // Nor does a clerk in the name of somebody who did not give it.
  EXPECT_EQ(
      rights()
          .open(*platform().book, clerk(), {"withdrawal", "", consent.id, company, "申请书2026-2"})
          .error()
          .id,
      "consent.not_found");
  EXPECT_TRUE(app::find<app::Consent>(platform().database->read_access().sql(), consent.id)
                  ->is_live(Date(2026, 9, 24)));
  EXPECT_EQ(
      rights()
          .open(*platform().book, clerk(), {"withdrawal", "", consent.id, citizen, "申请书2026-2"})
          .or_throw()
          .state,
      "answered");
}

// ---- deciding

TEST_P(AskingForRights, Article50NobodyDecidesWithoutReasons) {
  const auto number = open("correction").or_throw().number;
  for (const bool granted : {true, false}) {
    EXPECT_EQ(decide(clerk(), number, {granted, "已更正", " ", ""}).error().id, "rights.reasons");
  }
  EXPECT_EQ(decide(clerk(), number, {true, "", "核对属实", ""}).error().id, "rights.answer");
  EXPECT_EQ(decide(clerk(), number, {false, "", "见" + citizen, ""}).error().id, "rights.reasons");
  const auto refused = decide(clerk(), number, {false, "", "与决定书一致", ""}).or_throw();
  EXPECT_EQ(refused.state, "refused");
  EXPECT_EQ(refused.reasons, "与决定书一致");
  EXPECT_EQ(refused.by, "王科员");
  EXPECT_EQ(decide(clerk(), number, {true, "已更正", "再议", ""}).error().id, "rights.closed");
}

TEST_P(AskingForRights, DecidingNeedsThePower) {
  const auto number = open("correction").or_throw().number;
  const auto counter = platform().caller_for("permit_review", "李工");
  for (const auto& caller : {counter, person(), app::Caller::on_this_machine("root")}) {
    EXPECT_EQ(decide(caller, number, {true, "已更正", "属实", ""}).error().id, "access.power");
    EXPECT_EQ(rights().refer(*platform().book, caller, number, bureau).error().id, "access.power");
  }
  EXPECT_EQ(decide(app::Caller::anonymous(), number, {true, "已更正", "属实", ""}).error().id,
            "access.unidentified");
  EXPECT_EQ(decide(clerk(), "QL1", {true, "已更正", "属实", ""}).error().id, "rights.not_found");
}

TEST_P(AskingForRights, Article47ADeletionThatIsGrantedNamesItsGroundAndDestroysNothing) {
  const auto number = open("deletion").or_throw().number;
  EXPECT_EQ(decide(clerk(), number, {true, "同意", "已过期限", ""}).error().id, "rights.ground");
  EXPECT_EQ(decide(clerk(), number, {true, "同意", "已过期限", "whim"}).error().id,
            "rights.ground");
  EXPECT_EQ(decide(clerk(), number, {false, "", "依法保存", "retention_ended"}).error().id,
            "rights.ground");
  const auto granted =
      decide(clerk(), number, {true, "同意", "已过期限", "retention_ended"}).or_throw();
  EXPECT_EQ(granted.ground, "retention_ended");
  EXPECT_THAT(granted.answer, HasSubstr("另行提出销毁"));
  EXPECT_EQ(platform().count("erasure"), 0);
}

TEST_P(AskingForRights, WhatIsAskedForMustFit) {
  EXPECT_EQ(open("pardon").error().id, "rights.kind");
  EXPECT_EQ(open("correction", " ").error().id, "rights.text");
  EXPECT_EQ(open("correction", "我的号码是" + citizen).error().id, "rights.text");
  const auto at_desk = [&](const std::string& code, const std::string& paper) {
    return rights()
        .open(*platform().book, clerk(), {"correction", "请更正", "", code, paper})
        .error()
        .id;
  };
  EXPECT_EQ(at_desk(citizen, ""), "rights.evidence");
  EXPECT_EQ(at_desk("不是代码", "委托书1号"), "query.code");
  EXPECT_EQ(rights().open(*platform().book, person(), {"withdrawal", "", "", "", ""}).error().id,
            "rights.consent");
  EXPECT_EQ(rights()
                .open(*platform().book, app::Caller::anonymous(), {"access", "", "", "", ""})
                .error()
                .id,
            "access.unidentified");
  // Nobody asks in another's name but who answers requests.
  EXPECT_EQ(rights()
                .open(*platform().book, firm(), {"correction", "请更正", "", citizen, "委托书1号"})
                .error()
                .id,
            "access.power");
}

TEST_P(AskingForRights, OnlyACorrectionCanWaitForAnotherUnit) {
  const auto deletion = open("deletion").or_throw().number;
  EXPECT_EQ(rights().refer(*platform().book, clerk(), deletion, bureau).error().id, "rights.refer");
  const auto correction = open("correction").or_throw().number;
  EXPECT_EQ(rights().refer(*platform().book, clerk(), correction, company).error().id,
            "unit.not_found");
}

// ---- seeing

TEST_P(AskingForRights, ASubjectSeesItsOwnOnlyAndNoOfficial) {
  const auto number = open("correction").or_throw().number;
  rights().open(*platform().book, firm(), {"explanation", "为何列入", "", "", ""}).or_throw();
  decide(clerk(), number, {false, "", "与决定书一致", ""}).or_throw();
  const auto own = rights().list(person()).or_throw();
  ASSERT_THAT(own.requests, SizeIs(1));
  EXPECT_EQ(own.requests[0].number, number);
  EXPECT_EQ(own.requests[0].by, "");
  EXPECT_EQ(own.requests[0].by_unit, centre);
  EXPECT_EQ(rights().list(firm()).or_throw().requests.at(0).right, "explanation");
  EXPECT_EQ(rights().list(app::Caller::anonymous()).error().id, "access.unidentified");
  EXPECT_EQ(rights().list(platform().caller_for("permit_review", "李工")).error().id,
            "access.power");
}

TEST_P(AskingForRights, TakingBackIsForWhoAsked) {
  const auto number = open("correction").or_throw().number;
  EXPECT_EQ(rights().withdraw(firm(), number).error().id, "rights.not_found");
  EXPECT_EQ(rights().withdraw(clerk(), number).error().id, "rights.not_found");
  EXPECT_EQ(rights().withdraw(person(), number).or_throw().state, "withdrawn");
  EXPECT_EQ(rights().withdraw(person(), number).error().id, "rights.closed");
}

TEST_P(AskingForRights, LateOnesComeFirstAndAreCounted) {
  const auto deletion = open("deletion").or_throw().number;      // due 22 October
  const auto correction = open("correction").or_throw().number;  // due 30 September
  platform().set_day(Date(2026, 9, 30));
  EXPECT_EQ(rights().list(clerk()).or_throw().late, 0);
  platform().set_day(Date(2026, 10, 1));
  const auto all = rights().list(clerk()).or_throw();
  EXPECT_EQ(all.open, 2);
  EXPECT_EQ(all.late, 1);
  ASSERT_THAT(all.requests, SizeIs(2));
  EXPECT_EQ(all.requests[0].number, correction);
  EXPECT_EQ(all.requests[1].number, deletion);
  EXPECT_TRUE(decide(clerk(), correction, {true, "已更正", "属实", ""}).or_throw().late);
  EXPECT_EQ(rights().list(clerk()).or_throw().late, 0);
  EXPECT_THAT(rights().list(clerk(), "answered").or_throw().requests, SizeIs(1));
  EXPECT_EQ(rights().list(clerk(), "lost").error().id, "rights.state");
}

TEST_P(AskingForRights, EveryVersionIsAttested) {
  const auto number = open("correction").or_throw().number;
  rights().refer(*platform().book, clerk(), number, bureau).or_throw();
  decide(clerk(), number, {true, "已更正", "属实", ""}).or_throw();
  const auto versions =
      app::history(platform().database->read_access().sql(), app::RightsRequest::kind, number);
  ASSERT_THAT(versions, SizeIs(3));
  EXPECT_EQ(versions[0].actor, "张三");
  EXPECT_EQ(versions[1].act, "refer");
  EXPECT_EQ(versions[2].act, "grant");
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

}  // namespace
}  // namespace credence::testing
