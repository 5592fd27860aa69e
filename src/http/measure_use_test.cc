// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include "base/text.h"
#include "support/served.h"

// Use and effect of measures over HTTP: who may read it, as JSON and for spreadsheets.

namespace credence::http {
namespace {

using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class MeasureUsePages : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    site_ = std::make_unique<Site>(*platform_, place());
  }
  Response get(const std::string& role, const std::string& query) {
    auto request = Site::get("/api/v1/measures/use" + query);
    if (!role.empty()) request = Site::with_key(request, site_->key({{role}, {}, {}, {}}));
    return site_->send(std::move(request));
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
};
INSTANTIATE_TEST_SUITE_P(Engines, MeasureUsePages, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(MeasureUsePages, EveryMeasureStandsInItWithItsArticleAndWhetherItWasEverApplied) {
  const auto answer = get("steward_lead", "?from=2026-01-01&to=2026-05-11");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr(R"("measure":"procurement_ban")"));
  EXPECT_THAT(answer.body, HasSubstr("《山东省社会信用条例》第三十条"));
  EXPECT_THAT(answer.body, HasSubstr(R"("never_applied":true)"));
  const auto one = get("audit_administrator", "?measure=green_channel");
  EXPECT_EQ(one.body.find("procurement_ban"), std::string::npos);
}

TEST_P(MeasureUsePages, ForSpreadsheetsItIsATableWithALineForEachMeasure) {
  const auto answer = get("steward", "?format=csv");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.type, "text/csv; charset=utf-8");
  EXPECT_THAT(answer.body, StartsWith("\xEF\xBB\xBF措施编号,"));
  EXPECT_THAT(answer.body, HasSubstr("\r\nprocurement_ban,限制参加政府采购活动,,合计,,,0,"));
  // As many fields in a line as the head has.
  const auto lines = split(answer.body, "\r\n");
  EXPECT_EQ(split(lines[0], ",").size(), split(lines[1], ",").size());
}

TEST_P(MeasureUsePages, OthersAreRefusedAndSoIsWhatMeansNothing) {
  EXPECT_EQ(get("", "").status, 401);
  EXPECT_EQ(get("counter_clerk", "").status, 403);
  EXPECT_EQ(get("steward", "?format=xml").status, 400);
  EXPECT_EQ(get("steward", "?from=2026-05-02&to=2026-05-01").status, 400);
}

}  // namespace
}  // namespace credence::http
