// SPDX-License-Identifier: Apache-2.0
#include "domain/identifiers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace credence::domain {
namespace {

const Date today(2026, 3, 2);

Regions some_regions() {
  Regions regions;
  regions.add({"370000", "山东省", {}, ""});
  regions.add({"370100", "济南市", {}, ""});
  regions.add({"370102", "历下区", {}, ""});
  regions.add({"371200", "莱芜市", Date(2019, 1, 9), "370116"});
  regions.add({"110105", "朝阳区", {}, ""});
  return regions;
}

std::string first_fault(Scheme scheme, std::string_view code) {
  const auto verdict = check_code(scheme, code, some_regions(), today);
  return verdict.faults.empty() ? "" : verdict.faults.front().id;
}

TEST(Uscc, AcceptsThePublishedExamples) {
  for (const char* code :
       {"91350100M000100Y43", "91370400728618604X", "91320105780688132K", "91230500MA1B3N1N2M",
        "11230500001755309F", "11320100MB1886843H", "91320281142232229Q", "91510104MA6CFT042R",
        "11420000MB15291767", "91370100MA3ABCD15F", "92370202MA3ABCD15E", "93371702MA3ABCD15H",
        "11370000MB2850121L", "12370000MB2850121H", "52371300MB28501219", "N2370783MB28501217"}) {
    EXPECT_TRUE(is_uscc(code)) << code;
  }
}

TEST(Uscc, TellsTheTwoCheckCharactersApart) {
  EXPECT_EQ(first_fault(Scheme::uscc, "91350100M000100Y4Z"), "code.character");
  EXPECT_EQ(first_fault(Scheme::uscc, "91350100M000100Y44"), "code.check");
  EXPECT_EQ(first_fault(Scheme::uscc, "91350100M000100Y53"), "code.body_check");
}

TEST(Uscc, NeverRepairsALetterO) {
  const auto verdict = check_code(Scheme::uscc, "9135O100M000100Y43", some_regions(), today);
  EXPECT_FALSE(verdict.well_formed);
  EXPECT_EQ(verdict.canonical, "9135O100M000100Y43");
  EXPECT_EQ(verdict.faults.front().id, "code.character");
}

TEST(Uscc, SeparatesWellFormedKnownAndInForce) {
  const std::string laiwu = "91371200MA3ABCD15";
  const auto old = check_code(Scheme::uscc, laiwu + uscc_check(laiwu), some_regions(), today);
  EXPECT_TRUE(old.well_formed && old.known);
  EXPECT_FALSE(old.in_force);
  const std::string nowhere = "91999999MA3ABCD15";
  const auto unknown =
      check_code(Scheme::uscc, nowhere + uscc_check(nowhere), some_regions(), today);
  EXPECT_TRUE(unknown.well_formed);
  EXPECT_FALSE(unknown.known);
}

TEST(Uscc, ThePlaceholderIsNobodysCode) {
  EXPECT_FALSE(is_uscc("00000000000000000X"));
  EXPECT_EQ(first_fault(Scheme::uscc, "00000000000000000X"), "code.placeholder");
}

RC_GTEST_PROP(Uscc, OneWrongCharacterIsAlwaysNoticed, ()) {
  const std::string good = "91370100MA3ABCD15F";
  const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const auto at = *rc::gen::inRange<std::size_t>(0, 18);
  const char other = alphabet[*rc::gen::inRange<std::size_t>(0, alphabet.size())];
  RC_PRE(good[at] != other);
  std::string wrong = good;
  wrong[at] = other;
  RC_ASSERT(!is_uscc(wrong));
}

TEST(RegistrationNumber, AcceptsNewAndOldForms) {
  for (const char* code : {"110108000000016", "370100000001235", "370200600012341"}) {
    EXPECT_TRUE(is_registration_number(code)) << code;
    EXPECT_EQ(first_fault(Scheme::registration, code), "");
  }
  EXPECT_EQ(first_fault(Scheme::registration, "3701002012345"), "");
  EXPECT_EQ(first_fault(Scheme::registration, "370100000001236"), "code.check");
}

TEST(ResidentId, AcceptsTheStandardsExampleAndItsOldForm) {
  EXPECT_TRUE(is_resident_id("11010519491231002X"));
  EXPECT_EQ(modern_resident_id("110105491231002"), "11010519491231002X");
  EXPECT_EQ(first_fault(Scheme::resident_id, "110105491231002"), "");
  EXPECT_EQ(first_fault(Scheme::resident_id, "110105194902310021"), "code.birth");
}

TEST(ResidentId, IsFoundInFreeText) {
  EXPECT_TRUE(contains_resident_id("当事人张某（身份证11010519491231002X）违法"));
  EXPECT_TRUE(contains_resident_id("11010519491231002x"));
  EXPECT_FALSE(contains_resident_id("文号 110105194912310021 号"));
  EXPECT_FALSE(contains_resident_id("账号 6222110105194912310021234"));
}

TEST(OrganizationCode, MayBeWrittenWithAHyphen) {
  EXPECT_EQ(first_fault(Scheme::organization_code, "72861860-4"), "");
  EXPECT_EQ(first_fault(Scheme::organization_code, "728618605"), "code.check");
}

TEST(Canonical, ChangesWidthAndCaseOnly) {
  EXPECT_EQ(canonical_code(" ９１３５０１００m000100y43 "), "91350100M000100Y43");
  EXPECT_EQ(canonical_code("O0I1"), "O0I1");
}

TEST(Department, IsToldByTheFirstTwoCharacters) {
  EXPECT_EQ(uscc_department("91").zh, "市场监管");
  EXPECT_EQ(uscc_category("N2"), "村级集体经济组织");
  EXPECT_EQ(uscc_category("31"), "律师执业机构");
  EXPECT_EQ(uscc_category("35"), "仲裁委员会");
  EXPECT_EQ(uscc_category("97"), "");
}

TEST(Guess, GoesByShapeAndNeverTakesAPersonForAnOrganisation) {
  EXPECT_EQ(guess_scheme("91350100M000100Y43"), Scheme::uscc);
  EXPECT_EQ(guess_scheme("11010519491231002X"), std::nullopt);
  EXPECT_EQ(guess_scheme("110108000000016"), Scheme::registration);
  EXPECT_EQ(guess_scheme("728618604"), Scheme::organization_code);
}

}  // namespace
}  // namespace credence::domain
