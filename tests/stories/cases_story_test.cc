// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "store/marks.h"
#include "store/session.h"
#include "support/casework.h"

// What is asked, owed, decided and must be done in time: objections as a subject, a clerk and a
// supervisor live through them.

namespace credence::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

INSTANTIATE_TEST_SUITE_P(Engines, Casework, both_engines, engine_name);

std::vector<std::string> ids(const std::vector<app::OfferedAct>& acts) {
  std::vector<std::string> all;
  for (const auto& one : acts) all.push_back(one.id);
  return all;
}

// SD-2020 art. 39: marked at once, decided in three working days, with reasons.
TEST_P(Casework, Article39AnObjectionMarksTheRecordAtOnceAndIsDueInThreeWorkingDays) {
  const auto file = lodged();
  EXPECT_EQ(file.state, "received");
  ASSERT_EQ(file.deadlines.size(), 1U);
  EXPECT_EQ(file.deadlines[0].due, Date(2026, 10, 10));  // the made-up Saturday
  EXPECT_EQ(file.deadlines[0].owed_by, "centre");
  EXPECT_NE(file.deadlines[0].article.zh.find("第三十九条"), std::string::npos);
  ASSERT_EQ(marks().size(), 1U);
  EXPECT_EQ(marks()[0].kind, store::MarkKind::disputed);
  EXPECT_EQ(marks()[0].case_number, file.number);
  // The subject may take it back, and do nothing that is an office's.
  EXPECT_THAT(ids(file.can), ElementsAre("withdraw"));
}

TEST_P(Casework, Article39WithAnotherUnitItIsSevenWorkingDaysFromTheSameDay) {
  auto file = lodged();
  platform().set_day(Date(2026, 10, 8));
  file = act(clerk_, file, "forward", {{"question", "请核对罚款金额"}}).or_throw();
  ASSERT_EQ(file.deadlines.size(), 2U);
  EXPECT_EQ(file.deadlines[0].status, "passed_on");
  EXPECT_EQ(file.deadlines[1].due, Date(2026, 10, 15));
  EXPECT_EQ(file.deadlines[1].unit, bureau);
  file = cases().show(book(), provider_, file.number).has_value()
             ? act(provider_, file, "report_back", {{"opinion", "属实"}, {"advice", "delete"}})
                   .or_throw()
             : file;
  EXPECT_EQ(file.state, "answered_by_unit");
  file = act(clerk_, file, "delete", {{"reasons", "处罚决定已被撤销"}}).or_throw();
  EXPECT_TRUE(file.closed);
  EXPECT_EQ(file.deadlines[1].status, "met");
  EXPECT_THAT(file.can, IsEmpty());
}

TEST_P(Casework, AContestedOutcomeRestartsAVisibleClockAndAnotherOfficialDecides) {
  auto file = lodged();
  file = act(clerk_, file, "confirm", {{"reasons", "经核查，与处罚决定书一致"}}).or_throw();
  EXPECT_TRUE(file.closed);
  EXPECT_THAT(marks(), IsEmpty());
  file = cases()
             .act(book(), company_, file.number,
                  {"contest", file.steps_done, {{"claim", "决定书第三页"}}, {}})
             .or_throw();
  EXPECT_EQ(file.state, "contested");
  EXPECT_EQ(marks().size(), 1U);
  EXPECT_EQ(file.deadlines.back().id, "review");
  EXPECT_EQ(file.deadlines.back().status, "running");
  EXPECT_EQ(act(clerk_, file, "uphold", {{"reasons", "维持"}}).error().id, "case.four_eyes");
  file = act(colleague_, file, "uphold", {{"reasons", "维持"}}).or_throw();
  file = act(company_, file, "add_statement", {{"statement", "本公司已申请行政复议。"}}).or_throw();
  ASSERT_EQ(marks().size(), 1U);
  EXPECT_EQ(marks()[0].text, "本公司已申请行政复议。");
  EXPECT_EQ(act(company_, file, "add_statement", {{"statement", "再次声明"}}).error().id,
            "case.once");
}

