// SPDX-License-Identifier: Apache-2.0
#include "store/log.h"

#include <gtest/gtest.h>

#include "ledger/entry.h"
#include "ledger/keys.h"
#include "ledger/note.h"
#include "store/session.h"
#include "support/place.h"

namespace credence::store {
namespace {

Digest numbered(std::uint64_t i) { return sha256("statement " + std::to_string(i)); }

class Log : public testing::OnBothEngines {
 protected:
  std::unique_ptr<Database> open() { return Database::open(place().location(), clock_); }
  std::vector<ledger::VerifierKey> known() {
    return ledger::NodeKeys::open(place().folder()).verifiers();
  }
  static void append(Database& database, std::uint64_t count) {
    database.facts().run([count](Write& write) {
      for (std::uint64_t i = 0; i < count; ++i) write.log.append(7, numbered(write.log.size()));
    });
  }
  static ledger::Frontier expected(std::uint64_t size) {
    ledger::Frontier frontier;
    for (std::uint64_t i = 0; i < size; ++i)
      frontier.append(ledger::leaf_hash(ledger::entry_of(7, numbered(i))));
    return frontier;
  }
  void expect_log(Database& database, std::uint64_t size) {
    const auto lease = database.read();
    const auto head = log_head(lease.sql(), Lane::facts);
    const auto keys = known();
    const auto opened = ledger::open_checkpoint(head.checkpoint, keys).or_throw();
    EXPECT_EQ(opened.checkpoint.origin, "credence.test/log/facts");
    EXPECT_EQ(opened.checkpoint.size, size);
    EXPECT_EQ(opened.checkpoint.root, expected(size).root());
    EXPECT_EQ(ledger::root_of(log_nodes(lease.sql(), Lane::facts), size), expected(size).root());
  }
  ManualClock clock_{start_of(Date(2026, 5, 11))};
};
INSTANTIATE_TEST_SUITE_P(Engines, Log, testing::both_engines, testing::engine_name);

TEST_P(Log, EveryGroupEndsInASignedCheckpointOfAllEntriesSoFar) {
  auto database = open();
  std::uint64_t size = 0;
  for (const std::uint64_t more : {1, 2, 253, 1, 255, 300, 1'000, 70'000}) {
    append(*database, more);
    size += more;
    expect_log(*database, size);
  }
  database.reset();
  database = open();
  append(*database, 5);
  expect_log(*database, size + 5);
}

TEST_P(Log, AGroupThatFailsLeavesNoEntry) {
  const auto database = open();
  append(*database, 300);
  EXPECT_THROW(database->facts().run([](Write& write) {
    for (int i = 0; i < 700; ++i) write.log.append(7, numbered(1));
    throw Failure(make_error(ErrorCode::internal, "test", {"坏", "bad"}));
  }),
               Failure);
  expect_log(*database, 300);
  append(*database, 1);
  expect_log(*database, 301);
}

TEST_P(Log, ServesTheTilesOfTheSpecification) {
  const auto database = open();
  append(*database, 70'000);
  const auto lease = database->read();
  const auto body = [&](ledger::TileAddress address) {
    return log_resource(lease.sql(), Lane::facts, address);
  };
  EXPECT_EQ(body({false, 0, 272, 256})->size(), 8'192U);
  EXPECT_EQ(body({false, 0, 273, 112})->size(), 112U * 32);
  EXPECT_EQ(body({false, 1, 1, 17})->size(), 17U * 32);
  EXPECT_EQ(body({false, 2, 0, 1})->size(), 32U);
  EXPECT_EQ(body({true, 0, 273, 112})->size(), 112U * 35);
  EXPECT_FALSE(body({false, 0, 273, 256}));
  EXPECT_FALSE(body({false, 3, 0, 1}));
  // A client's view: the level-1 hash is the root of the level-0 tile below it.
  ledger::Frontier tile;
  const auto leaves = *body({false, 0, 17, 256});
  for (std::size_t i = 0; i < 256; ++i)
    tile.append(*ledger::digest_from(leaves.substr(32 * i, 32)));
  EXPECT_EQ(body({false, 1, 0, 256})->substr(17 * 32, 32), ledger::bytes_of(tile.root()));
}

TEST_P(Log, ProofsFromStoredTilesHold) {
  const auto database = open();
  append(*database, 66'000);
  const auto lease = database->read();
  const auto nodes = log_nodes(lease.sql(), Lane::facts);
  const auto root = expected(66'000).root();
  for (const std::uint64_t index : {0U, 255U, 256U, 65'535U, 65'536U, 65'999U}) {
    const auto leaf = ledger::leaf_hash(log_entry(lease.sql(), Lane::facts, index));
    EXPECT_TRUE(ledger::verify_inclusion(index, 66'000, leaf,
                                         ledger::inclusion_proof(nodes, index, 66'000), root));
  }
  EXPECT_TRUE(ledger::verify_consistency(300, 66'000, ledger::consistency_proof(nodes, 300, 66'000),
                                         expected(300).root(), root));
}

TEST_P(Log, AnotherNodesKeyCannotGoOnWithIt) {
  append(*open(), 3);
  std::filesystem::remove(place().folder() / "log.key");
  std::filesystem::remove(place().folder() / "log.pub");
  SeededRandom random(99);
  ledger::NodeKeys::create(place().folder(), "credence.test", ledger::Suite::international, random);
  EXPECT_THROW(append(*open(), 1), Failure);
}

TEST(LogOfSeveralProcesses, OnPostgresqlIsOneSequence) {
  if (testing::postgresql_server() == nullptr) GTEST_SKIP() << "no PostgreSQL";
  testing::Place place(Engine::postgresql);
  const ManualClock clock(start_of(Date(2026, 5, 11)));
  const auto one = Database::open(place.location(), clock),
             other = Database::open(place.location(), clock);
  for (int i = 0; i < 20; ++i) {
    for (auto* database : {one.get(), other.get()}) {
      database->facts().run([](Write& write) {
        for (int k = 0; k < 30; ++k) write.log.append(7, numbered(write.log.size()));
      });
    }
  }
  const auto lease = one->read();
  EXPECT_EQ(log_head(lease.sql(), Lane::facts).size, 1'200U);
  ledger::Frontier frontier;
  for (std::uint64_t i = 0; i < 1'200; ++i)
    frontier.append(ledger::leaf_hash(ledger::entry_of(7, numbered(i))));
  EXPECT_EQ(ledger::root_of(log_nodes(lease.sql(), Lane::facts), 1'200), frontier.root());
}

TEST(NationalSuite, SignsEachCheckpointTwice) {
  testing::TemporaryFolder folder;
  SeededRandom random(5);
  ledger::NodeKeys::create(folder.path(), "credit.example.cn", ledger::Suite::national, random);
  const ManualClock clock(start_of(Date(2026, 5, 11)));
  const auto database = Database::open({Engine::sqlite, folder.path(), {}}, clock);
  database->facts().run([](Write& write) { write.log.append(1, numbered(0)); });
  const auto head = log_head(database->read().sql(), Lane::facts);
  const auto note = ledger::parse_note(head.checkpoint).or_throw();
  ASSERT_EQ(note.signatures.size(), 2U);
  const auto keys = ledger::NodeKeys::open(folder.path()).verifiers();
  EXPECT_EQ(ledger::verify_note(note, keys).or_throw().size(), 2U);
  // A client that knows only Ed25519, and an evaluator that knows only SM2.
  EXPECT_EQ(ledger::verify_note(note, std::span(keys).subspan(0, 1)).or_throw().size(), 1U);
  EXPECT_EQ(ledger::verify_note(note, std::span(keys).subspan(1, 1)).or_throw().size(), 1U);
}

}  // namespace
}  // namespace credence::store
