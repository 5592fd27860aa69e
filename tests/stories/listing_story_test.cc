// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/cases/way_in.h"
#include "app/intake/batch_store.h"
#include "support/casework.h"
#include "wire/from_json.h"

// Entry into lists of serious dishonesty and removal from them, as an official, the listed company
// and a purchaser live through them (SD-2020 arts. 29 to 31; GBF-2020-49).

namespace credence::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using Values = std::vector<app::FieldValue>;

class Listing : public Casework {
 protected:
  void SetUp() override {
    Casework::SetUp();
    if (IsSkipped()) return;
    second_ = platform().caller("chenhao", {{"provider_clerk"}, {}, {}, {}});
  }

  // ---- the authority

  app::CaseForm notice(const std::string& list = "wage_arrears", const std::string& of = company) {
    app::CaseForm form;
    form.procedure = "listing";
    form.code = of;
    form.fields = {{"list", list},
                   {"notice_number", "济人社列告〔2026〕3号"},
                   {"facts", "拖欠二十名农民工工资四十万元，经责令支付仍未支付"},
                   {"reasons", "数额较大，造成严重不良社会影响"},
                   {"basis", "《保障农民工工资支付条例》第四十八条"},
                   {"evidence", "责令限期支付文书、工资发放表"},
                   {"rights", "五个工作日内可以陈述、申辩或者要求听证"},
                   {"head", "王小明"},
                   {"conduct_end", "2026-09-01"}};
    return form;
  }
  app::CaseView notified(const std::string& list = "wage_arrears") {
    return cases().open(book(), provider_, notice(list)).or_throw();
  }
  app::CaseView stated() {
    return act(company_, notified(), "state_case", {{"statement", "工程款未到账，愿分期支付"}})
        .or_throw();
  }
  Values decision(const std::string& number = "济人社列决〔2026〕3号") {
    return {{"decision_number", number},
            {"found", "拖欠二十名农民工工资四十万元，逾期未支付"},
            {"decided_basis", "《保障农民工工资支付条例》第四十八条"},
            {"answer", "工程款未到账不免除支付义务，不予采纳"},
            {"measures", "限制参加政府采购、招标投标"},
            {"removal", "付清工资后可以申请移出"},
            {"remedies", "六十日内可以申请行政复议"}};
  }
  app::CaseView listed() { return act(second_, stated(), "list", decision()).or_throw(); }
  std::string entry_key() {
    return std::to_string(platform().records_of(company, "serious_dishonesty").at(0).record.value);
  }
  app::CaseForm about_entry(const std::string& act, Values fields) {
    app::CaseForm form;
    form.procedure = "delisting";
    form.act = act;
    form.code = company;
    form.record = entry_key();
    form.fields = std::move(fields);
    return form;
  }

  // ---- the purchaser

  app::CheckAnswer checked() {
    const auto permit = platform().permit("procurement", "buyer", "采2026-17");
    const auto question =
        platform().checks->question(book(), permit, company, "government_procurement").or_throw();
    const auto text =
        platform().ledger->release(permit, platform().checks->check(book(), permit, question));
    return wire::from_json<app::CheckAnswer>(boost::json::parse(text.json)).or_throw();
  }
  std::vector<std::string> constraints() {
    std::vector<std::string> ids;
    for (const auto& one : checked().constraints) ids.push_back(one.measure);
    return ids;
  }

  std::vector<std::string> differences(bool deep = true) {
    std::vector<std::string> all;
    for (const auto& one : platform().fsck(deep)) all.push_back(one.id + " " + one.where);
    // And the index that followed every commit of the story.
    const auto keys = ledger::NodeKeys::open(place().folder());
    app::Audit following(*platform().database, keys, 20);
    app::audit_standing(following, *platform().standing);
    for (const auto& one : following.differences()) all.push_back(one.id + " " + one.where);
    return all;
  }
  std::string value(const app::ShownRecord& record, const std::string& code) {
    for (const auto& field : record.fields) {
      if (field.code == code) return field.value;
    }
    return "";
  }
  app::Caller second_ = app::Caller::anonymous();
};
INSTANTIATE_TEST_SUITE_P(Engines, Listing, both_engines, engine_name);

