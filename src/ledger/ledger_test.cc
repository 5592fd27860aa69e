// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>

#include "base/base64.h"
#include "base/clock.h"
#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/note.h"
#include "ledger/tiles.h"

namespace credence::ledger {
namespace {

std::vector<Digest> leaves(std::uint64_t count) {
  std::vector<Digest> all;
  for (std::uint64_t i = 0; i < count; ++i) all.push_back(leaf_hash("entry " + std::to_string(i)));
  return all;
}

// The definition of RFC 6962 section 2.1, word for word.
Digest defined_root(std::span<const Digest> all) {
  if (all.empty()) return empty_root();
  if (all.size() == 1) return all.front();
  const std::size_t k = std::bit_floor(all.size() - 1);
  return node_hash(defined_root(all.first(k)), defined_root(all.subspan(k)));
}

NodeSource source_of(const std::vector<Digest>& all) {
  return [&all](unsigned height, std::uint64_t index) {
    return defined_root(std::span(all).subspan(index << height, 1ULL << height));
  };
}

Frontier grown(std::span<const Digest> all) {
  Frontier frontier;
  for (const auto& leaf : all) frontier.append(leaf);
  return frontier;
}

RC_GTEST_PROP(Merkle, GrowingGivesTheRootTheRfcDefines, ()) {
  const auto all = leaves(*rc::gen::inRange<std::uint64_t>(0, 700));
  RC_ASSERT(grown(all).root() == defined_root(all));
  RC_ASSERT(root_of(source_of(all), all.size()) == defined_root(all));
}

RC_GTEST_PROP(Merkle, EveryLeafIsProvenInEveryTreeThatHoldsItAndNoOtherLeafIs, ()) {
  const auto all = leaves(*rc::gen::inRange<std::uint64_t>(1, 300));
  const auto index = *rc::gen::inRange<std::uint64_t>(0, all.size());
  const auto root = defined_root(all);
  auto proof = inclusion_proof(source_of(all), index, all.size());
  RC_ASSERT(verify_inclusion(index, all.size(), all[index], proof, root));
  RC_ASSERT(!verify_inclusion(index, all.size(), leaf_hash("other"), proof, root));
  RC_ASSERT(!verify_inclusion(index ^ 1, all.size(), all[index], proof, root) || all.size() == 1);
  if (!proof.empty()) {
    auto& hash = proof[*rc::gen::inRange<std::size_t>(0, proof.size())];
    hash[*rc::gen::inRange<std::size_t>(0, 32)] ^= 1;
    RC_ASSERT(!verify_inclusion(index, all.size(), all[index], proof, root));
  }
}

RC_GTEST_PROP(Merkle, EveryEarlierTreeIsProvenABeginningOfTheLaterOne, ()) {
  const auto all = leaves(*rc::gen::inRange<std::uint64_t>(1, 300));
  const auto from = *rc::gen::inRange<std::uint64_t>(1, all.size() + 1);
  const auto earlier = defined_root(std::span(all).first(from)), later = defined_root(all);
  auto proof = consistency_proof(source_of(all), from, all.size());
  RC_ASSERT(verify_consistency(from, all.size(), proof, earlier, later));
  auto forged = earlier;
  forged[0] ^= 1;
  RC_ASSERT(!verify_consistency(from, all.size(), proof, forged, later));
  proof.push_back(later);
  RC_ASSERT(!verify_consistency(from, all.size(), proof, earlier, later));
}

RC_GTEST_PROP(Tiles, AnAddressIsItsOwnAndOnlyForm, ()) {
  TileAddress address;
  address.entries = *rc::gen::arbitrary<bool>();
  address.level = address.entries ? 0 : *rc::gen::inRange(0U, 64U);
  address.index = *rc::gen::inRange<std::uint64_t>(0, 5'000'000'000);
  address.width = *rc::gen::inRange(1U, 257U);
  RC_ASSERT(parse_tile_address(to_text(address)) == address);
}

TEST(Tiles, TheAddressesOfTheSpecification) {
  EXPECT_EQ(to_text({false, 0, 1'234'067, 256}), "0/x001/x234/067");
  for (const char* wrong : {"0/001/002", "0/x001/x002", "64/000", "0/000.p/256", "0/000.p/0",
                            "00/000", "0/00", "0/x000/001", "0", "entries/000.p/", "0/000/"}) {
    EXPECT_FALSE(parse_tile_address(wrong)) << wrong;
  }
  // "a tree of size 70,000 will be represented by 273 full level 0 tiles, one partial …"
  EXPECT_EQ(tile_width_in(70'000, 0, 272), 256U);
  EXPECT_EQ(tile_width_in(70'000, 0, 273), 112U);
  EXPECT_EQ(tile_width_in(70'000, 1, 0), 256U);
  EXPECT_EQ(tile_width_in(70'000, 1, 1), 17U);
  EXPECT_EQ(tile_width_in(70'000, 2, 0), 1U);
  EXPECT_EQ(tile_width_in(70'000, 3, 0), 0U);
}

TEST(Note, TheNoteOfTheGoImplementationIsAccepted) {
  const auto key =
      parse_verifier_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
          .or_throw();
  const std::string bytes =
      "If you think cryptography is the answer to your problem,\n"
      "then you don't know what your problem is.\n\n"
      "— PeterNeumann "
      "x08go/ZJkuBS9UG/"
      "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const auto note = parse_note(bytes).or_throw();
  EXPECT_TRUE(verify_note(note, std::span(&key, 1)));
  auto altered = bytes;
  altered[3] ^= 1;
  EXPECT_FALSE(verify_note(parse_note(altered).or_throw(), std::span(&key, 1)));
}

class EachAlgorithm : public ::testing::TestWithParam<Algorithm> {};
INSTANTIATE_TEST_SUITE_P(Algorithms, EachAlgorithm,
                         ::testing::Values(Algorithm::ed25519, Algorithm::cosignature,
                                           Algorithm::sm2));

TEST_P(EachAlgorithm, ACheckpointIsSignedReadBackAndAnyChangeIsSeen) {
  SeededRandom random(3);
  const SigningKey key(GetParam(), "credence.test/facts", random.bytes(32));
  const SigningKey again = SigningKey::parse(key.text()).or_throw();
  const Checkpoint checkpoint{"credence.test/facts", 42, leaf_hash("x")};
  const Instant now = start_of(Date(2026, 5, 11));
  const std::string bytes = sign_checkpoint(checkpoint, std::span(&again, 1), now);
  const auto known = parse_verifier_key(key.verifier().text()).or_throw();
  EXPECT_EQ(known, key.verifier());
  const auto opened = open_checkpoint(bytes, std::span(&known, 1)).or_throw();
  EXPECT_EQ(opened.checkpoint, checkpoint);
  const auto good = verify_note(opened.note, std::span(&known, 1)).or_throw();
  EXPECT_EQ(good.front().time, GetParam() == Algorithm::cosignature ? now.micros() / 1'000'000 : 0);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_FALSE(open_checkpoint(altered, std::span(&known, 1))) << at;
  }
}

TEST(Key, AWrongIdOrKindIsRefused) {
  const std::string good = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  EXPECT_EQ(parse_verifier_key(good).or_throw().text(), good);
  for (const char* wrong : {"PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                            "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                            "PeterNeumann+c74f20a3+BRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                            "", "a+b", "+c74f20a3+AR"}) {
    EXPECT_FALSE(parse_verifier_key(wrong)) << wrong;
  }
}

RC_GTEST_PROP(ProofText, IsReadBackAsItWas, ()) {
  Proof proof;
  proof.extra = *rc::gen::arbitrary<std::string>();
  proof.index = *rc::gen::arbitrary<std::uint64_t>();
  for (std::uint64_t i = *rc::gen::inRange(0, 40); i > 0; --i)
    proof.path.push_back(leaf_hash(std::to_string(i)));
  proof.checkpoint = "origin\n1\nroot\n\n— key c2ln\n";
  const auto read = parse_proof(to_text(proof)).or_throw();
  RC_ASSERT(read.extra == proof.extra);
  RC_ASSERT(read.index == proof.index);
  RC_ASSERT(read.path == proof.path);
  RC_ASSERT(read.checkpoint == proof.checkpoint);
}

RC_GTEST_PROP(Base64, IsReadBackAndHasOneForm, (std::string bytes)) {
  const auto text = credence::to_base64(bytes);
  RC_ASSERT(from_base64(text) == bytes);
  RC_ASSERT(!from_base64(text + "=") && !from_base64(" " + text));
}

}  // namespace
}  // namespace credence::ledger
