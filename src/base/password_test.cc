// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"

#include <gtest/gtest.h>

namespace credence {
namespace {

constexpr PasswordCost quick{64, 1};

TEST(Password, GivesTheValueOfTheReferenceImplementation) {
  // phc-winner-argon2, test.c: argon2id, version 19, t=2, m=2^16, p=1, "password", "somesalt".
  EXPECT_EQ(password_hash("password", "somesalt", {65536, 2}),
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
}

TEST(Password, FitsOnlyItself) {
  const std::string encoded = password_hash("明信 correct horse", "0123456789abcdef", quick);
  EXPECT_TRUE(password_fits(encoded, "明信 correct horse"));
  EXPECT_FALSE(password_fits(encoded, "明信 correct horsf"));
  EXPECT_FALSE(password_fits(encoded, ""));
}

TEST(Password, TheSaltMakesEqualPasswordsDifferent) {
  EXPECT_NE(password_hash("same", "0123456789abcdef", quick),
            password_hash("same", "0123456789abcdeg", quick));
}

TEST(Password, NothingFitsAMalformedEncoding) {
  const std::string encoded = password_hash("a", "0123456789abcdef", quick);
  for (const std::string& text :
       {std::string(), std::string("a"), encoded.substr(0, encoded.size() - 30),
        "$argon2i$" + encoded.substr(10), encoded + "$",
        std::string("$argon2id$v=19$m=1,t=0,p=1$$")}) {
    EXPECT_FALSE(password_fits(text, "a")) << text;
  }
}

TEST(Password, AnotherCostAsksForANewHash) {
  const std::string encoded = password_hash("a", "0123456789abcdef", quick);
  EXPECT_FALSE(needs_rehash(encoded, quick));
  EXPECT_TRUE(needs_rehash(encoded));
  EXPECT_TRUE(needs_rehash("", quick));
  EXPECT_TRUE(
      password_hash("a", "0123456789abcdef").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

}  // namespace
}  // namespace credence
