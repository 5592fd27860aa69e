// SPDX-License-Identifier: Apache-2.0
#include "app/patrol/patrol.h"

#include <gmock/gmock.h>

#include <chrono>
#include <iostream>
#include <set>

#include "domain/identifiers.h"
#include "store/marks.h"
#include "store/session.h"
#include "support/platform.h"

// 常态化巡查: what is out of pattern comes to a desk, and somebody decides.

namespace credence::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// An organisation's code with this number in it.
std::string numbered_code(int number) {
  const std::string digits = std::to_string(1'000 + number);
  const std::string body = "MA3W" + digits;
  const std::string first = "91370100" + body + domain::organization_code_check(body);
  return first + domain::uscc_check(first);
}

class Patrolling : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    patrol_ = std::make_unique<app::Patrol>(*platform().database, *platform().reader,
                                            *platform().dictionaries, platform().clock,
                                            platform().random);
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text());
    at_hour(10);
    platform().put_units();
  }
  Platform& platform() { return *platform_; }
  app::Patrol& patrol() { return *patrol_; }
  void at_hour(int hour, Date day = Date(2026, 5, 11)) {
    platform().clock.set(Instant(start_of(day).micros() + hour * 3'600'000'000LL));
  }
  app::PatrolReport run() { return patrol().run(*platform().book, platform().clock.now()); }
  std::vector<std::string> rules_found() {
    std::vector<std::string> rules;
    for (const auto& one : run().found) rules.push_back(one.rule);
    return rules;
  }
  // A clerk looks at each of these, `times` over.
  void look(const std::string& clerk, const std::vector<std::string>& codes, int times = 1,
            const std::string& matter = "办件2026-1") {
    const auto permit = platform().permit("permit_review", clerk, matter);
    for (int i = 0; i < times; ++i) {
      for (const auto& code : codes) (void)platform().ask(code, permit);
    }
  }
  // What a clerk does on an ordinary day: a few looks, each in its matter, one wrong code.
  void ordinary_day(const std::string& clerk = "王科员") {
    for (int i = 0; i < 6; ++i)
      look(clerk, {i % 2 == 0 ? company : citizen}, 1, "办件2026-" + std::to_string(i));
    look(clerk, {numbered_code(77)}, 2);
  }
  app::Caller security() {
    return platform().caller("安全员", {{"security_administrator"}, {}, {}, {}}, centre);
  }

 private:
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<app::Patrol> patrol_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Patrolling, both_engines, engine_name);

TEST_P(Patrolling, AnOrdinaryDayIsNoFinding) {
  ordinary_day();
  (void)platform().ask(citizen, platform().permit("self", "张三"));
  EXPECT_THAT(run().found, IsEmpty());
  EXPECT_EQ(patrol().last_run()->looks, 9);
  EXPECT_EQ(patrol().last_run()->records, 3);
  EXPECT_EQ(patrol().last_run()->files, 2);
}

TEST_P(Patrolling, OneClerkAtOnePersonAgainAndAgain) {
  ordinary_day();
  look("李工", {citizen, company}, 11);
  const auto report = run();
  ASSERT_THAT(report.found, SizeIs(1));
  const auto& finding = report.found[0];
  EXPECT_EQ(finding.rule, "repeated");
  EXPECT_EQ(finding.asker, "李工");
  EXPECT_EQ(finding.unit, bureau);
  EXPECT_EQ(finding.subject, platform().subject_of(citizen));
  EXPECT_EQ(finding.state, "open");
  EXPECT_EQ(finding.basis, "PIPL-2021/6");
}

TEST_P(Patrolling, LooksAtNight) {
  ordinary_day();
  look("李工", {company}, 21);
  at_hour(23);
  EXPECT_THAT(rules_found(), IsEmpty());
  look("李工", {company}, 21);
  EXPECT_THAT(rules_found(), ElementsAre("hours"));
}

TEST_P(Patrolling, WalkingAlongCodesThatAreNotThere) {
  ordinary_day();
  std::vector<std::string> codes;
  for (int i = 100; i < 131; ++i) codes.push_back(numbered_code(i * 7));
  look("李工", codes);
  EXPECT_THAT(rules_found(), ElementsAre("walking.misses"));
}

TEST_P(Patrolling, WalkingAlongCodesThatAre) {
  std::string file = "企业名称,统一社会信用代码,注册日期,企业类型,注册资金\n";
  std::vector<std::string> codes;
  for (int i = 0; i < 20; ++i) {
    codes.push_back(numbered_code(i));
    file += "济南第" + std::to_string(i) + "有限公司," + codes.back() +
            ",2015-03-02,有限责任公司,100万元\n";
  }
  ASSERT_EQ(platform().take("organization_registration", file).added, 20);
  at_hour(11);
  ordinary_day();
  look("李工", codes);
  EXPECT_THAT(rules_found(), ElementsAre("walking.sequence"));
}

TEST_P(Patrolling, AMatterNumberThatSaysNothing) {
  ordinary_day();
  look("李工", {company}, 1, "测试");
  EXPECT_THAT(rules_found(), ElementsAre("matter.placeholder"));
}

// With the numbers of the rules made small, so that few looks are many.
std::shared_ptr<rulebook::RuleBook> small(const rulebook::RuleBook& book, std::string_view id,
                                          std::int64_t value) {
  auto copy = std::make_shared<rulebook::RuleBook>(book);
  for (auto& rule : copy->patrol) {
    if (rule.id == id) rule.thresholds[0].value = value;
  }
  return copy;
}

TEST_P(Patrolling, VeryManyLooksAndOneMatterForVeryMany) {
  ordinary_day();
  look("李工", {company, citizen}, 5);
  EXPECT_THAT(run().found, IsEmpty());
  look("李工", {company, citizen, bureau});
  const auto hour =
      patrol().run(*small(*platform().book, "volume.hour", 12), platform().clock.now());
  ASSERT_THAT(hour.found, SizeIs(1));
  EXPECT_EQ(hour.found[0].rule, "volume.hour");
  EXPECT_THAT(hour.found[0].facts.zh, HasSubstr("13 次"));
  look("李工", {company});
  const auto matter =
      patrol().run(*small(*platform().book, "matter.many", 2), platform().clock.now());
  ASSERT_THAT(matter.found, SizeIs(1));
  EXPECT_EQ(matter.found[0].rule, "matter.many");
}

TEST_P(Patrolling, ASecondRunFindsNothingTwice) {
  look("李工", {citizen}, 11);
  EXPECT_THAT(run().found, SizeIs(1));
  EXPECT_THAT(run().found, IsEmpty());
  look("李工", {citizen}, 3);
  EXPECT_THAT(run().found, IsEmpty());
  EXPECT_THAT(patrol().open(10), SizeIs(1));
  EXPECT_EQ(patrol().last_run()->looks, 3);
}

// A number in a text is found in any width, and never said again.
TEST_P(Patrolling, PersonalDataInAnOpenText) {
  EXPECT_THAT(run().found, IsEmpty());
  PenaltyRow talkative;
  talkative.number = "济市监罚〔2026〕2号";
  talkative.facts = "当事人电话13800138000。";
  PenaltyRow wide;
  wide.number = "济市监罚〔2026〕3号";
  wide.facts = "当事人身份证１１０１０５１９４９１２３１００２Ｘ。";
  PenaltyRow plain;
  plain.number = "济市监罚〔2026〕4号";
  ASSERT_EQ(platform()
                .take("penalty", penalty_header + plain.text() + talkative.text() + wide.text())
                .added,
            3);
  const auto found = run().found;
  ASSERT_THAT(found, SizeIs(2));
  for (const auto& one : found) {
    EXPECT_EQ(one.rule, "personal_in_text");
    EXPECT_EQ(one.severity, "grave");
    EXPECT_THAT(one.facts.zh, HasSubstr("penalty"));
    EXPECT_THAT(one.facts.zh, HasSubstr("CF_"));
    EXPECT_THAT(one.facts.zh, AnyOf(HasSubstr("行号 3"), HasSubstr("行号 4")));
    const auto text = wire::to_line(one);
    EXPECT_THAT(text, Not(HasSubstr("13800138000")));
    EXPECT_THAT(text, Not(HasSubstr("０１０５１９")));
  }
}

// A long table is gone over in several runs.
TEST_P(Patrolling, TheTextsAreGoneOverPieceByPiece) {
  PenaltyRow talkative;
  talkative.number = "济市监罚〔2026〕2号";
  talkative.facts = "当事人电话13800138000。";
  platform().take("penalty", penalty_header + talkative.text());
  const auto book = small(*platform().book, "personal_in_text", 3);
  EXPECT_THAT(patrol().run(*book, platform().clock.now()).found, IsEmpty());
  EXPECT_THAT(patrol().run(*book, platform().clock.now()).found, SizeIs(1));
}

// SD-2020 arts. 38, 59: five years after the conduct nobody is shown it; should a rule be lost, the
// patrol says so.
TEST_P(Patrolling, Article38WhatIsPastIsWithheldOrFound) {
  at_hour(10, Date(2031, 5, 12));
  EXPECT_THAT(run().found, IsEmpty());
  auto wrong = std::make_shared<rulebook::RuleBook>(*platform().book);
  wrong->publicity.ceiling_rules.clear();
  const auto found = patrol().run(*wrong, platform().clock.now()).found;
  ASSERT_THAT(found, SizeIs(2));  // the company's and the person's, to public bodies
  for (const auto& one : found) {
    EXPECT_EQ(one.rule, "expired");
    EXPECT_EQ(one.severity, "grave");
    EXPECT_THAT(one.facts.zh, HasSubstr("公共管理单位"));
  }
  EXPECT_THAT(patrol().run(*wrong, platform().clock.now()).found, IsEmpty());
}

TEST_P(Patrolling, APublicityEndThatItsProviderStatedIsHeldAgainstWhatIsShown) {
  std::string header = penalty_header, row;
  header.insert(header.size() - 1, ",公示截止期");
  PenaltyRow short_one;
  short_one.number = "济市监罚〔2026〕2号";
  row = short_one.text();
  row.insert(row.size() - 1, ",2026-08-06");
  ASSERT_EQ(platform().take("penalty", header + row).added, 1);
  at_hour(10, Date(2026, 8, 6));
  EXPECT_THAT(run().found, IsEmpty());
  at_hour(10, Date(2026, 8, 7));
  const auto found = run().found;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].subject, platform().subject_of(company));
  EXPECT_THAT(found[0].facts.zh, HasSubstr("社会公众"));
}

