// SPDX-License-Identifier: Apache-2.0
#include "app/access/vault.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "support/place.h"

namespace credence::app {
namespace {

using testing::TemporaryFolder;

const SubjectId one(1), other(2);

NodeSecret some_secret(SealSuite suite) {
  return {std::string(32, 'p'), {{1, suite, std::string(32, 'w')}}};
}

struct Fixture {
  SeededRandom random{5};
  SealSuite suite = *rc::gen::element(SealSuite::aes_gcm, SealSuite::sm4_sm3);
  Vault vault{some_secret(suite), random};
  std::string key = vault.new_key(one);
};

RC_GTEST_PROP(Vault, OpensWhatItSealed, (const std::string& plain)) {
  Fixture f;
  const std::string sealed = f.vault.seal(one, f.key, plain);
  RC_ASSERT(sealed.front() == static_cast<char>(f.suite));
  RC_ASSERT(f.vault.open_sealed(one, f.key, sealed).or_throw() == plain);
}

RC_GTEST_PROP(Vault, RefusesAnyChangedByte, (const std::string& plain)) {
  Fixture f;
  std::string sealed = f.vault.seal(one, f.key, plain);
  std::string& changed = *rc::gen::arbitrary<bool>() ? sealed : f.key;
  const auto at = *rc::gen::inRange<std::size_t>(0, changed.size());
  changed[at] = static_cast<char>(changed[at] ^ *rc::gen::inRange(1, 256));
  RC_ASSERT(f.vault.open_sealed(one, f.key, sealed).error().id == "vault.damaged");
}

RC_GTEST_PROP(Vault, ASealedTextCannotBeMovedToAnotherSubject, (const std::string& plain)) {
  Fixture f;
  const std::string sealed = f.vault.seal(one, f.key, plain);
  const std::string key = f.vault.new_key(other);
  RC_ASSERT(!f.vault.open_sealed(other, key, sealed));
  RC_ASSERT(!f.vault.open_sealed(other, f.key, sealed));
  RC_ASSERT(!f.vault.open_sealed(one, key, sealed));
}

RC_GTEST_PROP(Vault, OpensBothSuitesAndWrapsByTheNewestGeneration, (const std::string& plain)) {
  Fixture f;
  const std::string sealed = f.vault.seal(one, f.key, plain);
  const SealSuite next = *rc::gen::element(SealSuite::aes_gcm, SealSuite::sm4_sm3);
  NodeSecret both = with_new_generation(some_secret(f.suite), next, f.random);
  const Vault during(both, f.random);
  const std::string again = during.rewrap(one, f.key);
  RC_ASSERT(Vault::generation_of(again) == 2);
  RC_ASSERT(during.open_sealed(one, f.key, sealed).or_throw() == plain);
  RC_ASSERT(during.seal(one, again, plain).front() == static_cast<char>(next));
  both.wrapping.erase(both.wrapping.begin());
  const Vault after(both, f.random);
  RC_ASSERT(after.open_sealed(one, again, sealed).or_throw() == plain);
  RC_ASSERT(after.open_sealed(one, f.key, sealed).error().id == "vault.damaged");
  RC_ASSERT(f.vault.open_sealed(one, again, sealed).error().id == "vault.damaged");
}

TEST(Vault, AnEmptyKeyWasLawfullyDestroyed) {
  SeededRandom random(5);
  const Vault vault(some_secret(SealSuite::aes_gcm), random);
  EXPECT_EQ(vault.open_sealed(one, "", "x").error().id, "vault.forgotten");
}

// ---- the file

std::string file_text(const TemporaryFolder& folder) {
  std::ifstream in(folder.path() / "node.secret", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void put(const TemporaryFolder& folder, const std::string& text) {
  std::ofstream(folder.path() / "node.secret", std::ios::binary) << text;
}
std::string failure_of(const TemporaryFolder& folder) {
  try {
    read_node_secret(folder.path());
  } catch (const Failure& failure) {
    return failure.error().id;
  }
  return "";
}

TEST(NodeSecret, IsReadAsItWasWritten) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  const NodeSecret made = create_node_secret(folder.path(), SealSuite::sm4_sm3, random);
  EXPECT_EQ(read_node_secret(folder.path()).text(), made.text());
  struct stat facts {};
  ASSERT_EQ(::stat((folder.path() / "node.secret").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
  EXPECT_EQ(made.newest().suite, SealSuite::sm4_sm3);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "node.secret.part"));
}

TEST(NodeSecret, IsNeverCreatedOverAnother) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  create_node_secret(folder.path(), SealSuite::aes_gcm, random);
  const std::string before = file_text(folder);
  EXPECT_THROW(create_node_secret(folder.path(), SealSuite::aes_gcm, random), Failure);
  EXPECT_EQ(file_text(folder), before);
}

TEST(NodeSecret, ReplacingIsWholeAndOverwritesTheOldBytes) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  const NodeSecret made = create_node_secret(folder.path(), SealSuite::aes_gcm, random);
  std::filesystem::create_hard_link(folder.path() / "node.secret", folder.path() / "old");
  const NodeSecret more = with_new_generation(made, SealSuite::aes_gcm, random);
  replace_node_secret(folder.path(), more);
  EXPECT_EQ(read_node_secret(folder.path()).text(), more.text());
  std::ifstream old(folder.path() / "old", std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(old), {}),
            std::string(made.text().size(), '\0'));
}

TEST(NodeSecret, ThatOthersCanReadIsRefused) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  create_node_secret(folder.path(), SealSuite::aes_gcm, random);
  ::chmod((folder.path() / "node.secret").c_str(), 0640);
  EXPECT_EQ(failure_of(folder), "vault.readable");
}

TEST(NodeSecret, IsReadStrictly) {
  const TemporaryFolder folder;
  SeededRandom random(1);
  EXPECT_EQ(failure_of(folder), "vault.missing");
  const std::string whole = create_node_secret(folder.path(), SealSuite::aes_gcm, random).text();
  const std::string last = whole.substr(whole.rfind("wrap"));
  for (const std::string& text :
       {std::string(), whole.substr(0, whole.size() - 1), whole + "\n", whole + last,
        whole + "wrap 256" + last.substr(6), whole + "wrap 02" + last.substr(6),
        whole + "wrap 2 rot13" + last.substr(14), "\n" + whole, std::string(64, 'x'),
        whole.substr(0, whole.rfind("wrap"))}) {
    put(folder, text);
    EXPECT_EQ(failure_of(folder), "vault.format") << text;
  }
  put(folder, whole + "wrap 2" + last.substr(6));
  EXPECT_EQ(failure_of(folder), "");
}

TEST(NodeSecret, GenerationsGoRound) {
  SeededRandom random(1);
  NodeSecret secret = some_secret(SealSuite::aes_gcm);
  secret.wrapping.back().generation = 255;
  EXPECT_EQ(with_new_generation(secret, SealSuite::aes_gcm, random).newest().generation, 1);
}

}  // namespace
}  // namespace credence::app