// ---- entry

TEST_P(Listing, AfterNoticeAndStatementASecondOfficialListsAndTheBanIsFoundInTheSameCommit) {
  EXPECT_THAT(constraints(), IsEmpty());
  const auto file = stated();
  EXPECT_EQ(file.provider, bureau);       // whoever opened it
  EXPECT_THAT(constraints(), IsEmpty());  // notice and statement bind nobody
  const auto done = act(second_, file, "list", decision()).or_throw();
  EXPECT_EQ(done.state, "listed");
  const auto answer = checked();
  ASSERT_EQ(answer.constraints.size(), 1U);
  const auto& ban = answer.constraints[0];
  EXPECT_EQ(ban.measure, "procurement_ban");
  EXPECT_EQ(ban.since, a_wednesday);
  EXPECT_EQ(ban.ground.list, "wage_arrears");
  EXPECT_EQ(ban.ground.document_number, "济人社列决〔2026〕3号");
  EXPECT_FALSE(ban.ground.disputed);
}

TEST_P(Listing, TheEntryIsARecordLikeEveryOther) {
  const auto file = listed();
  const auto entries = platform().records_of(company, "serious_dishonesty");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(value(entries[0], "YZ_MDLB"), "拖欠农民工工资失信联合惩戒对象");
  EXPECT_EQ(value(entries[0], "YZ_GZWH"), "济人社列告〔2026〕3号");
  EXPECT_EQ(value(entries[0], "YZ_ZZRQ"), "2026-09-01");
  EXPECT_EQ(value(entries[0], "BZ"), file.number);
  EXPECT_EQ(value(entries[0], "YZ_LRJGDM"), bureau);
  EXPECT_NE(value(entries[0], "YZ_FDDBR"), "王小明");  // recorded by art. 31, never public
  const auto& source = entries[0].source;
  EXPECT_EQ(source.provider, bureau);
  const auto receipt = platform().intake->receipt(book(), std::to_string(source.batch)).or_throw();
  EXPECT_EQ(receipt.format, app::decision_format);
  EXPECT_EQ(receipt.added, 1);
  EXPECT_THAT(platform().row_proof(receipt.receipt, 1), ::testing::HasSubstr("tlog-proof"));
  EXPECT_THAT(differences(false), IsEmpty());
  EXPECT_THAT(differences(true), IsEmpty());
}

TEST_P(Listing, NothingIsListedBeforeTheNoticeRanOutUnlessTheSubjectWasHeard) {
  const auto file = notified();
  EXPECT_EQ(file.deadlines.at(0).due, Date(2026, 10, 13));  // five working days, past the holiday
  EXPECT_EQ(act(second_, file, "list", decision()).error().id, "case.too_early");
  platform().set_day(Date(2026, 10, 13));
  const auto early = act(second_, file, "list", decision()).error();
  EXPECT_EQ(early.id, "case.too_early");
  EXPECT_THAT(early.message.zh, ::testing::HasSubstr("2026-10-14"));
  platform().set_day(Date(2026, 10, 14));
  EXPECT_EQ(act(second_, file, "list", decision()).or_throw().state, "listed");
}

TEST_P(Listing, WhoeverGaveNoticeDoesNotDecide) {
  const auto file = stated();
  EXPECT_EQ(act(provider_, file, "list", decision()).error().id, "case.four_eyes");
  EXPECT_EQ(act(company_, file, "list", decision()).error().id, "case.party");
  EXPECT_THAT(constraints(), IsEmpty());
  EXPECT_EQ(platform().count("case_step"), 2);
}

TEST_P(Listing, AHearingIsHeldBeforeTheDecisionByAnotherOfficialWithARecord) {
  auto file = act(company_, notified(), "ask_hearing").or_throw();
  platform().set_day(Date(2026, 10, 12));
  EXPECT_EQ(act(second_, file, "list", decision()).error().id, "case.act_not_now");
  const Values held = {{"held_on", "2026-10-12"}, {"said", "当事人提交支付计划"}};
  EXPECT_EQ(act(second_, file, "hold_hearing", held).error().id, "case.document_missing");
  EXPECT_EQ(act(provider_, file, "hold_hearing", held).error().id, "case.four_eyes");
  file = cases()
             .act(book(), second_, file.number,
                  {"hold_hearing", file.steps_done, held, {document("hearing_record", "听证笔录")}})
             .or_throw();
  EXPECT_EQ(act(second_, file, "list", decision()).or_throw().state, "listed");
}

