// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include "base/text.h"
#include "support/served.h"

// Lists of records: whose each is, as a table for spreadsheets and as a feed.

namespace credence::http {
namespace {

using credence::testing::company;
using credence::testing::PenaltyRow;
using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class RecordFiles : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    std::string file = credence::testing::penalty_header + PenaltyRow().text() +
                       credence::testing::personal_penalty().text();
    PenaltyRow formula;
    formula.number = "=HYPERLINK(1)";
    EXPECT_EQ(platform_->take("penalty", file + formula.text()).rejected, 0);
    platform_->set_day(Date(2026, 5, 12));
    site_ = std::make_unique<Site>(*platform_, place());
  }
  Response get(const std::string& target) { return site_->send(Site::get(target)); }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
};
INSTANTIATE_TEST_SUITE_P(Engines, RecordFiles, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(RecordFiles, ARowOfAListTellsWhoseItIsAndNoPersonIsInOne) {
  const auto answer = get("/api/v1/records?item=penalty");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto records = boost::json::parse(answer.body).at("records").as_array();
  ASSERT_EQ(records.size(), 2U);
  for (const auto& record : records) {
    EXPECT_EQ(record.at("subject_name"), "济南明信科技有限公司");
    EXPECT_EQ(record.at("subject_code"), company.c_str());
    EXPECT_EQ(record.at("item"), "penalty");
  }
  EXPECT_THAT(answer.body, Not(HasSubstr("张三")));
}

TEST_P(RecordFiles, TheTableHasTheListsRowsAndNoFormula) {
  const auto answer = get("/api/v1/records.csv?item=penalty");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.type, "text/csv; charset=utf-8");
  EXPECT_THAT(answer.body, StartsWith("\xEF\xBB\xBF主体名称,统一社会信用代码,"));
  EXPECT_THAT(answer.body, HasSubstr("\r\n济南明信科技有限公司," + company + ",行政处罚信息,"));
  EXPECT_THAT(answer.body, HasSubstr(",2026-05-06,"));
  EXPECT_THAT(answer.body, HasSubstr("'=HYPERLINK(1)"));
  EXPECT_THAT(answer.body, Not(HasSubstr("张三")));
  EXPECT_EQ(split(answer.body, "\r\n").size(), 4U);  // head, two rows, and nothing after them
  EXPECT_EQ(get("/api/v1/records.csv?item=no_such").status, 400);
}

TEST_P(RecordFiles, ATableThatIsNotAllOfItSaysSoAndHowToGoOn) {
  const auto first = get("/api/v1/records.csv?item=penalty&limit=1");
  EXPECT_THAT(first.body, HasSubstr("还有更多记录"));
  const auto at = first.body.find("after=") + 6;
  const auto after = first.body.substr(at, first.body.find(' ', at) - at);
  const auto second = get("/api/v1/records.csv?item=penalty&limit=500&after=" + after);
  EXPECT_EQ(second.status, 200) << second.body;
  EXPECT_THAT(second.body, Not(HasSubstr("还有更多记录")));
  EXPECT_EQ(get("/api/v1/records.csv?after=anywhere").status, 400);
}

TEST_P(RecordFiles, AnAttributedTableIsInTheLedgerAndInNoCache) {
  const auto open = get("/api/v1/records.csv?item=penalty");
  EXPECT_EQ(open.caching, Caching::revalidate);
  auto request = Site::get("/api/v1/records.csv?item=penalty&purpose=stewardship&matter=B1");
  request = Site::with_key(request, site_->key({{"steward"}, {}, {}, {}}));
  const auto answer = site_->send(request);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.caching, Caching::none);
  EXPECT_EQ(store::count_rows(platform_->settled().sql(), "access_entry"), 1);
}

TEST_P(RecordFiles, TheFeedIsAtomWithIdsThatStay) {
  const auto feed = get("/feeds/records.atom?item=penalty");
  ASSERT_EQ(feed.status, 200) << feed.body;
  EXPECT_EQ(feed.type, "application/atom+xml; charset=utf-8");
  EXPECT_THAT(feed.body, HasSubstr("<feed xmlns=\"http://www.w3.org/2005/Atom\""));
  EXPECT_THAT(feed.body, HasSubstr("<title>济南明信科技有限公司：行政处罚信息</title>"));
  EXPECT_THAT(feed.body, HasSubstr("href=\"http://127.0.0.1/org/" + company + "\""));
  EXPECT_THAT(feed.body, HasSubstr("<id>urn:uuid:"));
  EXPECT_THAT(feed.body, Not(HasSubstr("张三")));
  EXPECT_EQ(feed.etag, get("/feeds/records.atom?item=penalty").etag);
  platform_->set_day(Date(2026, 5, 13));
  EXPECT_EQ(feed.body, get("/feeds/records.atom?item=penalty").body);
}

TEST_P(RecordFiles, AFeedOfNothingIsStillAFeed) {
  const auto feed = get("/feeds/records.atom?item=permit");
  EXPECT_EQ(feed.status, 200);
  EXPECT_THAT(feed.body, HasSubstr("<updated>"));
  EXPECT_THAT(feed.body, Not(HasSubstr("<entry>")));
  EXPECT_EQ(get("/feeds/records.atom?region=x").status, 400);
}

}  // namespace
}  // namespace credence::http