TEST_P(Casework, ContestingIsRefusedOnceItsTimeIsOver) {
  auto file = act(clerk_, lodged(), "confirm", {{"reasons", "一致"}}).or_throw();
  platform().set_day(Date(2026, 10, 29));  // fifteen working days are over on the 28th
  EXPECT_EQ(
      cases()
          .act(book(), company_, file.number, {"contest", file.steps_done, {{"claim", "不服"}}, {}})
          .error()
          .id,
      "case.within");
}

TEST_P(Casework, NobodyActsInAnothersPlace) {
  const auto file = lodged();
  EXPECT_EQ(act(company_, file, "delete", {{"reasons", "删"}}).error().id, "case.party");
  EXPECT_EQ(act(provider_, file, "confirm", {{"reasons", "是"}}).error().id, "case.party");
  const auto stranger = platform().caller("stranger", {{"subject"}, {}, {}, {}}, "", shop);
  EXPECT_EQ(cases().show(book(), stranger, file.number).error().id, "case.not_found");
  EXPECT_EQ(act(stranger, file, "withdraw").error().id, "case.not_found");
  EXPECT_EQ(cases().open(book(), app::Caller::anonymous(), objection(penalty_key())).error().id,
            "access.unidentified");
}

// DESIGN 2.2: nobody learns from a case whether the platform knows a person.
TEST_P(Casework, NobodyOpensACaseAboutAnotherPerson) {
  auto form = objection("1");
  form.code = citizen;
  const auto known = cases().open(book(), company_, form);
  form.code = "110105194912310038";
  const auto unknown = cases().open(book(), company_, form);
  ASSERT_FALSE(known);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(known.error().id, unknown.error().id);
  EXPECT_EQ(known.error().message, unknown.error().message);
}

TEST_P(Casework, AFormIsRefusedByFieldAndNothingElseEnters) {
  auto form = objection(penalty_key());
  form.fields = {{"claim", "身份证号11010519491231002X有误"}, {"ground", "error"}};
  EXPECT_EQ(cases().open(book(), company_, form).error().place.field, "claim");
  form.fields = {{"ground", "error"}};
  EXPECT_EQ(cases().open(book(), company_, form).error().id, "case.field");
  form.fields = {{"claim", "有误"}, {"ground", "whim"}};
  EXPECT_EQ(cases().open(book(), company_, form).error().place.field, "ground");
  form.fields = {{"claim", "有误"}, {"ground", "error"}, {"religion", "无"}};
  EXPECT_EQ(cases().open(book(), company_, form).error().id, "case.field_unknown");
}

TEST_P(Casework, TheSubjectSeesTheOfficeAndTheOfficeSeesTheOfficial) {
  auto file = act(clerk_, lodged(), "forward", {{"question", "请核对"}}).or_throw();
  const auto permit =
      platform()
          .gate->admit(book(), clerk_, {"case_handling", file.number, "", "test", "r"})
          .or_throw();
  const auto office =
      platform().ledger->release(permit, cases().show(book(), clerk_, file.number).or_throw());
  EXPECT_EQ(office.steps[1].officer, "wangjing");
  const auto own =
      platform().gate->admit(book(), company_, {"self", "", "", "test", "r"}).or_throw();
  const auto seen =
      platform().ledger->release(own, cases().show(book(), company_, file.number).or_throw());
  EXPECT_EQ(seen.steps[1].officer, "");
  EXPECT_EQ(seen.steps[1].unit, centre);
  // And that the office looked is in the ledger, for the subject to see.
  const auto looks = platform().looks->at_me(book(), company_, "", 10).or_throw();
  ASSERT_FALSE(looks.looks.empty());
  EXPECT_EQ(looks.looks[0].matter, file.number);
}

// Who handles a case opens the file of its subject for it, and no other.
TEST_P(Casework, ACaseIsAMatterForItsOwnSubjectOnly) {
  auto file = lodged();
  const auto admit = [&](const app::Caller& who, const std::string& matter) {
    return platform().gate->admit(book(), who, {"case_handling", matter, "", "test", "r"});
  };
  EXPECT_EQ(admit(provider_, "YY20260930-ffffffff").error().id, "case.not_found");
  const auto permit = admit(provider_, file.number).or_throw();
  EXPECT_EQ(permit.only(), platform().subject_of(company));
  file = act(clerk_, file, "delete", {{"reasons", "有误"}}).or_throw();
  EXPECT_EQ(admit(provider_, file.number).error().id, "case.not_found");  // it is over
}