TEST_P(Listing, AHearingIsAskedForInTheTimeOfTheNotice) {
  const auto file = notified();
  platform().set_day(Date(2026, 10, 14));
  EXPECT_EQ(act(company_, file, "ask_hearing").error().id, "case.within");
}

TEST_P(Listing, APersonIsNeverListed) {
  const auto refusal = [&](const std::string& code) {
    return cases().open(book(), provider_, notice("wage_arrears", code)).error();
  };
  EXPECT_EQ(refusal(citizen).id, "case.subjects");
  // Nobody learns from it whether the platform knows the person.
  EXPECT_EQ(refusal("110105194912310038").message, refusal(citizen).message);
  EXPECT_EQ(platform().count("case_file"), 0);
}

TEST_P(Listing, TheSameListIsNotEnteredTwice) {
  // Two cases at once: the second decision finds the first.
  auto other = notified();
  other = act(company_, other, "state_case", {{"statement", "同前"}}).or_throw();
  listed();
  EXPECT_EQ(act(second_, other, "list", decision("济人社列决〔2026〕4号")).error().id,
            "case.listed_already");
  EXPECT_EQ(cases().open(book(), provider_, notice()).error().id, "case.listed_already");
  EXPECT_EQ(platform().records_of(company, "serious_dishonesty").size(), 1U);
  // Another list is another matter; another document too.
  auto tax = cases().open(book(), provider_, notice("tax_major")).or_throw();
  tax = act(company_, tax, "state_case", {{"statement", "同前"}}).or_throw();
  EXPECT_EQ(act(second_, tax, "list", decision()).error().id, "record.exists");
  EXPECT_EQ(act(second_, tax, "list", decision("济税列决〔2026〕1号")).or_throw().state, "listed");
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Listing, AListThatOthersKeepCannotBeChosen) {
  const auto error = cases().open(book(), provider_, notice("tax_grade_a")).error();
  EXPECT_EQ(error.id, "case.field");
  EXPECT_EQ(error.place.field, "list");
  EXPECT_THAT(error.remedy.zh, ::testing::HasSubstr("wage_arrears"));
  const auto& procedure = book().procedures.at("listing");
  const auto offer = app::offered(book(), procedure, *procedure.act("notify"), a_wednesday);
  std::vector<std::string> lists;
  for (const auto& choice : offer.fields.at(0).choices) lists.push_back(choice.id);
  EXPECT_THAT(lists, Contains("wage_arrears"));
  EXPECT_THAT(lists, Not(Contains("tax_grade_a")));
  // Nor one that was not in force yet.
  const auto before = app::offered(book(), procedure, *procedure.act("notify"), Date(2021, 6, 1));
  EXPECT_EQ(
      std::ranges::count(before.fields.at(0).choices, "wage_arrears", &app::OfferedChoice::id), 0);
}

TEST_P(Listing, OnlyAUnitThatProvidesRecordsGivesNotice) {
  EXPECT_EQ(cases().open(book(), clerk_, notice()).error().id, "case.party");
  EXPECT_EQ(cases().open(book(), company_, notice()).error().id, "case.party");
  const auto lender = platform().caller("lender", {{"authorized_inquirer"}, {}, {}, {}}, bank);
  EXPECT_EQ(cases().open(book(), lender, notice()).error().id, "case.party");
}

// GB/T 22239-2019, 8.1.4.1: an office confirms such an act for itself.
TEST_P(Listing, TheDecisionIsGrave) {
  const auto& listing = book().procedures.at("listing");
  EXPECT_TRUE(app::decides(*listing.act("list")));
  EXPECT_FALSE(app::decides(*listing.act("notify")));
  EXPECT_TRUE(app::decides(*book().procedures.at("delisting").act("remove")));
}

