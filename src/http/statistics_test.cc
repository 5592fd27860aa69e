// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include "support/served.h"

// Who may read which counts over HTTP.

namespace credence::http {
namespace {

using credence::testing::bureau;
using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::Not;

class StatisticsAddresses : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    platform_->take("penalty",
                    credence::testing::penalty_header + credence::testing::PenaltyRow().text());
    site_ = std::make_unique<Site>(*platform_, place());
  }
  Response get(const std::string& role, const std::string& target) {
    auto request = Site::get("/api/v1/statistics/" + target);
    if (!role.empty()) request = Site::with_key(request, site_->key({{role}, {}, {}, {}}));
    return site_->send(std::move(request));
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
};
INSTANTIATE_TEST_SUITE_P(Engines, StatisticsAddresses, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(StatisticsAddresses, EverybodyReadsHowManyRecordsThereAre) {
  const auto answer = get("", "records");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr(R"("totals":{"records":1,"organizations":1})"));
  EXPECT_THAT(answer.body, HasSubstr(R"("region":"370000","region_label":"山东省")"));
  EXPECT_THAT(answer.body, Not(HasSubstr(credence::testing::company)));
}

TEST_P(StatisticsAddresses, AProviderReadsItsOwnSubmissionsAndNoOthers) {
  const auto own = get("provider_clerk", "quality?from=2026-05-01&to=2026-05-31");
  ASSERT_EQ(own.status, 200) << own.body;
  EXPECT_THAT(own.body, HasSubstr(R"("month":"2026-05","provider":")" + bureau));
  EXPECT_THAT(own.body, HasSubstr(R"("batches":1,"sent":1,"added":1,)"));
  EXPECT_EQ(get("provider_clerk", "quality?provider=" + credence::testing::centre).status, 403);
  EXPECT_EQ(get("", "quality").status, 401);
  EXPECT_EQ(get("counter_clerk", "quality").status, 403);
}

TEST_P(StatisticsAddresses, LooksAreForTheCreditCentreAndAuditors) {
  EXPECT_EQ(get("", "looks").status, 401);
  EXPECT_EQ(get("counter_clerk", "looks").status, 403);
  EXPECT_EQ(get("provider_clerk", "looks").status, 403);
  for (const char* role : {"steward", "audit_administrator"}) {
    const auto answer = get(role, "looks");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_THAT(answer.body, HasSubstr(R"("public_views":)"));
  }
  EXPECT_EQ(get("steward", "looks?from=2024-01-01&to=2026-01-01").status, 400);
}

}  // namespace
}  // namespace credence::http
