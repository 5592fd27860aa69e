// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

#include "ledger/merkle.h"
#include "ledger/note.h"

// The cases of transparency-dev/merkle (Apache-2.0), where they stand beside the project.

namespace credence::testing {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

fs::path cases(const char* kind) {
  return fs::path(std::getenv("CREDENCE_SOURCE")) / "../shared/data/merkle/testdata" / kind;
}

json::object read(const fs::path& file) {
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return json::parse(text).as_object();
}

std::optional<Digest> hash(const json::value& value) {
  return value.is_string() ? ledger::digest_from_base64(std::string(value.as_string()))
                           : std::nullopt;
}

// A root that is not a hash at all ("don't care") stands for one that is no tree's.
std::optional<Digest> any_root(const json::value& value) {
  const std::string text(value.as_string());
  const auto digest = hash(value);
  return digest ? digest : sha256("no root: " + text);
}

// Nothing when one of them is not a hash at all.
std::optional<std::vector<Digest>> hashes(const json::value& value) {
  std::vector<Digest> all;
  if (value.is_null()) return all;
  for (const auto& one : value.as_array()) {
    const auto digest = hash(one);
    if (!digest) return std::nullopt;
    all.push_back(*digest);
  }
  return all;
}

std::uint64_t number(const json::value& value) { return value.to_number<std::uint64_t>(); }

bool includes(const json::object& given) {
  const auto leaf = hash(given.at("leafHash")), root = hash(given.at("root"));
  const auto proof = hashes(given.at("proof"));
  return leaf && root && proof &&
         ledger::verify_inclusion(number(given.at("leafIdx")), number(given.at("treeSize")), *leaf,
                                  *proof, *root);
}

bool consistent(const json::object& given) {
  const auto from = any_root(given.at("root1")), to = any_root(given.at("root2"));
  const auto proof = hashes(given.at("proof"));
  return from && to && proof &&
         ledger::verify_consistency(number(given.at("size1")), number(given.at("size2")), *proof,
                                    *from, *to);
}

int check_all(const char* kind, bool (*accepts)(const json::object&), int& refused) {
  int count = 0;
  for (const auto& file : fs::recursive_directory_iterator(cases(kind))) {
    if (file.path().extension() != ".json") continue;
    const auto given = read(file.path());
    const bool wanted = !given.at("wantErr").as_bool();
    EXPECT_EQ(accepts(given), wanted) << file.path();
    refused += wanted ? 0 : 1;
    ++count;
  }
  return count;
}

TEST(MerkleCases, EveryInclusionAndConsistencyCaseGivesTheStatedVerdict) {
  if (!fs::exists(cases("inclusion")))
    GTEST_SKIP() << "shared/data/merkle is not beside the project";
  int refused = 0;
  EXPECT_GT(check_all("inclusion", includes, refused), 50);
  EXPECT_GT(check_all("consistency", consistent, refused), 50);
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace credence::testing