// ---- removal

TEST_P(Listing, RemovalFreesTheSubjectInTheSameCommit) {
  listed();
  EXPECT_THAT(constraints(), ElementsAre("procurement_ban"));
  auto form = about_entry("apply", {{"corrected", "工资已全部付清"}});
  const std::string key = form.record;
  auto file = cases().open(book(), company_, form).or_throw();
  const Values reasons = {{"decision_number", "济人社移决〔2026〕1号"}, {"reasons", "已付清"}};
  EXPECT_EQ(act(second_, file, "remove", reasons).error().id, "case.document_missing");
  file = cases()
             .act(book(), second_, file.number,
                  {"remove", file.steps_done, reasons, {document("proof_of_duties", "支付凭证")}})
             .or_throw();
  EXPECT_EQ(file.state, "removed");
  EXPECT_THAT(constraints(), IsEmpty());
  EXPECT_THAT(platform().records_of(company, "serious_dishonesty"), IsEmpty());
  EXPECT_EQ(marks().back().kind, store::MarkKind::repaired);
  // What is off the list is not taken off again, and the subject may be listed anew.
  form.record = key;
  EXPECT_EQ(cases().open(book(), company_, form).error().id, "case.not_listed");
  EXPECT_TRUE(cases().open(book(), provider_, notice()));
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Listing, RemovalExOfficioAndWithdrawalHaveASecondOfficial) {
  listed();
  auto file = cases()
                  .open(book(), provider_,
                        about_entry("propose", {{"ground", "duties_done"}, {"reasons", "已付清"}}))
                  .or_throw();
  const Values confirmed = {{"decision_number", "济人社移决〔2026〕2号"}, {"reasons", "属实"}};
  EXPECT_EQ(act(provider_, file, "confirm_removal", confirmed).error().id, "case.four_eyes");
  EXPECT_EQ(act(second_, file, "confirm_removal", confirmed).or_throw().state, "removed");
  EXPECT_THAT(constraints(), IsEmpty());
}

TEST_P(Listing, AWrongEntryIsWithdrawn) {
  listed();
  auto file = cases()
                  .open(book(), provider_,
                        about_entry("propose_withdrawal", {{"reasons", "欠薪单位为同名企业"}}))
                  .or_throw();
  const Values reasons = {{"decision_number", "济人社撤决〔2026〕1号"}, {"reasons", "列入错误"}};
  EXPECT_EQ(act(provider_, file, "withdraw_listing", reasons).error().id, "case.four_eyes");
  file = act(second_, file, "withdraw_listing", reasons).or_throw();
  EXPECT_EQ(file.state, "withdrawn_listing");
  EXPECT_EQ(marks().back().kind, store::MarkKind::withdrawn);
  EXPECT_THAT(constraints(), IsEmpty());
  EXPECT_THAT(platform().records_of(company, "serious_dishonesty"), IsEmpty());
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Listing, APenaltyIsNotTakenOffAList) {
  listed();
  auto form = about_entry("apply", {{"corrected", "已付清"}});
  form.record = penalty_key();
  EXPECT_EQ(cases().open(book(), company_, form).error().id, "case.items");
}

// SD-2020 art. 39: the measure stands while the objection is handled, and the check says so.
TEST_P(Listing, AnObjectionShowsInTheCheck) {
  listed();
  cases().open(book(), company_, objection(entry_key())).or_throw();
  const auto answer = checked();
  ASSERT_EQ(answer.constraints.size(), 1U);
  EXPECT_TRUE(answer.constraints[0].ground.disputed);
}

// ---- proof

TEST_P(Listing, AChangedByteOfTheStoredEntryIsFound) {
  listed();
  ASSERT_THAT(differences(false), IsEmpty());
  platform().database->facts().run([&](store::Write& write) {
    write.sql.run("UPDATE record SET document_number = 'X' WHERE document_number = $1",
                  {"济人社列决〔2026〕3号"});
  });
  EXPECT_THAT(differences(false), Contains(::testing::StartsWith("fsck.record")));
}

}  // namespace
}  // namespace credence::testing
