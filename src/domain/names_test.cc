// SPDX-License-Identifier: Apache-2.0
#include "domain/names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace credence::domain {
namespace {

NameVocabulary vocabulary() {
  NameVocabulary words;
  words.legal_forms = {"有限公司", "有限责任公司", "股份有限公司",       "合作社", "专业合作社",
                       "分公司",   "公司",         "合伙企业(有限合伙)", "中心",   "厂",
                       "店"};
  words.industries = {"科技", "电子", "餐饮管理", "餐饮", "建筑工程",
                      "化工", "商贸", "农业科技", "服务"};
  words.regions = {"山东", "山东省", "济南", "济南市", "历下", "历下区",
                   "青岛", "寿光",   "华龙", "潍坊市", "潍坊"};
  return words;
}

ParsedName parsed(std::string_view name) {
  static const NameParser parser(vocabulary());
  return parser.parse(normalize_name(name));
}

// True when `name` is `parts` with "(region)" put in at one place.
bool restores(const std::string& name, const std::string& parts, const std::string& region) {
  if (region.empty()) return name == parts;
  for (std::size_t at = 0; at <= parts.size(); ++at) {
    std::string whole = parts;
    if (whole.insert(at, "(" + region + ")") == name) return true;
  }
  return false;
}

rc::Gen<std::string> pieces() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                          "山东", "山东省", "济南市", "济南", "(青岛)", "（山东）", "(", ")",
                          "[济南]", "明信", "华龙", "科技", "电子", "餐饮管理", "有限公司",
                          "有限责任公司", "分公司", "第一", "合作社", "公司", "厂", "店", "A", "é",
                          "e", "\u0301", "·", " ", "資訊", "苧", "Ｘ", "\xff")),
                      [](const std::vector<std::string>& all) {
                        std::string text;
                        for (const auto& piece : all) text += piece;
                        return text;
                      });
}

TEST(NormalizeName, TurnsTraditionalIntoSimplified) {
  EXPECT_EQ(normalize_name("濟南華龍電子科技有限責任公司"), "济南华龙电子科技有限责任公司");
}

TEST(NormalizeName, TurnsFullWidthIntoAsciiUpperCase) {
  EXPECT_EQ(normalize_name("济南ａｂＣ１科技"), "济南ABC1科技");
}

TEST(NormalizeName, BringsBracketsToOneForm) {
  for (const char* name : {"明信（山东）科技", "明信(山东)科技", "明信【山东】科技",
                           "明信〔山东〕科技", "明信[山东]科技"}) {
    EXPECT_EQ(normalize_name(name), "明信(山东)科技") << name;
  }
}

TEST(NormalizeName, LeavesOutSpacesMiddleDotsAndFullStops) {
  EXPECT_EQ(normalize_name(" 济南　阿凡提·明信\u200b 有限公司.\n"), "济南阿凡提明信有限公司");
}

TEST(NormalizeName, KnowsBothFormsOfRamie) {
  EXPECT_EQ(normalize_name("苎麻"), normalize_name("苧麻"));
}

TEST(NormalizeName, OfNothingIsNothing) { EXPECT_EQ(normalize_name(" ·"), ""); }

RC_GTEST_PROP(NormalizeName, IsIdempotent, ()) {
  const std::string once = normalize_name(*pieces());
  RC_ASSERT(normalize_name(once) == once);
  RC_ASSERT(is_valid_utf8(once));
}

RC_GTEST_PROP(NormalizeName, IsIdempotentOnAnyText, (const std::u32string& text)) {
  const std::string once = normalize_name(to_utf8(text));
  RC_ASSERT(normalize_name(once) == once);
}

TEST(NameParser, FindsTheFourParts) {
  const auto name = parsed("济南明信餐饮管理有限公司");
  EXPECT_EQ(name, (ParsedName{"济南", "明信", "餐饮管理", "有限公司", "", ""}));
}

TEST(NameParser, TakesRegionsThatFollowEachOther) {
  EXPECT_EQ(parsed("山东省济南市历下区明信商贸有限公司").region, "山东省济南市历下区");
}

TEST(NameParser, TakesARegionInBracketsOutOfTheName) {
  const auto name = parsed("明信（山东）科技有限公司");
  EXPECT_EQ(name, (ParsedName{"", "明信", "科技", "有限公司", "山东", ""}));
}

TEST(NameParser, LeavesOtherBracketsAlone) {
  const auto name = parsed("济南明信合伙企业（有限合伙）");
  EXPECT_EQ(name.legal_form, "合伙企业(有限合伙)");
  EXPECT_EQ(name.region_in_brackets, "");
}

TEST(NameParser, SplitsTheBranchFromItsCompany) {
  const auto name = parsed("中国明信股份有限公司寿光古城分理处");
  EXPECT_EQ(name.legal_form, "股份有限公司");
  EXPECT_EQ(name.branch, "寿光古城分理处");
  EXPECT_EQ(parsed("济南明信有限公司青岛分公司第一营业部").branch, "青岛分公司第一营业部");
}

TEST(NameParser, FindsNoBranchInAWholeCompany) {
  EXPECT_EQ(parsed("济南服务公司明信商贸有限公司").branch, "");
  EXPECT_EQ(parsed("明信分公司").branch, "");
}

TEST(NameParser, LeavesTheBrandAShortRegionName) {
  EXPECT_EQ(parsed("济南华龙科技有限公司").brand, "华龙");
  EXPECT_EQ(parsed("济南华龙科技有限公司").region, "济南");
}

TEST(NameParser, ReadsAMarketNotACity) { EXPECT_EQ(parsed("潍坊市场服务中心").region, "潍坊"); }

TEST(NameParser, LeavesTheBrandTwoCharacters) {
  EXPECT_EQ(parsed("山东省电子科技有限公司").brand, "电子");
  EXPECT_EQ(parsed("山东大农业科技有限公司").brand, "大农业");
}

TEST(NameParser, JoinsIndustriesThatFollowEachOther) {
  EXPECT_EQ(parsed("济南明信电子科技有限公司").industry, "电子科技");
}

TEST(NameParser, ReadsTraditionalAsSimplified) {
  EXPECT_EQ(parsed("濟南華龍電子科技有限責任公司"), parsed("济南华龙电子科技有限责任公司"));
}

TEST(NameParser, OfNothingIsNothing) { EXPECT_EQ(parsed(""), ParsedName{}); }

RC_GTEST_PROP(NameParser, LosesNoCharacter, ()) {
  const std::string name = normalize_name(*pieces());
  const ParsedName parts = parsed(name);
  RC_ASSERT(restores(name,
                     parts.region + parts.brand + parts.industry + parts.legal_form + parts.branch,
                     parts.region_in_brackets));
}

}  // namespace
}  // namespace credence::domain
