// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "app/repair/path.h"
#include "app/repair/repair_notice.h"
#include "app/repair/repairability.h"

namespace credence::app {
namespace {

using domain::Severity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const rulebook::RuleBook& book() {
  static const auto reading = rulebook::read_rules(rulebook::embedded_rule_files());
  return *reading.book;
}

std::string severity_text(Severity severity) {
  switch (severity) {
    case Severity::minor:
      return "minor";
    case Severity::general:
      return "general";
    case Severity::serious:
      return "serious";
    case Severity::none:
      break;
  }
  return "";
}

// A penalty as its subject sees it; fined twenty thousand yuan.
ShownRecord penalty(const std::string& kinds, Date decided_on) {
  ShownRecord record;
  record.item = "penalty";
  record.item_label = {"行政处罚信息", "Administrative penalties"};
  record.nature = "dishonesty";
  record.record = RecordKey(decided_on.days());
  record.document_number = "鲁处罚〔2026〕1号";
  record.issuing_body = "济南市城市管理局";
  record.decided_on = decided_on;
  record.severity = severity_text(book().publicity.severity_of({kinds}, 2'000'000));
  record.fields = {{"CF_XDR_MC", {}, "山东某某建筑有限公司", false},
                   {"CF_XDR_LB", {}, "法人及非法人组织", false},
                   {"CF_CFLB", {}, kinds, false}};
  return record;
}

Repairability asked(const ShownRecord& record, Date day) {
  return repairability(book(), repair_facts(book(), record), day);
}

std::string obstacle(const ShownRecord& record, Date day) {
  const auto may = check_repairable(book(), repair_facts(book(), record), day);
  return may ? "" : may.error().id;
}

std::vector<std::string> materials(const Repairability& answer) {
  std::vector<std::string> ids;
  for (const auto& material : answer.materials) ids.push_back(material.id);
  return ids;
}

// ---- each class and edition, worked out by hand

TEST(Order36, GeneralPenaltiesAreRepairedFromTheThirdMonthOn) {
  const auto record = penalty("罚款", Date(2026, 5, 10));
  EXPECT_EQ(obstacle(record, Date(2026, 8, 9)), "repair.too_early");
  EXPECT_EQ(obstacle(record, Date(2026, 8, 10)), "");
  const auto answer = asked(record, Date(2026, 5, 11));
  EXPECT_FALSE(answer.now);
  EXPECT_EQ(answer.from, Date(2026, 8, 10));
  EXPECT_EQ(answer.edition, "order36");
  EXPECT_EQ(answer.severity, "general");
  EXPECT_EQ(answer.procedure, "repair");
}

TEST(Order36, SeriousPenaltiesAreRepairedAfterAYear) {
  EXPECT_EQ(asked(penalty("吊销许可证件", Date(2026, 5, 10)), Date(2026, 5, 10)).from,
            Date(2027, 5, 10));
}

TEST(Order36, AsksForTwoMaterialsAndNothingElse) {
  EXPECT_THAT(materials(asked(penalty("罚款", Date(2026, 5, 10)), Date(2026, 9, 1))),
              ElementsAre("proof_of_duties", "commitment"));
}

TEST(Order36, MinorOnesAreNotPublishedAndNeedNoRepair) {
  const auto record = penalty("警告", Date(2026, 4, 1));
  EXPECT_EQ(obstacle(record, Date(2026, 4, 2)), "repair.not_published");
  EXPECT_FALSE(asked(record, Date(2026, 4, 2)).from.has_value());
}

TEST(Order58, TheRecordKeepsItsPeriodAndTheApplicationFollowsTheNewerLaw) {
  const auto record = penalty("罚款", Date(2026, 3, 31));
  const auto answer = asked(record, Date(2026, 4, 1));
  EXPECT_EQ(answer.from, Date(2026, 6, 30));
  EXPECT_EQ(answer.edition, "order36");
}

TEST(Order58, AskedForProofCommitmentAndIdentity) {
  const auto answer = asked(penalty("罚款", Date(2025, 1, 2)), Date(2025, 3, 1));
  EXPECT_EQ(answer.from, Date(2025, 4, 2));
  EXPECT_EQ(answer.edition, "order58");
  EXPECT_THAT(materials(answer), ElementsAre("proof_of_duties", "commitment", "identity"));
}

// The general window takes no application about serious lists before Order 36 does.
TEST(Order58, SeriousListsWaitForTheNextEdition) {
  ShownRecord listed;
  listed.item = "serious_dishonesty";
  listed.nature = "dishonesty";
  listed.severity = "serious";
  listed.decided_on = Date(2025, 2, 1);  // twelve months: 2026-02-01
  EXPECT_EQ(obstacle(listed, Date(2026, 2, 15)), "repair.excluded");
  EXPECT_EQ(asked(listed, Date(2026, 2, 15)).from, Date(2026, 4, 1));
}

TEST(Notice527, SpecifiedSeriousPenaltiesAreNotRepairedWhileItHolds) {
  const auto record = penalty("责令停产停业", Date(2021, 6, 1));  // six months: 2021-12-01
  EXPECT_EQ(obstacle(record, Date(2022, 1, 4)), "repair.excluded");
  const auto answer = asked(record, Date(2022, 1, 4));
  EXPECT_EQ(answer.from, Date(2023, 5, 1));
  EXPECT_EQ(answer.edition, "order58");
}

TEST(Notice527, SeriousOnesNeededTrainingAndAReport) {
  const auto serious = asked(penalty("降低资质等级", Date(2021, 6, 1)), Date(2021, 12, 1));
  EXPECT_TRUE(serious.now);
  EXPECT_THAT(materials(serious),
              ElementsAre("proof_of_duties", "commitment", "training", "credit_report"));
  EXPECT_THAT(materials(asked(penalty("罚款", Date(2021, 6, 1)), Date(2021, 12, 1))),
              ElementsAre("proof_of_duties", "commitment"));
}

// SAMR-45 art. 14, then Order 107.
TEST(MarketRegulation, GraverPenaltiesWaitForOrder107) {
  auto record = penalty("降低资质等级", Date(2022, 3, 1));
  record.issuing_body = "济南市市场监督管理局";
  EXPECT_EQ(obstacle(record, Date(2024, 6, 3)), "repair.excluded");
  const auto answer = asked(record, Date(2024, 6, 3));
  EXPECT_EQ(answer.from, Date(2025, 12, 25));
  EXPECT_EQ(answer.edition, "samr107");
  EXPECT_EQ(answer.procedure, "repair.market");
}

TEST(RunningBan, BarsAnEarlyEndUntilTheDayAfterItsLast) {
  auto record = penalty("限制从业", Date(2026, 5, 10));
  record.valid_to = Date(2028, 5, 9);
  EXPECT_EQ(obstacle(record, Date(2028, 5, 9)), "repair.ban_running");
  EXPECT_EQ(asked(record, Date(2026, 6, 1)).from, Date(2028, 5, 10));
  record.valid_to = forever;
  EXPECT_FALSE(asked(record, Date(2026, 6, 1)).from.has_value());
}

// A fine is paid, not served: how long it is "valid" bars nothing.
TEST(RunningBan, IsNoneForAFine) {
  auto record = penalty("罚款", Date(2026, 5, 10));
  record.valid_to = forever;
  EXPECT_EQ(asked(record, Date(2026, 5, 11)).from, Date(2026, 8, 10));
}

TEST(FalseMaterial, BarsEveryRepairForThreeYears) {
  EXPECT_EQ(barred_until(book(), Date(2026, 5, 10)), Date(2029, 5, 10));
  auto facts = repair_facts(book(), penalty("罚款", Date(2026, 6, 1)));
  facts.barred_until = {Date(2027, 1, 4), Date(2029, 5, 10)};
  EXPECT_EQ(check_repairable(book(), facts, Date(2029, 5, 9)).error().id, "repair.barred");
  EXPECT_EQ(repairability(book(), facts, Date(2026, 9, 1)).from, Date(2029, 5, 10));
}

TEST(Repairability, EndsWithTheDisclosurePeriod) {
  const auto record = penalty("罚款", Date(2026, 5, 10));
  EXPECT_EQ(obstacle(record, Date(2031, 5, 9)), "");
  EXPECT_EQ(obstacle(record, Date(2031, 5, 10)), "repair.over");
  auto facts = repair_facts(book(), record);
  facts.barred_until = {Date(2031, 5, 10)};
  EXPECT_FALSE(repairability(book(), facts, Date(2028, 6, 1)).from.has_value());
}

TEST(Repairability, IsNotForWhatIsRepairedOrWithdrawn) {
  auto facts = repair_facts(book(), penalty("罚款", Date(2026, 5, 10)));
  facts.repaired = true;
  EXPECT_EQ(check_repairable(book(), facts, Date(2026, 9, 1)).error().id, "repair.already");
  facts.repaired = false;
  facts.withdrawn = true;
  EXPECT_EQ(check_repairable(book(), facts, Date(2026, 9, 1)).error().id, "repair.withdrawn");
}

TEST(Repairability, LeavesJudgmentDebtorsToTheCourt) {
  ShownRecord debtor;
  debtor.item = "judgment_debtor";
  debtor.nature = "dishonesty";
  debtor.decided_on = Date(2026, 5, 10);
  const auto answer = asked(debtor, Date(2026, 6, 1));
  EXPECT_FALSE(answer.from.has_value());
  EXPECT_EQ(answer.obstacles.at(0).basis, "SPC-LIST-2013/二");
}

TEST(Repairability, RefusesWithTheDayToComeBack) {
  const auto may = check_repairable(
      book(), repair_facts(book(), penalty("罚款", Date(2026, 5, 10))), Date(2026, 6, 1));
  EXPECT_EQ(may.error().code, ErrorCode::conflict);
  EXPECT_EQ(may.error().basis, "NDRC-36-2025/8");
  EXPECT_THAT(may.error().remedy.zh, HasSubstr("2026-08-10"));
  EXPECT_THAT(may.error().remedy.en, HasSubstr("2026-08-10"));
}

// ---- the first lawful day is the first

rc::Gen<Date> days(Date from, Date to) {
  return rc::gen::map(rc::gen::inRange(from.days(), to.days()),
                      [](std::int32_t day) { return Date(day); });
}

rc::Gen<std::string> kinds() {
  return rc::gen::element<std::string>("警告", "罚款", "责令停产停业", "降低资质等级", "限制从业",
                                       "暂扣许可证件", "吊销许可证件", "其他-责令改正");
}

ShownRecord any_penalty() {
  auto record = penalty(*kinds(), *days(Date(2019, 7, 1), Date(2027, 1, 1)));
  if (*rc::gen::arbitrary<bool>()) record.issuing_body = "烟台市市场监督管理局";
  if (*rc::gen::arbitrary<bool>())
    record.valid_to = record.decided_on->plus_days(*rc::gen::inRange(0, 2'500));
  if (*rc::gen::inRange(0, 8) == 0) record.valid_to = forever;
  if (*rc::gen::arbitrary<bool>()) {
    const Date ended = record.decided_on->plus_days(-*rc::gen::inRange(0, 900));
    record.fields.push_back({"CF_XWJSRQ", {}, to_string(ended), false});
  }
  return record;
}

RC_GTEST_PROP(Repairability, FindsTheFirstLawfulDayAndNoEarlierOneIsLawful, ()) {
  auto facts = repair_facts(book(), any_penalty());
  for (int findings = *rc::gen::inRange(0, 3); findings > 0; --findings)
    facts.barred_until.push_back(*days(Date(2020, 1, 1), Date(2030, 1, 1)));
  const Date today = *days(Date(2019, 7, 1), Date(2030, 1, 1));
  const auto answer = repairability(book(), facts, today);
  // Beyond the five years nothing is repaired.
  const Date end = answer.from.value_or(std::max(today, *facts.publicity.disclosure_end));
  for (Date day = today; day < end; day = day.plus_days(1))
    RC_ASSERT(!check_repairable(book(), facts, day).has_value());
  if (answer.from) RC_ASSERT(check_repairable(book(), facts, end).has_value());
  RC_ASSERT(answer.now == (answer.from == today));
}

// ---- the path

DisclosedFile file_of(std::vector<ShownRecord> records, Date day) {
  DisclosedFile file;
  file.subject.id = SubjectId(7);
  file.subject.kind = "organization";
  file.records = std::move(records);
  file.as_of = {day, start_of(day)};
  file.audience = "self";
  return file;
}

TEST(Path, OrdersStepsByTheDayTheyCanBeTaken) {
  ShownRecord permit;
  permit.item = "permit";
  permit.nature = "basic";
  const auto path = path_to_repair(
      book(),
      file_of({penalty("吊销许可证件", Date(2026, 5, 10)), penalty("警告", Date(2026, 5, 11)),
               permit, penalty("罚款", Date(2026, 5, 12))},
              Date(2026, 6, 1)),
      {});
  ASSERT_EQ(path.steps.size(), 3U);
  EXPECT_EQ(path.steps[0].repair.from, Date(2026, 8, 12));
  EXPECT_EQ(path.steps[1].repair.from, Date(2027, 5, 10));
  EXPECT_FALSE(path.steps[2].repair.from.has_value());
  EXPECT_EQ(path.clear_from, Date(2027, 5, 10));
  EXPECT_THAT(path.summary.zh, HasSubstr("2 条"));
  EXPECT_THAT(path.summary.zh, HasSubstr("2027-05-10"));
}

TEST(Path, SaysWhatChangesForEachAudience) {
  const auto path =
      path_to_repair(book(), file_of({penalty("罚款", Date(2026, 5, 10))}, Date(2026, 6, 1)), {});
  const RepairStep& step = path.steps.at(0);
  EXPECT_EQ(step.today.at(0).audience, "open");
  EXPECT_TRUE(step.today.at(0).shown);
  EXPECT_EQ(step.today.at(0).until, Date(2027, 5, 10));  // one year
  EXPECT_TRUE(step.today.at(1).shown);
  EXPECT_EQ(step.today.at(1).until, Date(2031, 5, 10));  // five years
  for (const Standing& standing : step.afterwards) EXPECT_FALSE(standing.shown);
  EXPECT_TRUE(step.dry_run.verified);
}

TEST(Path, LeavesOutNothingForARecordRepairedAlready) {
  const auto record = penalty("罚款", Date(2026, 5, 10));
  const auto path =
      path_to_repair(book(), file_of({record}, Date(2026, 9, 1)), {{record.record}, {}, {}});
  EXPECT_FALSE(path.steps.at(0).today.at(0).shown);
  EXPECT_EQ(path.steps.at(0).repair.obstacles.at(0).code, "already");
  EXPECT_FALSE(path.clear_from.has_value());
}

// What cannot be repaired is shown until its publicity ends; the path is not clear before.
TEST(Path, IsClearWhenTheLastOneEndsByItself) {
  auto banned = penalty("限制从业", Date(2026, 5, 10));
  banned.valid_to = Date(2032, 5, 9);  // beyond the five years
  const auto path = path_to_repair(book(), file_of({banned}, Date(2026, 6, 1)), {});
  EXPECT_FALSE(path.steps.at(0).repair.from.has_value());
  EXPECT_EQ(path.clear_from, Date(2031, 5, 10));
}

RC_GTEST_PROP(Path, GivesOnlyDaysThatPassedTheirDryRun, ()) {
  const auto path = path_to_repair(
      book(), file_of({any_penalty(), any_penalty()}, *days(Date(2019, 7, 1), Date(2030, 1, 1))),
      {{}, {}, {*days(Date(2020, 1, 1), Date(2030, 1, 1))}});
  for (const RepairStep& step : path.steps) {
    RC_ASSERT(step.dry_run.verified == step.repair.from.has_value());
    RC_ASSERT(step.afterwards.empty() == !step.repair.from.has_value());
  }
}

// ---- the notice

TEST(RepairNotice, SaysWhenWithWhatAndWhere) {
  const auto notice = repair_notice(book(), penalty("罚款", Date(2026, 5, 10)));
  ASSERT_TRUE(notice.has_value());
  EXPECT_EQ(notice->subject_name, "山东某某建筑有限公司");
  EXPECT_EQ(notice->severity, "general");
  EXPECT_EQ(notice->earliest, Date(2026, 8, 10));
  EXPECT_EQ(notice->publicity_end, Date(2027, 5, 10));
  EXPECT_THAT(notice->when.zh, HasSubstr("公示至 2027-05-09 止"));
  EXPECT_EQ(notice->materials.size(), 2U);
  EXPECT_THAT(notice->bases, testing::Contains("NDRC-36-2025/8"));
}

TEST(RepairNotice, SaysWhyThereIsNoRepair) {
  auto record = penalty("限制从业", Date(2026, 5, 10));
  record.valid_to = forever;
  const auto notice = repair_notice(book(), record);
  EXPECT_FALSE(notice->earliest.has_value());
  EXPECT_THAT(notice->when.zh, HasSubstr("长期执行"));
  EXPECT_TRUE(notice->materials.empty());
  EXPECT_THAT(repair_notice(book(), penalty("警告", Date(2026, 5, 10)))->when.zh,
              HasSubstr("不予公示"));
}

TEST(RepairNotice, IsForPenaltiesOfOrganisationsAlone) {
  auto person = penalty("罚款", Date(2026, 5, 10));
  person.fields.at(1).value = "自然人";
  auto permit = penalty("罚款", Date(2026, 5, 10));
  permit.item = "permit";
  const std::vector<ShownRecord> batch = {person, permit, penalty("罚款", Date(2026, 5, 12))};
  EXPECT_EQ(repair_notices(book(), batch).size(), 1U);
}

TEST(RepairNotice, IsAPageOfItsOwnWithoutScriptsHoweverTheSubjectIsCalled) {
  auto hostile = penalty("罚款", Date(2026, 5, 10));
  hostile.fields.at(0).value = "<script>alert(1)</script>";
  const std::vector<ShownRecord> batch = {hostile, penalty("吊销许可证件", Date(2026, 5, 11))};
  const auto page = to_html(book(), repair_notices(book(), batch), "山东省公共信用信息中心");
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(page, HasSubstr("</article>\n<article>"));
  EXPECT_THAT(page, HasSubstr("break-before:page"));
  EXPECT_THAT(page, HasSubstr("《信用修复管理办法》第八条"));
}

}  // namespace
}  // namespace credence::app