// Two penalties of one day: the first was repaired, the publicity of the second is over by its
// provider's word and it is shown all the same. One hidden must not make up for one shown.
TEST_P(Patrolling, ARepairedRecordDoesNotCoverForOneThatIsStillShown) {
  std::string header = penalty_header, row;
  header.insert(header.size() - 1, ",公示截止期");
  PenaltyRow short_one;
  short_one.number = "济市监罚〔2026〕2号";
  row = short_one.text();
  row.insert(row.size() - 1, ",2026-08-06");
  ASSERT_EQ(platform().take("penalty", header + row).added, 1);
  const SubjectId subject = platform().subject_of(company);
  store::RecordFilter filter;
  filter.subject = subject;
  for (const auto& one :
       store::find_records(platform().database->read().sql(), filter, 10, std::nullopt)) {
    if (one.document_number != PenaltyRow().number) continue;
    platform().database->facts().run([&](store::Write& write) {
      store::put_mark(write, platform().random,
                      {subject, one.columns.key, store::MarkKind::repaired, "修复1", "NDRC-36-2025",
                       "", Instant(), end_of_time});
    });
  }
  at_hour(10, Date(2026, 8, 6));
  EXPECT_THAT(run().found, IsEmpty());
  at_hour(10, Date(2026, 8, 7));
  EXPECT_THAT(run().found, SizeIs(1));
}

