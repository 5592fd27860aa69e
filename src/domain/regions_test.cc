// SPDX-License-Identifier: Apache-2.0
#include "domain/regions.h"

#include <gtest/gtest.h>

namespace credence::domain {
namespace {

Regions shandong() {
  Regions regions;
  regions.add({"370000", "山东省", {}, {}});
  regions.add({"370100", "济南市", {}, {}});
  regions.add({"370102", "历下区", {}, {}});
  regions.add({"370114", "章丘区", {}, {}});
  regions.add({"370181", "章丘市", Date(2016, 12, 5), "370114"});
  regions.add({"110000", "北京市", {}, {}});
  regions.add({"110101", "东城区", {}, {}});
  return regions;
}

TEST(Regions, FindsByCodeAndNothingElse) {
  const Regions regions = shandong();
  ASSERT_NE(regions.find("370102"), nullptr);
  EXPECT_EQ(regions.find("370102")->name, "历下区");
  EXPECT_EQ(regions.find("379999"), nullptr);
  EXPECT_EQ(regions.find("3701"), nullptr);
  EXPECT_EQ(regions.find(""), nullptr);
}

TEST(Regions, GivesTheFullNameFromTheProvinceDown) {
  EXPECT_EQ(shandong().full_name("370102"), "山东省济南市历下区");
  EXPECT_EQ(shandong().full_name("370000"), "山东省");
}

TEST(Regions, SkipsALevelThatIsNoDivision) {
  EXPECT_EQ(shandong().full_name("110101"), "北京市东城区");
}

TEST(Regions, HasNoNameForAnUnknownCode) { EXPECT_EQ(shandong().full_name("370199"), ""); }

TEST(Regions, KnowsAbolishedDivisionsStill) {
  const Regions regions = shandong();
  ASSERT_NE(regions.find("370181"), nullptr);
  EXPECT_EQ(regions.find("370181")->successor, "370114");
  EXPECT_EQ(regions.full_name("370181"), "山东省济南市章丘市");
}

TEST(Regions, IsInForceUntilTheDayBeforeItsAbolition) {
  const Regions regions = shandong();
  EXPECT_TRUE(regions.in_force("370181", Date(2016, 12, 4)));
  EXPECT_FALSE(regions.in_force("370181", Date(2016, 12, 5)));
  EXPECT_TRUE(regions.in_force("370102", Date(2016, 12, 5)));
  EXPECT_FALSE(regions.in_force("379999", Date(2016, 12, 5)));
}

TEST(Regions, ReplacesAnEntryOfTheSameCode) {
  Regions regions = shandong();
  regions.add({"370102", "历下", {}, {}});
  EXPECT_EQ(regions.find("370102")->name, "历下");
  EXPECT_EQ(regions.all().size(), shandong().all().size());
}

TEST(Regions, ClimbsFromCountyToCityToProvince) {
  EXPECT_EQ(Regions::parent("370102"), "370100");
  EXPECT_EQ(Regions::parent("370100"), "370000");
  EXPECT_EQ(Regions::parent("370000"), "");
  EXPECT_EQ(Regions::parent("37"), "");
}

}  // namespace
}  // namespace credence::domain
