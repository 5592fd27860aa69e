// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <chrono>
#include <map>

#include "app/lists/campaigns.h"
#include "app/lists/lists.h"
#include "store/marks.h"
#include "support/list_rows.h"
#include "support/platform.h"

// Who is on lists, whether lists grow too wide, what a change of rules would do before it does it,
// and campaigns.

namespace credence::testing {
namespace {

using app::ChangedFile;
using app::Holding;
using app::Preview;
using domain::MarkKind;
using rulebook::Consequences;
using rulebook::RuleBook;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string tax = "重大税收违法失信主体";
const std::string statistics = "统计严重失信企业";

// As it is registered, where it is.
std::string named(const std::string& code) {
  return code == company ? "济南明信化工有限公司" : name_of(code);
}

std::string coercion_row(const std::string& code, int number, Date decided) {
  return line({{"QZ_XDR_MC", named(code)},
               {"QZ_XDR_LB", code == shop ? "个体工商户" : "法人及非法人组织"},
               {"QZ_XDR_SHXYM", code},
               {"QZ_FRDB", "王小明"},
               {"QZ_WSH", "强字" + std::to_string(number) + "号"},
               {"QZ_SXMC", "查封设施"},
               {"QZ_LB", "行政强制措施"},
               {"QZ_ZL", "查封"},
               {"QZ_SY", "违法排放"},
               {"QZ_NR", "查封设施三十日"},
               {"QZ_JDRQ", to_string(decided)},
               {"QZ_JDJG", "济南市生态环境局"},
               {"QZ_JDJGDM", bureau},
               {"QZ_LYDW", "山东省市场监督管理局"},
               {"QZ_LYDWDM", bureau}});
}

class Lists : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    take("organization_registration", registration(named(company), company), "file.csv");
    lead_ = platform().caller("sunlei", {{"steward_lead"}, {}, {}, {}}, centre);
    provider_ = platform().caller("lihua", {{"provider_clerk"}, {}, {}, {}});
  }
  Platform& platform() { return *platform_; }
  const RuleBook& book() { return *platform().book; }
  Date today() { return platform().clock.now().day(); }

