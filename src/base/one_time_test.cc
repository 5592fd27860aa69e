// SPDX-License-Identifier: Apache-2.0
#include "base/one_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>

namespace credence {
namespace {

const std::string rfc_secret = "12345678901234567890";

Instant at_second(std::int64_t seconds) { return Instant(seconds * 1'000'000); }

TEST(OneTime, GivesTheCodesOfRfc6238) {
  // Appendix B, SHA-1, the last six of its eight digits.
  const std::pair<std::int64_t, const char*> vectors[] = {
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [seconds, code] : vectors) {
    EXPECT_EQ(totp_code(rfc_secret, at_second(seconds)), code);
    EXPECT_EQ(totp_step(rfc_secret, code, at_second(seconds)), seconds / 30);
  }
}

TEST(OneTime, ACodeIsGoodOneStepEarlyAndLate) {
  const std::string code = totp_code(rfc_secret, at_second(3000));
  EXPECT_EQ(totp_step(rfc_secret, code, at_second(2970)), 100);
  EXPECT_EQ(totp_step(rfc_secret, code, at_second(3059)), 100);
  EXPECT_EQ(totp_step(rfc_secret, code, at_second(3060)), std::nullopt);
  EXPECT_EQ(totp_step(rfc_secret, code, at_second(2969)), std::nullopt);
}

TEST(OneTime, WhatIsNoCodeMatchesNoStep) {
  for (const char* code : {"", "28708", "2870820", "28708x", "000000"}) {
    EXPECT_EQ(totp_step(rfc_secret, code, at_second(59)), std::nullopt) << code;
  }
}

TEST(OneTime, SecretsAreTwentyBytes) {
  SeededRandom random(1);
  EXPECT_EQ(new_totp_secret(random).size(), 20U);
}

TEST(Base32, GivesThePublishedValuesWithoutPadding) {
  // RFC 4648 section 10.
  EXPECT_EQ(to_base32(""), "");
  EXPECT_EQ(to_base32("f"), "MY");
  EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(from_base32("mzxw 6ytb oi"), "foobar");
  EXPECT_EQ(from_base32("MZXW1"), std::nullopt);
}

RC_GTEST_PROP(Base32, WritingAndReadingAreInverse, (const std::string& bytes)) {
  RC_ASSERT(from_base32(to_base32(bytes)) == bytes);
}

TEST(OneTime, TheAddressIsPercentEncoded) {
  EXPECT_EQ(totp_address("明信", "a b@x", rfc_secret),
            "otpauth://totp/%E6%98%8E%E4%BF%A1:a%20b%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=%E6%98%8E%E4%BF%A1&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace credence
