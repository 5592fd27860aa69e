// SPDX-License-Identifier: Apache-2.0
#include "rulebook/difference.h"

#include <gtest/gtest.h>

#include <set>

namespace credence::rulebook {
namespace {

std::vector<std::string> lines(const FileDifference& file) {
  std::vector<std::string> all;
  for (const auto& key : file.keys)
    all.push_back(key.key + ": " + key.before.value_or("-") + " > " + key.after.value_or("-"));
  return all;
}

const std::string list = "label: {zh: 名单, en: List}\nbasis: [A/1, B/2]\nterm_months: 36\n";

TEST(Differences, NameFilesThatCameWentAndChanged) {
  const auto found = differences({{"lists/a.yaml", list}, {"lists/b.yaml", list}},
                                 {{"lists/b.yaml", list + "from: 2020-10-01\n"},
                                  {"catalogue/03-administration/c.yaml", list}});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].path, "catalogue/03-administration/c.yaml");
  EXPECT_EQ(found[0].change, "added");
  EXPECT_EQ(found[0].kind_label.en, "Catalogue");
  EXPECT_EQ(found[0].id, "c");
  EXPECT_EQ(found[0].label.zh, "名单");
  EXPECT_TRUE(found[0].keys.empty());
  EXPECT_EQ(found[1].change, "removed");
  EXPECT_EQ(found[1].id, "a");
  EXPECT_EQ(found[2].change, "changed");
  EXPECT_EQ(lines(found[2]), (std::vector<std::string>{"from: - > 2020-10-01"}));
}

TEST(Differences, TellTheKeysWithTheirOldAndNewTexts) {
  const std::string now = "label: {zh: 名单, en: A list}\nbasis: [A/1]\n";
  const auto found = differences({{"lists/a.yaml", list}}, {{"lists/a.yaml", now}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(lines(found[0]),
            (std::vector<std::string>{"basis: A/1, B/2 > A/1", "label.en: List > A list",
                                      "term_months: 36 > -"}));
}

TEST(Differences, ElementsWithANameAreComparedByItAndOthersByPlace) {
  const std::string before =
      "clocks:\n  - {id: a, value: 7}\n  - {id: b, value: 8}\nsteps:\n  - {do: x}\n";
  const std::string after =
      "clocks:\n  - {id: b, value: 9}\n  - {id: a, value: 7}\nsteps:\n  - {do: y}\n";
  const auto found = differences({{"clocks/a.yaml", before}}, {{"clocks/a.yaml", after}});
  EXPECT_EQ(lines(found.at(0)),
            (std::vector<std::string>{"clocks[b].value: 8 > 9", "steps[0].do: x > y"}));
}

TEST(Differences, AChangeOfCommentsAloneHasNoKeys) {
  const auto found = differences({{"lists/a.yaml", list}}, {{"lists/a.yaml", "# why\n" + list}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].keys.empty());
  EXPECT_TRUE(differences({{"lists/a.yaml", list}}, {{"lists/a.yaml", list}}).empty());
}

// A page shows no raw code of a kind.
TEST(Differences, EveryFolderOfTheRulesHasAName) {
  std::set<std::string> without;
  for (const auto& one : differences({}, embedded_rule_files()))
    if (one.kind_label.zh == one.kind) without.insert(one.kind);
  EXPECT_TRUE(without.empty()) << *without.begin();
}

}  // namespace
}  // namespace credence::rulebook
