// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "domain/identifiers.h"
#include "store/session.h"
#include "support/platform.h"

// What counters, companies, citizens and auditors are told, and what they are not.

namespace credence::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Asking : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text());
  }
  Platform& platform() { return *platform_; }
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Asking, both_engines, engine_name);

TEST_P(Asking, AnyOfItsCodesOpensAnOrganisationsFile) {
  for (const auto& code : {company, std::string("91370100ma3abcd15f"), company.substr(8, 9),
                           company.substr(8, 8) + "-" + company.substr(16, 1)}) {
    EXPECT_EQ(platform().ask(code).subject.name, "济南明信科技有限公司") << code;
  }
}

TEST_P(Asking, EachRecordCarriesItsSourceReasonAndArticle) {
  const auto penalty = platform().records_of(company, "penalty").at(0);
  EXPECT_EQ(penalty.source.provider, bureau);
  EXPECT_EQ(penalty.source.row, 2);
  EXPECT_FALSE(penalty.reason.zh.empty());
  EXPECT_FALSE(penalty.basis.empty());
  EXPECT_EQ(penalty.publicity_end, Date(2027, 5, 7));  // while the penalty runs, one year at least
  EXPECT_EQ(penalty.disclosure_end, Date(2031, 5, 6));
}

// SD-2020 art. 20, PIPL art. 25: natural persons are in no search, no list, and no public answer.
TEST_P(Asking, Article20NaturalPersonsAreFoundByNobodyInPublic) {
  platform().query->follow();
  EXPECT_TRUE(platform().query->search("张三", 10).hits.empty());
  EXPECT_EQ(platform().names->size(), 1U);
  const auto refused = platform().ask(citizen, platform().permit());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
  for (const char* purpose : {"public", "stewardship"}) {
    const auto permit = platform().permit(purpose, purpose == std::string("public") ? "" : "李工");
    auto pending = platform().query->list(*platform().book, permit, {"penalty", "", "", "", ""},
                                          100, "", platform().now());
    for (const auto& record :
         platform().ledger->release(permit, std::move(pending).or_throw()).records) {
      EXPECT_EQ(record.document_number, "济市监罚〔2026〕1号");
    }
  }
}

// A person that is there and one that is not are answered alike.
TEST_P(Asking, Article20ARefusalDoesNotTellWhetherThePersonIsKnown) {
  const auto there = platform().ask(citizen, platform().permit());
  const std::string body = "11010519491231003";
  const auto not_there =
      platform().ask(body + domain::resident_id_check(body), platform().permit());
  ASSERT_FALSE(there.has_value() || not_there.has_value());
  EXPECT_EQ(there.error().id, not_there.error().id);
  EXPECT_EQ(there.error().message, not_there.error().message);
}

// SD-2020 art. 22: a public body with a statutory purpose and a matter number; art. 37: the person.
TEST_P(Asking, Article22APublicBodyOpensAPersonsFileWithAMatterNumberOnly) {
  const auto without =
      platform().gate->admit(*platform().book, platform().caller_for("permit_review", "李工"),
                             {"permit_review", "", "", "test", ""});
  EXPECT_EQ(without.error().id, "access.matter_required");
  const auto file =
      platform().ask(citizen, platform().permit("permit_review", "李工", "办件2026-1")).or_throw();
  ASSERT_EQ(file.records.size(), 1U);
  EXPECT_EQ(file.subject.name, "");  // masked fields only
  for (const auto& field : file.records[0].fields)
    EXPECT_THAT(field.value, Not(HasSubstr(citizen)));
}

TEST_P(Asking, Article37ThePersonSeesTheirOwnFileInFull) {
  const auto file = platform().ask(citizen, platform().permit("self", "张三")).or_throw();
  ASSERT_EQ(file.records.size(), 1U);
  const auto& fields = file.records[0].fields;
  EXPECT_TRUE(
      std::ranges::any_of(fields, [](const auto& field) { return field.value == citizen; }));
}

TEST_P(Asking, PersonalFieldsOfAnOrganisationsRecordAreNeverPublic) {
  for (const auto& field : platform().records_of(company, "penalty").at(0).fields) {
    EXPECT_THAT(field.value, Not(HasSubstr("王小明")));
  }
}