// Looking whether something is shown is not showing it: no trace, no count, no answer.
TEST_P(Patrolling, TheCheckItselfIsNoLook) {
  at_hour(10, Date(2031, 5, 12));
  run();
  EXPECT_EQ(store::count_rows(platform().settled().sql(), "access_entry"), 0);
  EXPECT_EQ(store::count_rows(platform().database->read_access().sql(), "public_view"), 0);
}

TEST_P(Patrolling, DecidingNeedsThePowerAReasonAndSomebodyElse) {
  look("李工", {citizen}, 11);
  const auto id = run().found.at(0).id;
  const auto auditor = platform().caller("审计员", {{"audit_administrator"}, {}, {}, {}}, centre);
  const auto clerk = platform().caller("王科员", {{"counter_clerk"}, {}, {}, {}});
  const auto machine = app::Caller::on_this_machine("root");
  for (const auto* caller : {&auditor, &clerk, &machine}) {
    EXPECT_EQ(patrol().decide(*caller, id, "explained", "同一案件").error().id, "access.power");
  }
  EXPECT_EQ(patrol().list(clerk, {}).error().id, "access.power");
  EXPECT_THAT(*patrol().list(auditor, {"open", "", "", 10}), SizeIs(1));
  EXPECT_EQ(patrol().decide(security(), id, "explained", " ").error().id, "patrol.note");
  EXPECT_EQ(patrol().decide(security(), id, "explained", "见" + citizen).error().id, "patrol.note");
  EXPECT_EQ(patrol().decide(security(), id, "punished", "同一案件").error().id, "patrol.decision");
  EXPECT_EQ(patrol().decide(security(), "XC1", "explained", "同一案件").error().id,
            "patrol.not_found");
  const auto done = patrol().decide(security(), id, "explained", "同一案件多次核对").or_throw();
  EXPECT_EQ(done.state, "explained");
  EXPECT_EQ(done.decided_by, "安全员");
  EXPECT_EQ(patrol().decide(security(), id, "confirmed", "再看").error().id, "patrol.decided");
  EXPECT_THAT(*patrol().list(security(), {"open", "", "", 10}), IsEmpty());
  EXPECT_THAT(*patrol().list(security(), {"explained", "李工", "", 10}), SizeIs(1));
  EXPECT_EQ(patrol().list(security(), {"lost", "", "", 10}).error().id, "patrol.state");
}

