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

// PIPL art. 17, whole and in both languages.
TEST_F(References, ThePlatformTellsHowItProcessesPersonalData) {
  site_.services().issuer = "山东省公共信用信息中心";
  site_.services().centre = credence::testing::centre;
  platform_.put_units();
  const auto rules = json("/api/v1/processing-rules");
  EXPECT_EQ(rules.at("processor").at("unit_name"), "山东省公共信用信息中心");
  EXPECT_EQ(rules.at("processor").at("region_name"), "山东省");
  EXPECT_EQ(rules.at("purposes").as_array().size(), platform_.book->purposes.size());
  EXPECT_EQ(rules.at("rights").as_array().size(), platform_.book->rights.size());
  EXPECT_EQ(rules.at("never_collected").as_array().size(), platform_.book->denied.size());
  EXPECT_EQ(rules.at("never_done").as_array().size(), 7U);
  for (const auto& item : rules.at("items").as_array()) EXPECT_NE(item.at("disclosure"), "open");
  for (const char* part : {"purposes", "retention", "rights", "never_done", "never_collected"}) {
    for (const auto& one : rules.at(part).as_array()) {
      EXPECT_THAT(std::string(one.at("article").at("zh").as_string()), HasSubstr("《")) << part;
      EXPECT_FALSE(one.at("article").at("en").as_string().empty());
    }
  }
  const auto text = get("/api/v1/processing-rules").body;
  EXPECT_THAT(text, HasSubstr("证件号码"));
  EXPECT_THAT(text, HasSubstr("3个工作日"));
}

}  // namespace
}  // namespace credence::http
