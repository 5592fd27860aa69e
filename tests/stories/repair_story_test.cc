// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "support/casework.h"

// Credit repair and what follows from it: who may no longer use the record, and by when they say
// so.

namespace credence::testing {
namespace {

using ::testing::IsEmpty;

// NDRC Order 36; SD-2020 art. 41: repaired is gone everywhere at once, and kept in the archive.
class Repair : public Casework {
 protected:
  void SetUp() override {
    Casework::SetUp();
    if (IsSkipped()) return;
    platform().put(platform().account("lender", {{"authorized_inquirer"}, {}, {}, {}}, bank));
    lender_ = platform().members->caller_of(book(), "lender").or_throw();
  }
  app::CaseView applied() {
    app::CaseForm form;
    form.procedure = "repair";
    form.record = penalty_key();
    for (const auto& field : book().procedures.at("repair").acts.front().fields) {
      if (field.required)
        form.fields.push_back(
            {field.id, field.type == rulebook::FormField::Type::flag ? "true" : "已缴清罚款"});
    }
    for (const auto& kind : book().procedures.at("repair").documents)
      form.documents.push_back(document(kind.id, kind.label.en));
    return cases().open(book(), company_, form).or_throw();
  }
  std::vector<app::FieldValue> filled(const std::string& act_id) {
    std::vector<app::FieldValue> fields;
    for (const auto& field : book().procedures.at("repair").act(act_id)->fields) {
      if (!field.required) continue;
      using Type = rulebook::FormField::Type;
      fields.push_back({field.id, field.type == Type::flag     ? "true"
                                  : field.type == Type::choice ? field.choices.front().id
                                  : field.type == Type::unit   ? bureau
                                                               : "符合条件"});
    }
    return fields;
  }
  app::CaseView step(const app::Caller& who, const app::CaseView& file, const std::string& id) {
    return act(who, file, id, filled(id)).or_throw();
  }
  app::CaseView granted() {
    auto file = applied();
    while (!file.closed) {
      const app::CaseView before = file;
      for (const auto& who : {clerk_, provider_, colleague_}) {
        for (const char* id : {"grant", "accept", "forward"}) {
          auto done = act(who, file, id, filled(id));
          if (done) file = *done;
        }
      }
      if (file.steps_done == before.steps_done) break;
    }
    return file;
  }
  app::Caller lender_ = app::Caller::anonymous();
};
INSTANTIATE_TEST_SUITE_P(Engines, Repair, both_engines, engine_name);

TEST_P(Repair, ARepairedRecordIsGoneFromEveryAnswerTheMomentTheDecisionCommits) {
  const auto consent = platform().consent_of(company);
  const auto lent = platform()
                        .gate->admit(book(), lender_, {"consented", "", consent.id, "test", "r"})
                        .or_throw();
  ASSERT_EQ(platform().ask(company, lent).or_throw().records.size(), 2U);
  const auto before = platform().now();
  platform().clock.set(Instant(before.known.micros() + 1'000'000));
  const auto file = granted();
  ASSERT_EQ(file.state, "granted") << file.state;
  EXPECT_THAT(platform().records_of(company, "penalty"), IsEmpty());
  EXPECT_EQ(platform().ask(company, lent).or_throw().records.size(), 1U);
  EXPECT_THAT(platform().ask(company, lent).or_throw().archived, IsEmpty());
  const auto counter = platform().permit("permit_review", "李工", "办件1");
  EXPECT_EQ(platform().ask(company, counter).or_throw().records.size(), 1U);
  // In the archive for the subject and the credit centre.
  const auto own =
      platform().gate->admit(book(), company_, {"self", "", "", "test", "r"}).or_throw();
  EXPECT_EQ(platform().ask(company, own).or_throw().archived.size(), 1U);
  // And an answer as it was known before is as it was.
  auto then = platform().query->by_code(book(), platform().permit(), company, before).or_throw();
  EXPECT_EQ(
      platform().ledger->release(platform().permit(), std::move(then)).or_throw().records.size(),
      2U);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Repair, BeforeItsDayRepairIsRefusedWithTheDayToComeBack) {
  PenaltyRow young;  // three months from its decision are not over
  young.number = "济市监罚〔2026〕7号";
  young.decided = "2026-09-21";
  platform().take("penalty", penalty_header + young.text());
  app::CaseForm form;
  form.procedure = "repair";
  for (const auto& record : platform().records_of(company, "penalty")) {
    if (record.document_number == young.number) form.record = std::to_string(record.record.value);
  }
  form.fields = filled("apply");
  for (const auto& kind : book().procedures.at("repair").documents)
    form.documents.push_back(document(kind.id, kind.label.en));
  const auto refused = cases().open(book(), company_, form);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().id, "repair.too_early");
  EXPECT_NE(refused.error().message.zh.find("2026-12-21"), std::string::npos)
      << refused.error().message.zh;
}

TEST_P(Repair, WhoeverWasShownTheRecordIsRecalledSignedAndByADay) {
  const auto consent = platform().consent_of(company);
  const auto lent = platform()
                        .gate->admit(book(), lender_, {"consented", "", consent.id, "test", "r"})
                        .or_throw();
  platform().ask(company, lent).or_throw();
  ASSERT_EQ(granted().state, "granted");
  EXPECT_EQ(platform().recalls->run(book()), 1U);
  const auto waiting = platform().recalls->waiting(book(), lender_, "", 10).or_throw();
  ASSERT_EQ(waiting.recalls.size(), 1U);
  const auto& notice = waiting.recalls[0];
  EXPECT_EQ(notice.ground, "repaired");
  EXPECT_EQ(notice.code, company);
  ASSERT_TRUE(notice.due);
  platform().recalls->run(book());
  EXPECT_EQ(platform().recalls->waiting(book(), lender_, "", 10).or_throw().recalls.size(), 1U);
  // Nobody else's.
  EXPECT_THAT(platform().recalls->waiting(book(), provider_, "", 10).or_throw().recalls, IsEmpty());
  // A deaf agency stands in the breach ledger with its article.
  platform().set_day(notice.due->plus_days(1));
  const auto ledger =
      platform().desks->breaches(book(), app::Caller::anonymous(), *notice.due, *notice.due, bank);
  ASSERT_EQ(ledger.breaches.size(), 1U);
  EXPECT_EQ(ledger.breaches[0].unit, bank);
  const auto done =
      cases()
          .act(book(), lender_, notice.number, {"acknowledge", 1, {{"done", "stopped"}}, {}})
          .or_throw();
  EXPECT_EQ(done.deadlines[0].status, "met_late");
}

// SD-2020 art. 38: the day its five years end, whoever was lent the record is told.
TEST_P(Repair, WhatExpiresIsRecalledOnItsDay) {
  const auto consent = platform().consent_of(company);
  const auto lent = platform()
                        .gate->admit(book(), lender_, {"consented", "", consent.id, "test", "r"})
                        .or_throw();
  platform().ask(company, lent).or_throw();
  platform().recalls->run(book());
  platform().set_day(Date(2031, 5, 5));
  EXPECT_EQ(platform().recalls->run(book()), 0U);
  platform().set_day(Date(2031, 5, 6));
  EXPECT_EQ(platform().recalls->run(book()), 1U);
  EXPECT_EQ(platform().recalls->waiting(book(), lender_, "", 10).or_throw().recalls.at(0).ground,
            "expired");
  EXPECT_EQ(platform().recalls->run(book()), 0U);
}

}  // namespace
}  // namespace credence::testing
