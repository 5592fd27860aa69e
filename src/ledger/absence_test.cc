// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "ledger/merkle.h"
#include "ledger/sparse_map.h"
#include "ledger/vrf.h"

namespace credence::ledger {
namespace {

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return bytes;
}

struct Vector {
  const char *secret, *public_key, *alpha, *proof, *index;
};
// RFC 9381, Appendix B.1, examples 10 to 12.
constexpr Vector vectors[] = {
    {"c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
     "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6", "73616d706c65",
     "035b5c726e8c0e2c488a107c600578ee75cb702343c153cb1eb8dec77f4b5071b4a53f0a46f018bc2c56e58d383f2"
     "305"
     "e0975972c26feea0eb122fe7893c15af376b33edf7de17c6ea056d4d82de6bc02f",
     "a3ad7b0ef73d8fc6655053ea22f9bede8c743f08bbed3d38821f0e16474b505e"},
    {"c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
     "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6", "74657374",
     "034dac60aba508ba0c01aa9be80377ebd7562c4a52d74722e0abae7dc3080ddb56c19e067b15a8a8174905b136178"
     "045"
     "34214f935b94c2287f797e393eb0816969d864f37625b443f30f1a5a33f2b3c854",
     "a284f94ceec2ff4b3794629da7cbafa49121972671b466cab4ce170aa365f26d"},
    {"2ca1411a41b17b24cc8c3b089cfd033f1920202a6c0de8abb97df1498d50d2c8",
     "03596375e6ce57e0f20294fc46bdfcfd19a39f8161b58695b3ec5b3d16427c274d",
     "4578616d706c65207573696e67204543445341206b65792066726f6d20417070656e646978204c2e342e32206f662"
     "041"
     "4e53492e58392d36322d32303035",
     "03d03398bf53aa23831d7d1b2937e005fb0062cbefa06796579f2a1fc7e7b8c667d091c00b0f5c3619d10ecea4436"
     "3b5"
     "a599cadc5b2957e223fec62e81f7b4825fc799a771a3d7334b9186bdbee87316b1",
     "90871e06da5caa39a3c61578ebb844de8635e27ac0b13e829997d0d95dd98c19"},
};

TEST(Vrf, GivesTheExamplesOfTheRfc) {
  for (const auto& one : vectors) {
    const VrfKey key(from_hex(one.secret));
    EXPECT_EQ(to_hex(key.public_key()), one.public_key);
    const auto output = key.prove(from_hex(one.alpha));
    EXPECT_EQ(to_hex(output.proof), one.proof);
    EXPECT_EQ(to_hex(output.index), one.index);
    EXPECT_EQ(vrf_verify(key.public_key(), from_hex(one.alpha), output.proof), output.index);
  }
}

TEST(Vrf, AnyOtherByteIsRefused) {
  const VrfKey key(from_hex(vectors[0].secret));
  const auto output = key.prove("sample");
  for (std::size_t at = 0; at < output.proof.size(); ++at) {
    auto altered = output.proof;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_FALSE(vrf_verify(key.public_key(), "sample", altered)) << at;
  }
  EXPECT_FALSE(vrf_verify(key.public_key(), "sampl", output.proof));
  EXPECT_FALSE(vrf_verify(key.public_key(), "sample", output.proof.substr(1)));
  EXPECT_FALSE(vrf_verify("", "sample", output.proof));
  EXPECT_FALSE(
      vrf_verify(VrfKey(from_hex(vectors[2].secret)).public_key(), "sample", output.proof));
}

Digest key_of(int number) { return sha256("key " + std::to_string(number)); }
Digest value_of(int number) { return sha256("value " + std::to_string(number)); }

std::vector<MapEntry> entries_of(const std::set<int>& numbers) {
  std::vector<MapEntry> all;
  for (const int number : numbers) all.push_back({key_of(number), value_of(number)});
  return all;
}

RC_GTEST_PROP(SparseMap, WhoIsInItIsProvenPresentAndNobodyElseIs, ()) {
  const auto numbers = *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 400));
  auto entries = entries_of(numbers);
  const SparseMap map(entries);
  std::ranges::reverse(entries);
  RC_ASSERT(SparseMap(entries).root() == map.root());
  for (int number = 0; number < 400; number += 7) {
    const auto proof = map.prove(key_of(number));
    const bool in = numbers.contains(number);
    RC_ASSERT(verify_absence(map.root(), key_of(number), proof) == !in);
    RC_ASSERT(verify_presence(map.root(), key_of(number), value_of(number), proof) == in);
    RC_ASSERT(proof.size() < 1'024);
  }
}

// Whoever is in the map cannot be shown absent by bending its proof, or somebody else's.
RC_GTEST_PROP(SparseMap, AbsenceCannotBeForged, ()) {
  const auto numbers =
      *rc::gen::nonEmpty(rc::gen::container<std::set<int>>(rc::gen::inRange(0, 400)));
  const SparseMap map(entries_of(numbers));
  const int listed = *rc::gen::elementOf(numbers);
  auto proof = map.prove(key_of(*rc::gen::elementOf(std::vector<int>{listed, listed + 1, 1'000})));
  for (int bends = *rc::gen::inRange(0, 4); bends > 0 && !proof.empty(); --bends) {
    const auto at = *rc::gen::inRange<std::size_t>(0, proof.size());
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        proof[at] = static_cast<char>(proof[at] ^ 1 << *rc::gen::inRange(0, 8));
        break;
      case 1:
        proof.erase(at, 32);
        break;
      default:
        proof.insert(at, 32, '\0');
    }
  }
  RC_ASSERT(!verify_absence(map.root(), key_of(listed), proof));
}

TEST(SparseMap, EmptyOneAndNeighbours) {
  const SparseMap empty({});
  EXPECT_TRUE(verify_absence(empty.root(), key_of(1), empty.prove(key_of(1))));
  EXPECT_FALSE(verify_absence(empty.root(), key_of(1), ""));
  auto near = key_of(1);
  near[15] ^= 1;  // the last bit of 128
  const SparseMap two({{key_of(1), value_of(1)}, {near, value_of(2)}});
  EXPECT_TRUE(verify_presence(two.root(), near, value_of(2), two.prove(near)));
  EXPECT_FALSE(verify_presence(two.root(), near, value_of(1), two.prove(near)));
  EXPECT_FALSE(verify_absence(two.root(), near, two.prove(near)));
}

}  // namespace
}  // namespace credence::ledger