// SD-2020 art. 59; wishes E5: lateness publishes itself, and a supervisor presses.
TEST_P(Casework, WhatIsLateStandsOnTheDeskAndInTheBreachLedger) {
  auto file = act(clerk_, lodged(), "forward", {{"question", "请核对"}}).or_throw();
  platform().set_day(Date(2026, 10, 15));
  EXPECT_EQ(platform().desks->desk(book(), provider_).or_throw().today, 1);
  platform().set_day(Date(2026, 10, 19));
  const auto desk = platform().desks->desk(book(), provider_).or_throw();
  ASSERT_EQ(desk.late, 1);
  EXPECT_EQ(desk.lines[0].deadline.days_left, -4);
  const auto ledger = platform().desks->breaches(book(), app::Caller::anonymous(),
                                                 Date(2026, 10, 1), Date(2026, 10, 31));
  ASSERT_EQ(ledger.breaches.size(), 1U);
  EXPECT_EQ(ledger.breaches[0].unit, bureau);
  EXPECT_EQ(ledger.breaches[0].days_late, 4);
  EXPECT_EQ(ledger.breaches[0].number, "");
  EXPECT_NE(ledger.breaches[0].article.zh.find("第三十九条"), std::string::npos);

  file = act(lead_, file, "press", {{"text", "请两日内答复"}}).or_throw();
  EXPECT_EQ(file.deadlines.back().due, Date(2026, 10, 21));
  file = act(provider_, file, "answer_press", {{"text", "今日办结"}}).or_throw();
  EXPECT_EQ(file.deadlines.back().status, "met");
  file =
      act(provider_, file, "report_back", {{"opinion", "属实"}, {"advice", "confirm"}}).or_throw();
  file = act(clerk_, file, "confirm", {{"reasons", "一致"}}).or_throw();
  EXPECT_EQ(file.deadlines[1].status, "met_late");
  // Done late stays in the ledger: done is not undone.
  EXPECT_EQ(platform()
                .desks->breaches(book(), lead_, Date(2026, 10, 1), Date(2026, 10, 31))
                .breaches.at(0)
                .number,
            file.number);
}

TEST_P(Casework, OfTwoWhoActAtOnceOneIsToldAndNothingIsLost) {
  std::vector<std::string> numbers;
  constexpr int rounds = 20;
  const auto key = penalty_key();
  std::vector<app::CaseView> files;
  for (int i = 0; i < rounds; ++i) {
    const auto applicant =
        platform().caller("a" + std::to_string(i), {{"subject"}, {}, {}, {}}, "", company);
    files.push_back(cases().open(book(), applicant, objection(key)).or_throw());
  }
  std::atomic<int> won = 0, told = 0;
  const auto race = [&](const app::Caller& who, const std::string& id,
                        std::vector<app::FieldValue> fields) {
    for (const auto& file : files) {
      const auto done = cases().act(book(), who, file.number, {id, 1, fields, {}});
      if (done) ++won;
      if (!done && (done.error().id == "case.moved_on" || done.error().id == "case.act_not_now"))
        ++told;
    }
  };
  std::thread first(race, clerk_, "confirm", std::vector<app::FieldValue>{{"reasons", "一致"}});
  std::thread second(race, colleague_, "forward",
                     std::vector<app::FieldValue>{{"question", "请核对"}});
  std::thread third(race, lead_, "press", std::vector<app::FieldValue>{{"text", "请抓紧"}});
  first.join();
  second.join();
  third.join();
  EXPECT_EQ(won, rounds);
  EXPECT_EQ(told, 2 * rounds);
  EXPECT_EQ(platform().count("case_step"), 2 * rounds);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Casework, FsckFindsAChangedADeletedAndAnInventedStep) {
  auto file = act(clerk_, lodged(), "forward", {{"question", "请核对"}}).or_throw();
  ASSERT_THAT(platform().fsck(), IsEmpty());
  const auto tampered = [&](const std::string& wrong, const std::string& right) {
    platform().database->facts().run([&](store::Write& write) { write.sql << wrong; });
    EXPECT_FALSE(platform().fsck().empty()) << wrong;
    platform().database->facts().run([&](store::Write& write) { write.sql << right; });
    EXPECT_THAT(platform().fsck(), IsEmpty()) << right;
  };
  tampered("UPDATE case_step SET at = at - 86400000000 WHERE step = 2",
           "UPDATE case_step SET at = at + 86400000000 WHERE step = 2");
  tampered("UPDATE case_step SET actor = 'nobody' WHERE step = 2",
           "UPDATE case_step SET actor = 'wangjing' WHERE step = 2");
  tampered("UPDATE case_deadline SET due = due + 1", "UPDATE case_deadline SET due = due - 1");
  tampered("UPDATE case_file SET state = 'confirmed'",
           "UPDATE case_file SET state = 'with_provider'");
  platform().database->facts().run(
      [&](store::Write& write) { write.sql << "DELETE FROM case_step WHERE step = 2"; });
  EXPECT_FALSE(platform().fsck().empty());
}

