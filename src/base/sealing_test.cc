// SPDX-License-Identifier: Apache-2.0
#include "base/sealing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace credence {
namespace {

const std::string key(32, 'k');

SealSuite any_suite() { return *rc::gen::element(SealSuite::aes_gcm, SealSuite::sm4_sm3); }

std::string sealed_by(SealSuite suite, const std::string& context, const std::string& plain) {
  return seal(suite, key, std::string(nonce_bytes(suite), 'n'), context, plain);
}

TEST(Seal, IsAesGcmAfterTheSuiteByte) {
  // The Galois/Counter Mode of Operation (McGrew, Viega), test case 14.
  const std::string zeroes(32, '\0');
  const std::string sealed =
      seal(SealSuite::aes_gcm, zeroes, std::string(12, '\0'), "", std::string(16, '\0'));
  const std::string expected = "\x01" + std::string(12, '\0') +
                               "\xce\xa7\x40\x3d\x4d\x60\x6b\x6e\x07\x4e\xc5\xd3\xba\xf3\x9d\x18"
                               "\xd0\xd1\xc8\xa7\x99\x99\x6b\xf0\x26\x5b\x98\xb5\xd4\x8a\xb9\x19";
  EXPECT_EQ(sealed, expected);
}

RC_GTEST_PROP(Seal, OpensToWhatWasSealed, (const std::string& context, const std::string& plain)) {
  std::string opened;
  RC_ASSERT(open(key, context, sealed_by(any_suite(), context, plain), opened));
  RC_ASSERT(opened == plain);
}

RC_GTEST_PROP(Seal, AnyChangedByteIsRefused, (const std::string& plain)) {
  std::string sealed = sealed_by(any_suite(), "subject 1", plain);
  const auto at = *rc::gen::inRange<std::size_t>(0, sealed.size());
  sealed[at] = static_cast<char>(sealed[at] ^ *rc::gen::inRange(1, 256));
  std::string opened = "untouched";
  RC_ASSERT(!open(key, "subject 1", sealed, opened));
  RC_ASSERT(opened == "untouched");
}

RC_GTEST_PROP(Seal, AnyCutIsRefused, (const std::string& plain)) {
  const std::string sealed = sealed_by(any_suite(), "subject 1", plain);
  std::string opened;
  RC_ASSERT(!open(key, "subject 1",
                  sealed.substr(0, *rc::gen::inRange<std::size_t>(0, sealed.size())), opened));
}

RC_GTEST_PROP(Seal, AnotherContextOrKeyIsRefused, (const std::string& plain)) {
  const std::string sealed = sealed_by(any_suite(), "subject 1", plain);
  std::string opened;
  RC_ASSERT(!open(key, "subject 2", sealed, opened));
  RC_ASSERT(!open(key, "subject ", sealed, opened));
  RC_ASSERT(!open(std::string(32, 'x'), "subject 1", sealed, opened));
}

}  // namespace
}  // namespace credence
