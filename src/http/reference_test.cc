// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include "support/served.h"

// The register of laws and the divisions, as pages refer to them.

namespace credence::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class References : public ::testing::Test {
 protected:
  References() : place_(store::Engine::sqlite), platform_(place_), site_(platform_, place_) {
    spdlog::set_level(spdlog::level::off);
  }
  Response get(const std::string& target) {
    return site_.send(credence::testing::Site::get(target));
  }
  boost::json::value json(const std::string& target) {
    const auto answer = get(target);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return boost::json::parse(answer.body);
  }
  credence::testing::Place place_;
  credence::testing::Platform platform_;
  credence::testing::Site site_;
};

TEST_F(References, EveryLawStandsInTheRegisterWithHowManyRulesRestOnIt) {
  const auto laws = json("/api/v1/laws").as_array();
  EXPECT_EQ(laws.size(), platform_.book->laws.size());
  const auto answer = get("/api/v1/laws");
  EXPECT_THAT(answer.body, HasSubstr(R"("id":"SD-2020")"));
  EXPECT_THAT(
      answer.body,
      HasSubstr(
          R"("level":"local_regulation","level_label":{"zh":"地方性法规","en":"local regulation"})"));
  for (const auto& law : laws) EXPECT_GE(law.at("rules").as_int64(), 0);
}

TEST_F(References, ALawNamesTheRulesThatCiteItWithTheArticleInWords) {
  const auto law = json("/api/v1/laws/PIPL-2021");
  const auto& rules = law.at("cited_by").as_array();
  EXPECT_LE(law.at("law").at("rules").as_int64(), static_cast<std::int64_t>(rules.size()));
  const auto text = get("/api/v1/laws/PIPL-2021").body;
  EXPECT_THAT(text, HasSubstr(R"("kind":"rights","kind_label":{"zh":"个人信息权利")"));
  EXPECT_THAT(text, HasSubstr("第四十五条"));
  EXPECT_THAT(text, HasSubstr("art. 45"));
  EXPECT_EQ(get("/api/v1/laws/NONE-1900").status, 404);
}

TEST_F(References, TheDivisionsAreThoseOfTheProvinceInForceToday) {
  const auto regions = json("/api/v1/regions").as_array();
  EXPECT_EQ(regions.front().at("code"), "370000");
  const auto cities =
      std::ranges::count_if(regions, [](const auto& one) { return one.at("level") == "city"; });
  EXPECT_EQ(cities, 16);
  const auto text = get("/api/v1/regions").body;
  EXPECT_THAT(
      text,
      HasSubstr(
          R"({"code":"370102","name":"历下区","level":"county","level_label":{"zh":"县级","en":"county"},"parent":"370100"})"));
  EXPECT_THAT(text, Not(HasSubstr("莱芜市")));
}

TEST_F(References, OtherDivisionsAreFoundByTheBeginningOfTheirCode) {
  EXPECT_EQ(json("/api/v1/regions?within=370100").as_array(),
            json("/api/v1/regions?within=3701").as_array());
  EXPECT_THAT(
      get("/api/v1/regions?within=11").body,
      HasSubstr(
          R"("code":"110101","name":"东城区","level":"county","level_label":{"zh":"县级","en":"county"},"parent":"110000")"));
  EXPECT_EQ(get("/api/v1/regions?within=abc").status, 400);
}

}  // namespace
}  // namespace credence::http
