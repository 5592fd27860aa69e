// SPDX-License-Identifier: Apache-2.0
#include "app/query/name_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "base/text.h"

namespace credence::app {
namespace {

using Names = std::vector<std::string>;

domain::NameVocabulary vocabulary() {
  domain::NameVocabulary words;
  words.legal_forms = {"有限公司", "有限责任公司", "股份有限公司", "分公司", "公司", "厂"};
  words.industries = {"科技", "电子", "餐饮管理", "建筑工程", "化工", "商贸", "机械制造"};
  words.regions = {"山东", "山东省", "济南", "济南市", "青岛", "青岛市", "潍坊"};
  words.short_forms = {{"有限责任公司", "有限公司"}};
  return words;
}

domain::Organization organization(std::int64_t id, std::string name, std::string code = "") {
  domain::Organization made;
  made.id = SubjectId(id);
  made.code = code.empty() ? "91370100MA3C" + std::to_string(100000 + id) : std::move(code);
  made.name = std::move(name);
  return made;
}

struct Index : testing::Test {
  NameIndex index{vocabulary()};

  void put(std::int64_t id, std::string name, std::string code = "") {
    index.put(organization(id, std::move(name), std::move(code)));
  }
  // The registered names found, best first.
  Names found(std::string_view text, int limit = 20) const {
    Names names;
    for (const auto& hit : index.search(text, limit).hits) names.push_back(hit.name);
    return names;
  }
  std::string matched(std::string_view text) const {
    const auto hits = index.search(text, 1).hits;
    return hits.empty() ? "" : hits.front().matched;
  }
};

using NameSearch = Index;
using NameScreening = Index;

TEST_F(NameSearch, FindsAnyPieceOfTwoCharacters) {
  put(1, "济南明信科技有限公司");
  put(2, "青岛海天化工有限公司");
  EXPECT_EQ(found("明信"), Names{"济南明信科技有限公司"});
  EXPECT_EQ(found("天化工"), Names{"青岛海天化工有限公司"});
  EXPECT_EQ(found("明天"), Names{});
  EXPECT_EQ(matched("明信"), "name");
}

TEST_F(NameSearch, WantsAllPieces) {
  put(1, "济南明信科技有限公司");
  put(2, "济南明信商贸有限公司");
  EXPECT_EQ(found("商贸 济南"), Names{"济南明信商贸有限公司"});
  EXPECT_EQ(found("商贸　青岛"), Names{});
}

TEST_F(NameSearch, WantsTheWholePieceNotItsPairs) {
  put(1, "济南信明信天科技有限公司");
  EXPECT_EQ(found("明信明"), Names{});
}

TEST_F(NameSearch, FindsNothingByOneCharacterOrNone) {
  put(1, "济南明信科技有限公司");
  for (const char* text : {"明", "", "  ", "·"}) EXPECT_EQ(found(text), Names{}) << text;
  EXPECT_TRUE(index.search("明信", 0).hits.empty());
}

TEST_F(NameSearch, ReadsTraditionalWidthAndBracketsAlike) {
  put(1, "华龙（山东）ABC电子有限公司");
  for (const char* text : {"華龍(山東)", "华龙【山东】", "ａｂｃ电子", "abc電子"}) {
    EXPECT_EQ(found(text), Names{"华龙（山东）ABC电子有限公司"}) << text;
  }
}

TEST_F(NameSearch, PutsExactBeforeBegunBeforeContained) {
  put(1, "青岛明信科技");
  put(2, "明信科技有限公司");
  put(3, "明信科技");
  EXPECT_EQ(found("明信科技"), (Names{"明信科技", "明信科技有限公司", "青岛明信科技"}));
}

TEST_F(NameSearch, PutsShorterNamesFirstThenCodes) {
  put(1, "济南明信餐饮管理有限公司");
  put(2, "济南明信商贸有限公司", "91370100B00000000X");
  put(3, "济南明信化工有限公司", "91370100A00000000X");
  EXPECT_EQ(found("明信"),
            (Names{"济南明信化工有限公司", "济南明信商贸有限公司", "济南明信餐饮管理有限公司"}));
  EXPECT_EQ(found("明信", 1), Names{"济南明信化工有限公司"});
}

TEST_F(NameSearch, FindsByCodeAndByBegunCode) {
  put(1, "济南明信科技有限公司", "91370100MA3C00001X");
  put(2, "青岛海天化工有限公司", "91370200MA3C00002X");
  EXPECT_EQ(found("91370200MA3C00002X"), Names{"青岛海天化工有限公司"});
  EXPECT_EQ(found("91370200ma3c"), Names{"青岛海天化工有限公司"});
  EXPECT_EQ(found("9137").size(), 2U);
  EXPECT_EQ(found("913"), Names{});
  EXPECT_EQ(matched("9137"), "code");
}

TEST_F(NameSearch, FindsEveryCodeHoweverTheyCame) {
  std::vector<domain::Organization> many;
  for (int i = 0; i < 300; ++i) many.push_back(organization(i + 1, "济南明信商贸有限公司"));
  index.put_all({many.begin() + 100, many.end()});
  for (int i = 0; i < 100; ++i) index.put(many[static_cast<std::size_t>(i)]);
  for (const auto& one : many) {
    const auto hits = index.search(one.code, 2).hits;
    ASSERT_EQ(hits.size(), 1U) << one.code;
    EXPECT_EQ(hits.front().id, one.id);
  }
  EXPECT_EQ(index.size(), 300U);
}

TEST_F(NameSearch, FindsByPinyinJoinedAndSpaced) {
  put(1, "济南明信科技有限公司");
  put(2, "青岛海天化工有限公司");
  for (const char* text : {"jinanmingxin", "ji nan ming xin", "JiNan MingXin", "mingxinkeji",
                           "mingxin jinan", "jinanmingx"}) {
    EXPECT_EQ(found(text), Names{"济南明信科技有限公司"}) << text;
    EXPECT_EQ(matched(text), "pinyin") << text;
  }
  EXPECT_EQ(found("mingtian"), Names{});
}

TEST_F(NameSearch, ReadsSyllablesEveryWay) {
  put(1, "西安明信科技有限公司");
  put(2, "先明商贸有限公司");
  EXPECT_EQ(found("xianmingxin"), Names{"西安明信科技有限公司"});
  EXPECT_EQ(found("xi'an"), Names{"西安明信科技有限公司"});
  EXPECT_EQ(found("xianming").size(), 2U);
}

TEST_F(NameSearch, KnowsSecondReadings) {
  put(1, "中国银行单县支行");
  put(2, "绿源商贸有限公司");
  EXPECT_EQ(found("yinhang"), Names{"中国银行单县支行"});
  EXPECT_EQ(found("shanxian"), Names{"中国银行单县支行"});
  EXPECT_EQ(found("zgyh"), Names{"中国银行单县支行"});
  EXPECT_EQ(found("lvyuan"), Names{"绿源商贸有限公司"});
}

TEST_F(NameSearch, FindsByInitials) {
  put(1, "济南明信科技有限公司");
  put(2, "青岛海天化工厂");
  for (const char* text : {"jnmx", "JNMX", "mxkj", "jnmxkjyxgs", "jnm", "j n m x"}) {
    EXPECT_EQ(found(text), Names{"济南明信科技有限公司"}) << text;
    EXPECT_EQ(matched(text), "initials") << text;
  }
  EXPECT_EQ(found("hgc"), Names{"青岛海天化工厂"}) << "the last three";
  EXPECT_EQ(found("jnmxq"), Names{});
  EXPECT_EQ(found("jn"), Names{});
}

TEST_F(NameSearch, FindsFormerNamesUnderTheNameOfToday) {
  index.put(organization(1, "济南明信科技有限公司"), {"济南旭日科技有限公司"});
  put(2, "济南旭日商贸发展有限公司");
  EXPECT_EQ(found("旭日"), (Names{"济南旭日商贸发展有限公司", "济南明信科技有限公司"}));
  EXPECT_EQ(matched("旭日科技"), "former_name");
  EXPECT_EQ(found("济南").size(), 2U) << "once each, though both its names begin so";
}

TEST_F(NameSearch, ForgetsTheReplacedName) {
  put(1, "济南明信科技有限公司");
  put(1, "济南海天科技有限公司");
  EXPECT_EQ(found("明信"), Names{});
  EXPECT_EQ(found("mingxin"), Names{});
  EXPECT_EQ(found("jnmx"), Names{});
  EXPECT_EQ(found("海天"), Names{"济南海天科技有限公司"});
  EXPECT_EQ(found("9137"), Names{"济南海天科技有限公司"});
  EXPECT_TRUE(index.screen("济南明信科技有限公司", 5).empty() ||
              index.screen("济南明信科技有限公司", 5).front().name == "济南海天科技有限公司");
  EXPECT_EQ(index.size(), 1U);
}

TEST_F(NameSearch, PuttingTheSameAgainChangesNothing) {
  for (int i = 0; i < 3; ++i) put(1, "济南明信科技有限公司");
  EXPECT_EQ(found("明信"), Names{"济南明信科技有限公司"});
  EXPECT_EQ(index.size(), 1U);
}

TEST_F(NameSearch, PutAllTakesTheLastOfTwoWithOneId) {
  index.put_all({organization(1, "济南明信科技有限公司"), organization(1, "济南海天科技有限公司")});
  EXPECT_EQ(found("济南"), Names{"济南海天科技有限公司"});
}

TEST_F(NameSearch, SaysWhenMoreMatchThanWereLookedAt) {
  std::vector<domain::Organization> many;
  for (int i = 0; i < 50'010; ++i) many.push_back(organization(i + 1, "明信" + std::to_string(i)));
  index.put_all(many);
  EXPECT_FALSE(index.search("明信", 5).complete);
  EXPECT_EQ(index.search("明信", 5).hits.size(), 5U);
  EXPECT_TRUE(index.search("明信49999", 5).complete);
}

// A plain search over all names is the measure.
RC_GTEST_PROP(NameSearchProperty, FindsWhatAPlainSearchFinds, ()) {
  const auto text_of = [](const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += part;
    return text;
  };
  const auto parts = rc::gen::element<std::string>("明", "信", "天", "海", "济", "南", "A");
  NameIndex index(vocabulary());
  std::set<std::string> names;
  const int count = *rc::gen::inRange(0, 30);
  for (int i = 0; i < count; ++i) {
    const auto name = text_of(*rc::gen::container<std::vector<std::string>>(parts));
    index.put(organization(i + 1, name));
    names.insert(name);
  }
  const auto asked = text_of(*rc::gen::container<std::vector<std::string>>(3, parts));
  std::set<std::string> expected, got;
  for (const auto& name : names) {
    if (contains(name, asked)) expected.insert(name);
  }
  for (const auto& hit : index.search(asked, 100).hits) {
    if (hit.matched == "name") got.insert(hit.name);
  }
  RC_ASSERT(got == expected);
}

TEST_F(NameScreening, FindsTheSameNameAsAMatch) {
  put(1, "济南明信科技有限公司");
  const auto hits = index.screen("濟南 明信科技有限公司", 5);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits.front().likeness, 1000);
  EXPECT_EQ(hits.front().verdict, "match");
  EXPECT_EQ(hits.front().brand, "same");
  EXPECT_EQ(hits.front().region, "same");
  EXPECT_EQ(hits.front().industry, "same");
  EXPECT_EQ(hits.front().form, "same");
}

TEST_F(NameScreening, TakesShortFormsForTheSame) {
  put(1, "济南明信科技有限责任公司");
  EXPECT_EQ(index.screen("济南明信科技有限公司", 1).at(0).verdict, "match");
}

TEST_F(NameScreening, LeavesAnotherFormToReview) {
  put(1, "济南明信科技股份有限公司");
  const auto hit = index.screen("济南明信科技有限公司", 1).at(0);
  EXPECT_EQ(hit.verdict, "review");
  EXPECT_EQ(hit.form, "similar");
}

TEST_F(NameScreening, LeavesAnotherBrandToReview) {
  put(1, "济南明信科技有限公司");
  const auto hit = index.screen("济南明新科技有限公司", 1).at(0);
  EXPECT_EQ(hit.verdict, "review");
  EXPECT_EQ(hit.brand, "similar");
  EXPECT_LT(hit.likeness, 1000);
}

TEST_F(NameScreening, LeavesADroppedRegionToReview) {
  put(1, "济南明信科技有限公司");
  const auto hit = index.screen("明信科技有限公司", 1).at(0);
  EXPECT_EQ(hit.region, "missing");
  EXPECT_EQ(hit.verdict, "review");
}

TEST_F(NameScreening, TakesARegionInBracketsForTheRegion) {
  put(1, "明信（山东）科技有限公司");
  const auto hit = index.screen("山东省明信科技有限公司", 1).at(0);
  EXPECT_EQ(hit.region, "same");
  EXPECT_EQ(hit.verdict, "match");
}

TEST_F(NameScreening, TellsACompanyFromItsBranch) {
  put(1, "济南明信科技有限公司青岛分公司");
  EXPECT_EQ(index.screen("济南明信科技有限公司", 1).at(0).verdict, "review");
  put(2, "济南明信科技有限公司");
  EXPECT_EQ(index.screen("济南明信科技有限公司", 1).at(0).id, SubjectId(2));
}

TEST_F(NameScreening, PutsTheNearestFirst) {
  put(1, "青岛明信科技有限公司");
  put(2, "济南明信商贸有限公司");
  put(3, "济南明信科技有限公司");
  put(4, "济南海天科技有限公司");
  const auto hits = index.screen("济南明信科技有限责任公司", 10);
  ASSERT_GE(hits.size(), 3U);
  EXPECT_EQ(hits[0].id, SubjectId(3));
  for (std::size_t i = 1; i < hits.size(); ++i) EXPECT_GE(hits[i - 1].likeness, hits[i].likeness);
}

TEST_F(NameScreening, FindsATwoCharacterBrandWithOneWrong) {
  std::vector<domain::Organization> many;
  for (int i = 0; i < 26; ++i) {
    for (int j = 0; j < 26; ++j) {
      const std::u32string brand = {static_cast<char32_t>(U'丁' + 37 * i),
                                    static_cast<char32_t>(U'海' + 41 * j)};
      many.push_back(organization(26 * i + j + 1, "济南" + to_utf8(brand) + "商贸有限公司"));
    }
  }
  many.push_back(organization(9999, "济南明信商贸有限公司"));
  index.put_all(many);
  EXPECT_EQ(index.screen("济南明幸商贸有限公司", 1).at(0).id, SubjectId(9999));
  EXPECT_EQ(index.screen("济南鸣信商贸有限公司", 1).at(0).id, SubjectId(9999));
}

TEST_F(NameScreening, FindsFormerNamesOnce) {
  index.put(organization(1, "济南明信科技有限公司"), {"济南明心科技有限公司"});
  const auto hits = index.screen("济南明心科技有限公司", 5);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits.front().name, "济南明信科技有限公司");
  EXPECT_EQ(hits.front().likeness, 1000);
}

TEST_F(NameScreening, FindsNobodyForAStranger) {
  put(1, "济南明信科技有限公司");
  for (const char* name : {"北京东方红歌舞团", "有限公司", "", "明"})
    EXPECT_TRUE(index.screen(name, 5).empty()) << name;
  EXPECT_TRUE(index.screen("济南明信科技有限公司", 0).empty());
}

TEST_F(Index, IsReadWhileItIsWritten) {
  put(1, "济南明信科技有限公司");
  std::atomic<bool> done{false}, always{true};
  std::thread reader([&] {
    while (!done) {
      always = always && !index.search("明信", 5).hits.empty() &&
               !index.screen("济南明信科技有限公司", 1).empty();
    }
  });
  for (int i = 2; i < 300; ++i) put(i, "青岛海天" + std::to_string(i) + "化工有限公司");
  done = true;
  reader.join();
  EXPECT_TRUE(always);
  EXPECT_EQ(index.size(), 299U);
}

}  // namespace
}  // namespace credence::app