  void take(const std::string& item, const std::string& bytes, const std::string& file) {
    const auto receipt = platform().send(item, bytes, file).or_throw();
    ASSERT_EQ(receipt.rejected, 0) << wire::to_line(receipt);
  }
  void list(const std::string& code, const std::string& category, int number, Date listed,
            const std::string& removed = "") {
    take("serious_dishonesty",
         replaced(entry_row(code, number, category, listed, "", removed), name_of(code),
                  named(code)),
         "list.jsonl");
  }
  void penalty(const std::string& code, const std::string& number, const std::string& kinds,
               const std::string& fine, Date decided) {
    PenaltyRow row;
    row.code = code;
    row.name = named(code);
    row.kind = code == shop ? "个体工商户" : "法人及非法人组织";
    row.number = number;
    row.kinds = kinds;
    row.fine = fine;
    row.decided = to_string(decided);
    row.valid_to = to_string(decided.plus_days(365));
    take("penalty", penalty_header + row.text(), "file.csv");
  }
  // A little of everything, old and new.
  void history() {
    list(company, tax, 1, Date(2024, 3, 2));
    list(company, statistics, 2, Date(2022, 1, 10));
    list(bank, tax, 3, Date(2023, 9, 1), "2025-02-03");
    list(shop, tax, 4, Date(2025, 12, 1));
    penalty(company, "罚1号", "罚款", "2", Date(2026, 1, 9));
    penalty(bank, "罚2号", "警告", "", Date(2022, 4, 1));
    penalty(shop, "罚3号", "罚款", "300", Date(2025, 8, 1));
    take("penalty", penalty_header + personal_penalty().text(), "file.csv");
    take("model_taxpayer", grade_row(bank, 2025, Date(2026, 4, 20), ""), "grade.jsonl");
    take("coercion", coercion_row(bank, 1, Date(2022, 5, 30)), "coercion.jsonl");
    take("coercion", coercion_row(shop, 2, Date(2026, 2, 1)), "coercion.jsonl");
  }
  void mark(const std::string& code, const std::string& item, MarkKind kind) {
    store::RecordMark one;
    one.subject = platform().subject_of(code);
    store::RecordFilter filter;
    filter.subject = one.subject;
    filter.items = {book().catalogue.find(item)->number};
    one.record = store::find_records(platform().database->read().sql(), filter, 1, std::nullopt)
                     .at(0)
                     .columns.key;
    one.kind = kind;
    one.case_number = "YY20260511-00000001";
    one.basis = "SD-2020/40";
    platform().database->facts().run(
        [&](store::Write& write) { store::put_mark(write, platform().random, one); });
  }
  std::string file(const std::string& path) { return book().files.at(path); }
  static std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
  }

  // ---- changes of rules

  // A list over an item that no rule concerned until now, and a measure for it.
  std::vector<ChangedFile> new_list() {
    const std::string entries = "entries: [{item: serious_dishonesty, categories: [" + tax + "]}]";
    // Kept elsewhere: a list that is entered by cases here names a category.
    const std::string elsewhere =
        replaced(file("lists/tax_major.yaml"), "entry: listing\nexit: delisting\n", "");
    const std::string open_end = replaced(elsewhere, "term_months: 36\n", "");
    return {{"lists/sealed_up.yaml", replaced(open_end, entries, "entries: [{item: coercion}]")},
            {"measures/sealed_up_limit.yaml",
             replaced(file("measures/tender_ban.yaml"),
                      "grounds: [{list: tendering}, {list: construction}]",
                      "grounds: [{list: sealed_up}]")}};
  }
  std::vector<ChangedFile> widened() {
    return {{"measures/tender_ban.yaml",
             replaced(file("measures/tender_ban.yaml"), "{list: construction}]",
                      "{list: construction}, {list: tax_major}, {item: penalty}]")}};
  }
  std::vector<ChangedFile> shortened() {
    return {{"lists/tax_major.yaml",
             replaced(file("lists/tax_major.yaml"), "term_months: 36", "term_months: 6")}};
  }
  app::Permit steward() { return platform().permit("stewardship", "wangjing"); }
  Preview preview(const std::vector<ChangedFile>& files, Date day) {
    const auto after = app::changed_book(book(), files).or_throw();
    const auto asking = steward();
    return platform().ledger->release(
        asking, platform().lists->preview(book(), *after, asking, day, 1'000).or_throw());
  }

  using ByRule = std::map<std::pair<std::string, std::string>,
                          std::pair<Date, std::optional<Date>>>;  // (sort, id) → span
  // What really holds for a subject: by the index of these rules.
  static ByRule really(const Consequences& rules, app::StandingIndex& index, SubjectId subject,
                       Date day) {
    ByRule held;
    const auto found = index.of(subject);
    if (found.heads.empty() || found.heads.front().kind() == domain::SubjectKind::person)
      return held;
    for (const Holding& one : app::holdings_of(rules, found.heads, day))
      held[{one.sort == Holding::Sort::list ? "list" : "measure", one.id}] = {one.span.since,
                                                                              one.span.until};
    return held;
  }
  // What holds before, with what the preview says changes.
  static ByRule foreseen(ByRule held, const Preview& preview, SubjectId subject) {
    for (const auto& told : preview.subjects) {
      if (told.subject != subject) continue;
      for (const auto& change : told.changes) {
        if (change.how == "lost") {
          EXPECT_EQ(held.erase({change.sort, change.id}), 1U) << change.id;
        } else {
          held[{change.sort, change.id}] = {*change.since_after, change.until_after};
        }
      }
    }
    return held;
  }
  // Puts the new rules in force and compares for every subject there is.
  void expect_real(const std::vector<ChangedFile>& files, Date day) {
    const auto said = preview(files, day);
    ASSERT_TRUE(said.complete);
    const auto after = app::changed_book(book(), files).or_throw();
    const Consequences then(*after);
    app::StandingIndex index(*platform().database, then);
    std::size_t different = 0;
    for (const auto& subject :
         store::subjects_after(platform().database->read().sql(), SubjectId(-1), 1'000)) {
      const auto before = really(platform().editions->now(), *platform().standing, subject.id, day);
      const auto real = really(then, index, subject.id, day);
      EXPECT_EQ(foreseen(before, said, subject.id), real) << subject.name;
      if (before != real) ++different;
    }
    EXPECT_EQ(said.subjects.size(), different);
    EXPECT_EQ(said.totals.bound + said.totals.freed + said.totals.changed,
              static_cast<std::int64_t>(said.subjects.size()));
    EXPECT_EQ(said.edition_after, after->edition);
  }
  const app::PreviewedSubject& told_of(const Preview& said, const std::string& code) {
    const auto at = std::ranges::find(said.subjects, platform().subject_of(code),
                                      &app::PreviewedSubject::subject);
    if (at == said.subjects.end()) throw std::runtime_error("not affected: " + code);
    return *at;
  }
  const app::ListSpread& spread_of(const app::SpreadReport& report, const std::string& list) {
    return *std::ranges::find(report.lists, list, &app::ListSpread::list);
  }

  app::CampaignForm campaign() {
    return {"ZX-2026-01",
            "涉税领域专项治理",
            "SDPLAN-145/四",
            "督促缴清税款",
            {"tax_major"},
            {},
            "",
            {},
            {},
            {{"", bureau}}};
  }

  std::unique_ptr<Platform> platform_;
  app::Caller lead_ = app::Caller::anonymous(), provider_ = lead_;
};

// ---- the preview

TEST_P(Lists, PreviewOfANewListEqualsReality) {
  history();
  const int coercion = book().catalogue.find("coercion")->number;
  EXPECT_FALSE(platform().editions->now().concerns(coercion));
  for (const Date day : {today(), today().plus_days(400)}) expect_real(new_list(), day);
  const auto said = preview(new_list(), today());
  EXPECT_EQ(said.totals.bound + said.totals.changed, 2);
  EXPECT_THAT(said.rules, Contains(Field(&app::PreviewRule::id, "sealed_up")));
}

TEST_P(Lists, PreviewOfAWidenedMeasureEqualsReality) {
  history();
  mark(company, "penalty", MarkKind::disputed);
  mark(shop, "serious_dishonesty", MarkKind::lifted);
  for (const Date day : {today(), today().plus_days(200)}) expect_real(widened(), day);
  EXPECT_THAT(told_of(preview(widened(), today()), company).changes,
              ElementsAre(Field(&app::PreviewChange::id, "tender_ban")));
}

TEST_P(Lists, PreviewOfAShortenedTermEqualsReality) {
  history();
  for (const Date day : {today(), today().plus_days(30), today().plus_days(900)})
    expect_real(shortened(), day);
  const auto& changes = told_of(preview(shortened(), today()), company).changes;
  EXPECT_THAT(changes, Contains(Field(&app::PreviewChange::how, "lost")));
}

TEST_P(Lists, PreviewOfRepairedAndWithdrawnRecordsEqualsReality) {
  history();
  mark(company, "serious_dishonesty", MarkKind::repaired);
  mark(shop, "coercion", MarkKind::withdrawn);
  auto all = new_list();
  for (const auto& more : {widened(), shortened()}) all.insert(all.end(), more.begin(), more.end());
  expect_real(all, today());
}

TEST_P(Lists, PreviewChangesNothingAndTracesWhomItNames) {
  history();
  const auto edition = book().edition;
  const auto said = preview(widened(), today());
  EXPECT_EQ(book().edition, edition);
  const auto row = platform().settled().sql().query(
      "SELECT COUNT(DISTINCT subject_id) FROM access_entry WHERE items = $1",
      {std::string_view("preview/" + said.edition_after)});
  ASSERT_TRUE(row->next());
  EXPECT_EQ(row->number(0), static_cast<std::int64_t>(said.subjects.size()));
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Lists, PreviewIsForStewardsAndOfRulesThatCanBeRead) {
  const auto supervising = platform().permit("supervision", "zhangwei", "JG-1");
  EXPECT_EQ(platform().lists->preview(book(), book(), supervising, today(), 10).error().id,
            "preview.audience");
  EXPECT_EQ(app::changed_book(book(), {}).error().id, "preview.nothing");
  const auto wrong = app::changed_book(
      book(), {{"lists/tax_major.yaml",
                replaced(file("lists/tax_major.yaml"), "basis: [GBF-2020-49/二, SD-2020/29]",
                         "basis: [SD-2020/29]")}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().id, "preview.rules");
  EXPECT_EQ(wrong.error().place.file, "lists/tax_major.yaml");
}

TEST_P(Lists, SurprisingIsWhoIsNewlyBoundByAnOldSingleDisputedRecordWhileHonoured) {
  take("model_taxpayer", grade_row(bank, 2025, Date(2026, 4, 20), ""), "grade.jsonl");
  take("coercion", coercion_row(bank, 1, Date(2022, 5, 30)), "coercion.jsonl");
  take("coercion", coercion_row(company, 2, Date(2026, 2, 1)), "coercion.jsonl");
  mark(bank, "coercion", MarkKind::disputed);
  const auto said = preview(new_list(), today());
  ASSERT_THAT(said.surprising, SizeIs(2));
  EXPECT_EQ(said.surprising[0].code, bank);
  EXPECT_THAT(said.surprising[0].surprising, Contains(Field(&app::PreviewReason::id, "honoured")));
  EXPECT_THAT(said.surprising[0].surprising, Contains(Field(&app::PreviewReason::id, "disputed")));
  EXPECT_EQ(said.surprising[1].code, company);
  EXPECT_THAT(said.surprising[1].surprising,
              ElementsAre(Field(&app::PreviewReason::id, "single"),
                          Field(&app::PreviewReason::id, "long_registered")));
  EXPECT_EQ(said.surprising[1].trade, "化工");
  EXPECT_EQ(said.surprising[1].region, "370100");
}

// ---- the spread

TEST_P(Lists, SpreadCountsASubjectOnceAndFollowsItThroughTheMonths) {
  list(company, tax, 1, Date(2025, 12, 2));
  list(company, tax, 2, Date(2026, 2, 2));
  list(bank, tax, 3, Date(2025, 1, 15), "2025-03-03");
  list(shop, tax, 4, Date(2026, 5, 1));
  const auto report = platform().lists->spread(book(), lead_).or_throw();
  const auto& spread = spread_of(report, "tax_major");
  EXPECT_EQ(spread.on, 2);
  EXPECT_EQ(spread.year_ago, 0);
  EXPECT_FALSE(spread.growth_percent);
  EXPECT_EQ(spread.entered, 3);
  EXPECT_EQ(spread.left, 1);
  ASSERT_THAT(spread.months, SizeIs(24));
  EXPECT_EQ(spread.months.back().month, "2026-05");
  EXPECT_EQ(spread.months.back().entered, 1);
  EXPECT_EQ(spread.months.back().on, 2);
  EXPECT_EQ(spread.months[8].month, "2025-02");
  EXPECT_EQ(spread.months[8].on, 1);
  EXPECT_EQ(spread.months[9].left, 1);
  // A firm of a million yuan and an individual business.
  EXPECT_EQ(spread.small, 2);
  EXPECT_EQ(spread.size_known, 2);
  EXPECT_THAT(spread.by_region, SizeIs(2));
  // Too few to say anything.
  EXPECT_THAT(spread.flags, IsEmpty());
  EXPECT_THAT(app::spread_csv(report),
              HasSubstr("\r\ntax_major,重大税收违法失信主体,serious,2,3,1,0"));
  EXPECT_THAT(platform().lists->lines(book()),
              Contains(::testing::AllOf(Field(&app::ListLine::id, "tax_major"),
                                        Field(&app::ListLine::on, 2))));
}

TEST_P(Lists, SpreadTellsWhoIsOffBecauseTheRecordWasRepairedOrWithdrawn) {
  list(company, tax, 1, Date(2025, 12, 2));
  list(shop, tax, 2, Date(2025, 12, 2));
  list(bank, tax, 3, Date(2025, 12, 2));
  mark(company, "serious_dishonesty", MarkKind::repaired);
  mark(shop, "serious_dishonesty", MarkKind::withdrawn);
  mark(bank, "serious_dishonesty", MarkKind::disputed);
  const auto spread = spread_of(platform().lists->spread(book(), lead_).or_throw(), "tax_major");
  EXPECT_EQ(spread.on, 1);
  EXPECT_EQ(spread.repaired, 1);
  EXPECT_EQ(spread.withdrawn, 1);
  EXPECT_EQ(spread.disputed, 1);
  EXPECT_EQ(spread.months.back().left, 2);
}

TEST_P(Lists, SpreadIsForStewardsAndWhoSupervises) {
  EXPECT_EQ(platform().lists->spread(book(), provider_).error().id, "access.power");
  EXPECT_EQ(platform().lists->spread(book(), app::Caller::anonymous()).error().id,
            "access.unidentified");
}

TEST_P(Lists, AListSaysWhatItLeadsTo) {
  list(company, tax, 1, Date(2025, 12, 2));
  const auto view = platform().lists->view(book(), "tax_major").or_throw();
  EXPECT_EQ(view.line.on, 1);
  EXPECT_THAT(view.measures, Contains(Field(&app::ListMeasureLine::id, "procurement_ban")));
  EXPECT_EQ(platform().lists->view(book(), "no_such").error().id, "lists.not_found");
}

// ---- campaigns

TEST_P(Lists, ACampaignGivesEachUnitItsTasksOnceAndTellsHowTheyGo) {
  list(company, tax, 1, Date(2025, 12, 2));
  list(shop, tax, 2, Date(2025, 12, 2));
  auto form = campaign();
  form.units = {{"3701", bureau}};  // nobody for Qingdao
  const auto begun = platform().campaigns->start(book(), lead_, form).or_throw();
  EXPECT_EQ(begun.tasks, 1);
  EXPECT_EQ(begun.without_unit, 1);
  EXPECT_EQ(platform().campaigns->gather(book(), lead_, form.id).or_throw().tasks, 1);
  EXPECT_EQ(platform().campaigns->start(book(), lead_, form).error().id, "campaign.exists");
  const auto due = platform().campaigns->progress(book(), lead_, form.id).or_throw();
  EXPECT_EQ(due.late, 0);
  platform().set_day(Date(2026, 8, 12));  // three months and a day on
  EXPECT_EQ(platform().campaigns->progress(book(), lead_, form.id).or_throw().late, 1);
  EXPECT_TRUE(platform().campaigns->close(book(), lead_, form.id).or_throw().closed);
  EXPECT_EQ(platform().campaigns->gather(book(), lead_, form.id).error().id, "campaign.closed");
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Lists, ATypicalCaseNamesTheOrganisationOnlyWhileItsRecordIsPublic) {
  list(company, tax, 1, Date(2025, 12, 2));
  ASSERT_EQ(platform().campaigns->start(book(), lead_, campaign()).or_throw().tasks, 1);
  const auto desk =
      platform().cases->list(book(), provider_, {"governance_task", true, true, "", 10}).or_throw();
  ASSERT_THAT(desk, SizeIs(1));
  const std::string number = desk[0].number;
  ASSERT_TRUE(platform().cases->act(
      book(), provider_, number,
      {"report", 1, {{"result", "rectified"}, {"findings", "税款已缴清"}}, {}}));
  const auto clerk = platform().caller("wangjing", {{"steward"}, {}, {}, {}}, centre);
  ASSERT_TRUE(platform().cases->act(book(), clerk, number, {"accept", 2, {}, {}}));
  ASSERT_TRUE(platform().cases->act(
      book(), clerk, number,
      {"mark_typical", 3, {{"summary", "济南明信化工有限公司约谈后一周内缴清税款"}}, {}}));
  const auto named = platform().campaigns->typical(book(), "ZX-2026-01").or_throw();
  ASSERT_THAT(named, SizeIs(1));
  EXPECT_EQ(named[0].name, "济南明信化工有限公司");
  EXPECT_EQ(named[0].result, "已整改");
  EXPECT_EQ(platform().campaigns->progress(book(), lead_, "ZX-2026-01").or_throw().done, 1);
  mark(company, "serious_dishonesty", MarkKind::repaired);
  const auto unnamed = platform().campaigns->typical(book(), "ZX-2026-01").or_throw();
  EXPECT_EQ(unnamed.at(0).name, "");
  EXPECT_EQ(unnamed.at(0).summary, "某单位约谈后一周内缴清税款");
}

TEST_P(Lists, ACampaignIsDecidedByWhoSupervisesAndNeverAboutPersons) {
  const auto clerk = platform().caller("wangjing", {{"steward"}, {}, {}, {}}, centre);
  EXPECT_EQ(platform().campaigns->start(book(), clerk, campaign()).error().id, "access.power");
  auto form = campaign();
  form.codes = {citizen};
  EXPECT_EQ(platform().campaigns->start(book(), lead_, form).error().id, "campaign.person");
  form = campaign();
  form.lists = {"no_such"};
  EXPECT_EQ(platform().campaigns->start(book(), lead_, form).error().id, "campaign.form");
  EXPECT_EQ(platform().campaigns->typical(book(), "ZX-0").error().id, "campaign.not_found");
}

INSTANTIATE_TEST_SUITE_P(Engines, Lists, both_engines, engine_name);

// ---- how fast

TEST(PreviewSpeed, ComparesTwoHundredThousandRecords) {
  const auto before = our_rules();
  auto files = before->files;
  const std::string path = "lists/tax_major.yaml", term = "term_months: 36";
  files[path].replace(files[path].find(term), term.size(), "term_months: 6");
  const auto after = app::book_of(files).or_throw();
  const Consequences now(*before), then(*after);
  constexpr int count = 200'000;
  std::vector<domain::RecordHead> heads(count);
  for (int i = 0; i < count; ++i) {
    auto& head = heads[static_cast<std::size_t>(i)];
    head.subject = SubjectId(i / 2);
    head.record = RecordKey(i);
    head.decided_on = Date(2023, 1, 1).plus_days(i % 1'000);
    head.item =
        static_cast<std::uint16_t>(i % 2 == 0 ? 601 : before->catalogue.find("penalty")->number);
    head.category = i % 2 == 0 ? rulebook::category_number(tax) : 0;
    head.severity = domain::Severity::general;
    head.set(domain::SubjectKind::organization, 0);
  }
  const auto start = std::chrono::steady_clock::now();
  std::int64_t changed = 0;
  const auto looked =
      app::each_change(now, then, heads, Date(2026, 5, 11), [&](const auto&, auto) { ++changed; });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(looked, count / 2);
  EXPECT_GT(changed, 0);
  std::cout << "[ preview  ] " << count << " records, " << changed
            << " organisations affected: " << static_cast<long long>(count / took.count())
            << " records/s\n";
}

TEST(Capital, IsReadOnlyWhereUnitAndCurrencyAreTold) {
  const auto wan = [](std::int64_t n) { return Money(n * 1'000'000); };
  EXPECT_EQ(app::capital_in("1000万人民币"), wan(1'000));
  EXPECT_EQ(app::capital_in("233.6000(万元人民币)"), Money(233'600'000));
  EXPECT_EQ(app::capital_in("1,200万元"), wan(1'200));
  EXPECT_EQ(app::capital_in("5亿元"), wan(50'000));
  for (const char* not_told : {"", "1000", "100万美元", "50万港元", "一百万元", "万元"})
    EXPECT_FALSE(app::capital_in(not_told)) << not_told;
}

}  // namespace
}  // namespace credence::testing