// SD-2020 art. 39: what was wrong is put right in the commit of the decision.
TEST_P(Casework, Article39ACorrectionStandsTheMomentItIsDecided) {
  auto file = lodged();
  const std::string changes = R"([{"code":"CF_NR_FK","value":"1"}])";
  file = act(clerk_, file, "correct", {{"changes", changes}, {"reasons", "决定书载明一万元"}})
             .or_throw();
  EXPECT_EQ(file.state, "corrected");
  const auto records = platform().records_of(company, "penalty");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].version, 2);
  const auto fine = std::ranges::find(records[0].fields, "CF_NR_FK", &app::ShownField::code);
  ASSERT_NE(fine, records[0].fields.end());
  EXPECT_EQ(fine->value, "1");
  ASSERT_EQ(records[0].marks.size(), 1U);
  EXPECT_EQ(records[0].marks[0].kind, "corrected");
  EXPECT_THAT(platform().fsck(true), IsEmpty());
}

TEST_P(Casework, ACorrectionThatIntakeWouldRefuseIsRefusedAndTheCaseStaysAsItWas) {
  const auto file = lodged();
  const std::string changes = R"([{"code":"CF_JDRQ","value":"去年"}])";
  const auto done = act(clerk_, file, "correct", {{"changes", changes}, {"reasons", "日期"}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().place.field, "CF_JDRQ");
  EXPECT_EQ(act(clerk_, file, "forward", {{"question", "请核对"}}).or_throw().steps_done, 2);
}

// 有奖举报: nobody but the credit centre learns who reported.
TEST_P(Casework, WhoReportsStaysSealed) {
  const auto reporter = platform().caller("reporter", {{"subject"}, {}, {}, {}}, "", shop);
  const auto& procedure = book().procedures.at("report");
  app::CaseForm form;
  form.procedure = "report";
  form.code = company;
  for (const auto& field : procedure.acts.front().fields) {
    if (field.required)
      form.fields.push_back({field.id, field.type == rulebook::FormField::Type::choice
                                           ? field.choices.front().id
                                           : "虚假宣传"});
  }
  const auto file = cases().open(book(), reporter, form).or_throw();
  const auto everything = platform().database->read().sql().query("SELECT actor FROM case_step");
  ASSERT_TRUE(everything->next());
  EXPECT_EQ(std::string(everything->bytes(0)).find("reporter"), std::string::npos);
  EXPECT_EQ(cases().show(book(), company_, file.number).error().id, "case.not_found");
  EXPECT_THAT(cases().list(book(), company_, {}).or_throw(), IsEmpty());
  EXPECT_EQ(cases().list(book(), reporter, {}).or_throw().size(), 1U);
  const auto permit =
      platform()
          .gate->admit(book(), clerk_, {"case_handling", file.number, "", "test", "r"})
          .or_throw();
  const auto office =
      platform().ledger->release(permit, cases().show(book(), clerk_, file.number).or_throw());
  EXPECT_NE(std::ranges::find(office.steps[0].fields, "reporter", &app::ShownValue::value),
            office.steps[0].fields.end());
}

// Replaying any case's acts reproduces its state: walks at random through every procedure.
TEST_P(Casework, EveryWalkThroughEveryProcedureReplaysToWhereItStands) {
  std::uint64_t seed = 20260930;
  const auto pick = [&](std::size_t n) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(seed >> 33) % n;
  };
  const auto value_for = [&](const rulebook::FormField& field) -> std::string {
    using Type = rulebook::FormField::Type;
    switch (field.type) {
      case Type::choice:
        return field.choices[pick(field.choices.size())].id;
      case Type::unit:
        return pick(2) == 0 ? bureau : bank;
      case Type::date:
        return "2026-09-28";
      case Type::flag:
        return "true";
      case Type::money:
        return "0.5";
      case Type::list:
        return "wage_arrears";
      case Type::changes:
        return R"([{"code":"CF_NR_FK","value":"0.)" + std::to_string(1 + pick(9)) + R"("}])";
      case Type::text:
        break;
    }
    return "说明" + std::to_string(pick(100));
  };
  const auto fill = [&](const rulebook::Act& step) {
    std::vector<app::FieldValue> fields;
    for (const auto& field : step.fields) fields.push_back({field.id, value_for(field)});
    return fields;
  };
  const std::vector<app::Caller> people = {
      company_, clerk_,    colleague_,
      lead_,    provider_, platform().caller("chenhao", {{"provider_clerk"}, {}, {}, {}})};
  const auto key = penalty_key();
  int steps = 0;
  for (int walk = 0; walk < 120; ++walk) {
    platform().set_day(a_wednesday.plus_days(walk % 20));
    const auto procedure = std::next(book().procedures.begin(),
                                     static_cast<std::ptrdiff_t>(pick(book().procedures.size())));
    app::CaseForm form;
    form.procedure = procedure->second.kind;
    form.code = company;
    form.record = key;
    form.fields = fill(procedure->second.acts.front());
    auto file = cases().open(book(), people[pick(people.size())], form);
    for (int i = 0; file && i < 12; ++i) {
      platform().set_day(
          platform().clock.now().day().plus_days(static_cast<std::int32_t>(pick(4))));
      const auto& running = book().procedures.at(file->procedure);
      const auto possible = running.acts_from(file->state);
      const bool lawful = !possible.empty() && pick(5) > 0;
      const auto& step =
          lawful ? *possible[pick(possible.size())] : running.acts[pick(running.acts.size())];
      auto next = cases().act(book(), people[pick(people.size())], file->number,
                              {step.id, file->steps_done, fill(step), {}});
      if (next) file = std::move(next);
      ++steps;
    }
  }
  EXPECT_GT(platform().count("case_step"), 40);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

// "Adding a procedure is adding one YAML file and its words": this one exists here alone.
constexpr const char* lost_seal = R"(
label: {zh: 公章遗失声明, en: Lost seal}
summary: {zh: 只在测试中存在的程序。, en: A procedure that exists in a test alone.}
basis: SD-2020/37
prefix: GZ
about: subject
subjects: [organization]
states:
  - {id: told, label: {zh: 已声明, en: Told}, owner: centre}
  - {id: noted, label: {zh: 已登记, en: Noted}, outcome: {zh: 已登记。, en: Noted.}}
acts:
  - {id: tell, label: {zh: 声明, en: Tell}, basis: SD-2020/37, from: start, to: told, by: [subject],
     fields: [{id: lost_on, label: {zh: 遗失日期, en: Lost on}, type: date}]}
  - {id: note_down, label: {zh: 登记, en: Note down}, basis: SD-2020/37, from: [told], to: noted, by: [centre]}
deadlines:
  - {id: note, label: {zh: 登记, en: Note it}, clock: objection.own, owed_by: centre, starts: [tell],
     counted_from_field: lost_on, ends: [note_down]}
)";

TEST_P(Casework, AddingAProcedureIsAddingAFile) {
  auto files = rulebook::embedded_rule_files();
  files["procedures/lost_seal.yaml"] = lost_seal;
  const auto reading = rulebook::read_rules(files);
  ASSERT_NE(reading.book, nullptr) << reading.faults.front().message.en;
  app::CaseForm form;
  form.procedure = "lost_seal";
  form.fields = {{"lost_on", "2026-09-29"}};
  auto file = cases().open(*reading.book, company_, form).or_throw();
  EXPECT_EQ(file.deadlines[0].due, Date(2026, 10, 9));  // counted from the day it was lost
  // It runs to its end even after the rules have forgotten it.
  file = cases().act(book(), clerk_, file.number, {"note_down", 1, {}, {}}).or_throw();
  EXPECT_TRUE(file.closed);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

}  // namespace
}  // namespace credence::testing