// SD-2020 art. 38: five years from the end of the conduct, for everybody; one day late is a defect.
TEST_P(Asking, Article38TheRecordEndsOnTheVeryDay) {
  PenaltyRow old;
  old.number = "济市监罚〔2026〕8号";
  old.kinds = "吊销许可证件;罚款";
  old.conduct_end = "2022-02-28";
  old.valid_to = "2099-12-31";
  std::string text = penalty_header;
  text.insert(text.size() - 1, ",暂扣或吊销证照名称及编号");
  std::string row = old.text();
  row.insert(row.size() - 1, ",食品经营许可证1号");
  ASSERT_EQ(platform().take("penalty", text + row).added, 1);
  platform().set_day(Date(2027, 2, 27));
  EXPECT_EQ(platform().records_of(company, "penalty").size(), 2U);
  platform().set_day(Date(2027, 2, 28));
  EXPECT_EQ(platform().records_of(company, "penalty").size(), 1U);
  const auto officer =
      platform().ask(company, platform().permit("permit_review", "李工", "办件2027-1")).or_throw();
  EXPECT_EQ(std::ranges::count(officer.records, "penalty", &app::ShownRecord::item), 1);
  EXPECT_EQ(officer.withheld.at(0).basis, "SD-2020/38");
}

// No answer without a trace (DESIGN 2.7).
TEST_P(Asking, AnAttributedAnswerLeavesAnEntryAndAnAnonymousOneACount) {
  platform().ask(company, platform().permit("permit_review", "李工", "办件2026-7")).or_throw();
  platform().ask(company);
  platform().ask(company);
  const auto lease = platform().settled();
  EXPECT_EQ(store::count_rows(lease.sql(), "access_entry"), 1);
  std::string asker, matter;
  lease.sql() << "SELECT asker, matter FROM access_entry", soci::into(asker), soci::into(matter);
  EXPECT_EQ(asker, "李工");
  EXPECT_EQ(matter, "办件2026-7");
  int views = 0;
  lease.sql() << "SELECT views FROM public_view", soci::into(views);
  EXPECT_EQ(views, 2);
}

// More of this in journal_story_test.cc.
TEST_P(Asking, WhenTheTraceCannotBeWrittenThereIsNoAnswer) {
  std::ofstream(place().folder() / store::journal_name) << "in the way of the folder";
  const auto permit = platform().permit("permit_review", "李工", "办件2026-7");
  auto pending = platform().query->by_code(*platform().book, permit, company, platform().now());
  EXPECT_ANY_THROW((void)platform().ledger->release(permit, std::move(pending).or_throw()));
}

TEST_P(Asking, ListsFilterByRegionBodyAndDay) {
  const auto found = [&](app::ListFilter filter) {
    auto pending = platform().query->list(*platform().book, platform().permit(), filter, 10, "",
                                          platform().now());
    return platform()
        .ledger->release(platform().permit(), std::move(pending).or_throw())
        .records.size();
  };
  EXPECT_EQ(found({"penalty", "37", "", "", ""}), 1U);
  EXPECT_EQ(found({"penalty", "36", "", "", ""}), 0U);
  EXPECT_EQ(found({"penalty", "", bureau, "2026-05-06", "2026-05-06"}), 1U);
  EXPECT_EQ(found({"penalty", "", bureau, "2026-05-07", ""}), 0U);
}

TEST_P(Asking, AReportIsGivenAgainByteForByteAndConfirmed) {
  const auto permit = platform().permit();
  const auto report = platform().reports->issue(permit, platform().ask(company), "社会公众查询");
  const auto again = platform().reports->find(report.number).or_throw();
  EXPECT_EQ(app::to_json_text(again), app::to_json_text(report));
  EXPECT_EQ(app::to_html(again), app::to_html(report));
  EXPECT_EQ(app::to_pdf(again), app::to_pdf(report));
  EXPECT_EQ(report.number.size(), 22U);
  EXPECT_TRUE(platform().reports->confirm(report.number, report.check_code).genuine);
  EXPECT_FALSE(platform().reports->confirm(report.number, "AAAAAAAA").genuine);
}

TEST_P(Asking, AFormerNameStillLeadsToTheOrganisation) {
  platform().set_day(Date(2026, 6, 1));
  platform().take("organization_registration", registration("济南新名科技有限公司", company));
  platform().query->follow();
  const auto hits = platform().query->search("明信", 5);
  ASSERT_EQ(hits.hits.size(), 1U);
  EXPECT_EQ(hits.hits[0].name, "济南新名科技有限公司");
  EXPECT_EQ(hits.hits[0].matched, "former_name");
  EXPECT_EQ(platform().ask(company).subject.former_names.at(0), "济南明信科技有限公司");
}

}  // namespace
}  // namespace credence::testing
