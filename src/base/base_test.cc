// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/money.h"
#include "base/result.h"
#include "base/text.h"

namespace credence {
namespace {

TEST(Money, TwoThousandYuanIsZeroPointTwo) {
  EXPECT_EQ(parse_ten_thousand_yuan("0.2"), Money(200'000));
  EXPECT_EQ(to_ten_thousand_yuan(Money(200'000)), "0.2");
  EXPECT_EQ(parse_ten_thousand_yuan("1,286.5000"), Money(1'286'500'000));
}

TEST(Money, RefusesWhatIsNotAnExactAmount) {
  for (const char* text : {"", ".", "1e3", "0.1234567", "两万", "1.2.3", "9999999999999"}) {
    EXPECT_EQ(parse_ten_thousand_yuan(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(Money, WritingAndReadingAreInverse, ()) {
  const Money money(*rc::gen::inRange<std::int64_t>(-900'000'000'000'000, 900'000'000'000'000));
  RC_ASSERT(parse_ten_thousand_yuan(to_ten_thousand_yuan(money)) == money);
}

TEST(Text, TrimsTheSpacesSpreadsheetsLeave) {
  EXPECT_EQ(trim(" \t\u3000明信\u00A0\r\n"), "明信");
  EXPECT_EQ(trim("\u3000"), "");
}

TEST(Text, KnowsPinyinAndSimplifiedForms) {
  EXPECT_EQ(pinyin(U'济'), "ji");
  EXPECT_EQ(pinyin(U'A'), "");
  EXPECT_EQ(to_simplified("山東濟南"), "山东济南");
  EXPECT_EQ(nfkc("ＡＢＣ（１２３）"), "ABC(123)");
}

TEST(Text, CountsCodePointsAndClipsBetweenThem) {
  EXPECT_EQ(length("明信ab"), 4U);
  EXPECT_EQ(clip("明信", 4), "明");
  EXPECT_FALSE(is_valid_utf8("\xC3\x28"));
}

TEST(Digest, GivesThePublishedValues) {
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256Stream stream;
  stream.add("a");
  stream.add("bc");
  EXPECT_EQ(stream.finish(), sha256("abc"));
  // RFC 4231, test case 2.
  EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Digest, GivesThePublishedValuesOfSm3) {
  // GB/T 32905-2016, appendix A.1.
  EXPECT_EQ(to_hex(sm3("abc")), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(Digest, HmacOfSm3IsHmac) {
  // RFC 2104, written out over sm3().
  std::string key("Jefe");
  key.resize(64, '\0');
  std::string inner, outer;
  for (const char c : key) {
    inner += static_cast<char>(c ^ 0x36);
    outer += static_cast<char>(c ^ 0x5c);
  }
  const Digest first = sm3(inner + "what do ya want for nothing?");
  outer.append(reinterpret_cast<const char*>(first.data()), first.size());
  EXPECT_EQ(hmac_sm3("Jefe", "what do ya want for nothing?"), sm3(outer));
}

TEST(Digest, EqualInConstantTimeIsEqual) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
}

TEST(Result, CarriesAValueOrTheReason) {
  Result<int> seven = 7;
  EXPECT_EQ(*seven, 7);
  Result<int> none = make_error(ErrorCode::not_found, "x", {"没有", "none"});
  EXPECT_FALSE(none.has_value());
  EXPECT_THROW(std::move(none).or_throw(), Failure);
}

TEST(SeededRandom, DependsOnTheSeedOnly) {
  EXPECT_EQ(SeededRandom(1).bytes(20), SeededRandom(1).bytes(20));
  EXPECT_NE(SeededRandom(1).bytes(20), SeededRandom(2).bytes(20));
}

}  // namespace
}  // namespace credence