TEST_P(Patrolling, NobodyDecidesAboutThemselves) {
  look("李工", {citizen}, 11);
  const auto id = run().found.at(0).id;
  const auto herself = platform().caller("李工", {{"security_administrator"}, {}, {}, {}}, centre);
  EXPECT_EQ(patrol().decide(herself, id, "explained", "同一案件").error().id, "patrol.own");
}

TEST_P(Patrolling, EveryVersionIsAttested) {
  look("李工", {citizen}, 11);
  const auto id = run().found.at(0).id;
  patrol().decide(security(), id, "passed_on", "移交机关纪委").or_throw();
  const auto lease = platform().database->read_access();
  const auto versions = app::history(lease.sql(), app::PatrolFinding::kind, id);
  ASSERT_THAT(versions, SizeIs(2));
  EXPECT_EQ(versions[0].actor, "patrol");
  EXPECT_EQ(versions[1].act, "passed_on");
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Patrolling, NothingPersonalStandsInAnyFinding) {
  look("李工", {citizen}, 11, "张三的案子" + citizen);
  look("赵工", {citizen, company}, 1, "无");
  at_hour(22);
  look("孙工", {citizen}, 25);
  const auto found = run().found;
  EXPECT_THAT(found, SizeIs(4));
  for (const auto& one : found) {
    const auto text = wire::to_line(one);
    for (const auto& secret : {citizen, std::string("张三"), company, std::string("明信科技")})
      EXPECT_THAT(text, Not(HasSubstr(secret))) << one.rule;
  }
}

// How long a patrol takes over CREDENCE_PATROL_LOOKS looks, written through the ledger's own door.
TEST_P(Patrolling, GoesOverManyLooksInSeconds) {
  const char* wanted = std::getenv("CREDENCE_PATROL_LOOKS");
  const int looks = wanted == nullptr ? 2'000 : std::atoi(wanted);
  constexpr int askers = 200, each = 500;
  std::vector<app::Permit> permits;
  for (int i = 0; i < askers; ++i)
    permits.push_back(platform().permit("permit_review", "clerk" + std::to_string(i),
                                        "办件" + std::to_string(i)));
  for (int done = 0, round = 0; done < looks; done += each, ++round) {
    platform().clock.set(Instant(platform().clock.now().micros() + 5'000'000));
    std::vector<app::AccessEntry> entries;
    for (int i = 0; i < each; ++i)
      entries.push_back({SubjectId(1 + (done + i * 7919) % 300'007), "penalty", 1, 0});
    platform().ledger->release(permits[static_cast<std::size_t>(round % askers)],
                               app::Pending<int>(0, std::move(entries)));
  }
  const auto before = std::chrono::steady_clock::now();
  const auto report = run();
  const auto took = std::chrono::steady_clock::now() - before;
  EXPECT_EQ(report.run.looks, looks);
  if (wanted == nullptr) return;
  std::cout << "patrol over " << looks << " looks: " << std::chrono::duration<double>(took).count()
            << " s, findings " << report.found.size() << '\n';
}

}  // namespace
}  // namespace credence::testing
