// SPDX-License-Identifier: Apache-2.0
#include "app/query/name_index.h"

#include <gmock/gmock.h>

namespace credence::app {
namespace {

using ::testing::ElementsAre;

domain::NameVocabulary words() {
  domain::NameVocabulary vocabulary;
  vocabulary.legal_forms = {"有限公司", "有限责任公司", "股份有限公司", "合作社", "分公司"};
  vocabulary.industries = {"科技", "化工", "餐饮管理", "商贸"};
  vocabulary.regions = {"山东省", "山东", "济南市", "济南", "青岛市", "青岛"};
  vocabulary.short_forms = {{"有限责任公司", "有限公司"}};
  return vocabulary;
}

domain::Organization organization(std::int64_t id, std::string code, std::string name) {
  return {SubjectId(id), domain::SubjectKind::organization, domain::Scheme::uscc, std::move(code), std::move(name)};
}

class Names : public ::testing::Test {
 protected:
  Names() : index_(words()) {
    index_.put_all({organization(1, "91370100MA3ABCD15F", "济南明信科技有限公司"),
                    organization(2, "91370200MA3ABCD15X", "青岛明信化工股份有限公司"),
                    organization(3, "91370100MA3ABCD99X", "山东海纳百川餐饮管理有限公司")});
  }
  std::vector<std::int64_t> found(std::string_view text) {
    std::vector<std::int64_t> ids;
    for (const auto& hit : index_.search(text, 10).hits) ids.push_back(hit.id.value);
    return ids;
  }
  std::string matched(std::string_view text) { return index_.search(text, 1).hits.at(0).matched; }
  NameIndex index_;
};

TEST_F(Names, AreFoundByAnyPieceOfTwoCharacters) {
  EXPECT_THAT(found("明信"), ElementsAre(1, 2));
  EXPECT_THAT(found("百川"), ElementsAre(3));
  EXPECT_THAT(found("明信 化工"), ElementsAre(2));
  EXPECT_THAT(found("信"), ElementsAre());
}

TEST_F(Names, AreFoundWhateverTheWidthTheScriptAndTheBrackets) {
  EXPECT_THAT(found("濟南明信"), ElementsAre(1));
  EXPECT_THAT(found(" 明 信 科技"), ElementsAre(1));
}

TEST_F(Names, AreFoundByPinyinAndInitials) {
  EXPECT_THAT(found("jinanmingxin"), ElementsAre(1));
  EXPECT_THAT(found("ming xin hua gong"), ElementsAre(2));
  EXPECT_EQ(matched("jinanmingxin"), "pinyin");
  EXPECT_THAT(found("hnbc"), ElementsAre(3));
  EXPECT_EQ(matched("hnbc"), "initials");
}

TEST_F(Names, AreFoundByABegunCode) {
  EXPECT_THAT(found("91370200"), ElementsAre(2));
  EXPECT_THAT(found("9137"), ElementsAre(1, 2, 3));
  EXPECT_THAT(found("91370100MA3ABCD15F"), ElementsAre(1));
}

TEST_F(Names, ANewNameReplacesTheOldOneAndFormerNamesStillLead) {
  index_.put(organization(1, "91370100MA3ABCD15F", "济南新名科技有限公司"), {"济南明信科技有限公司"});
  EXPECT_THAT(found("明信"), ElementsAre(2, 1));
  EXPECT_THAT(found("新名"), ElementsAre(1));
  EXPECT_EQ(index_.size(), 3U);
}

TEST_F(Names, ScreeningSaysMatchReviewOrNothing) {
  const auto same = index_.screen("济南明信科技有限责任公司", 3);
  ASSERT_FALSE(same.empty());
  EXPECT_EQ(same[0].id.value, 1);
  EXPECT_EQ(same[0].verdict, "match");
  const auto other = index_.screen("青岛明信科技有限公司", 3);
  ASSERT_FALSE(other.empty());
  EXPECT_EQ(other[0].verdict, "review");
  EXPECT_TRUE(index_.screen("烟台完全不同贸易商行", 3).empty());
}

}  // namespace
}  // namespace credence::app
