// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/witness/witness.h"
#include "store/session.h"
#include "store/statements.h"
#include "support/platform.h"

// A province, a city that watches it, and somebody who compares.

namespace credence::testing {
namespace {

using ::testing::HasSubstr;

class Watching : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    watched_ = std::make_unique<Place>(GetParam());
    province_ = std::make_unique<Platform>(*watched_);
    // The city is another node with keys of its own.
    std::filesystem::remove(place().folder() / "log.key");
    std::filesystem::remove(place().folder() / "log.pub");
    SeededRandom random(77);
    ledger::NodeKeys::create(place().folder(), "city.test", ledger::Suite::international, random);
    std::ofstream(place().folder() / "witness.logs")
        << "# logs we watch\n"
        << province_->public_keys().front().text() << "\n";
    city_ = std::make_unique<Platform>(place());
  }
  Platform& province() { return *province_; }
  void grow(const std::string& number) {
    PenaltyRow row;
    row.number = number;
    province().take("penalty", penalty_header + row.text());
  }
  app::WitnessAnswer send(const std::string& request) {
    return app::Witness(*city_->database, city_->random).add_checkpoint(request);
  }
  app::Fetch to_city() {
    return [this](const std::string&, const std::string* post) -> Result<app::Fetched> {
      const auto answer = send(*post);
      return app::Fetched{answer.status, answer.body};
    };
  }
  Result<std::string> ask() {
    return app::ask_witness(*province().database, store::Lane::facts, "http://city.test/witness",
                            city_->public_keys(), to_city());
  }
  std::string head() {
    return store::log_head(province().database->read().sql(), store::Lane::facts).checkpoint;
  }
  std::unique_ptr<Place> watched_;
  std::unique_ptr<Platform> province_, city_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Watching, both_engines, engine_name);

TEST_P(Watching, TheCityCosignsWhatOnlyGrew) {
  grow("1号");
  const auto first = ask().or_throw();
  EXPECT_THAT(first, HasSubstr("— city.test/witness "));
  grow("2号");
  const auto second = ask().or_throw();
  const auto keys = city_->public_keys();
  const auto good = ledger::verify_note(ledger::parse_note(second).or_throw(), keys).or_throw();
  EXPECT_GT(good.front().time, 1'700'000'000);
  EXPECT_TRUE(ask());  // the same again
  EXPECT_TRUE(city_->fsck().empty());
}

TEST_P(Watching, ARewrittenHistoryIsNotCosigned) {
  grow("1号");
  ask().or_throw();
  // The province begins anew with the same keys.
  province().close();
  Place other(GetParam());
  for (const char* name : {"log.key", "log.pub"})
    std::filesystem::copy_file(watched_->folder() / name, other.folder() / name,
                               std::filesystem::copy_options::overwrite_existing);
  Platform rewritten(other);
  for (int i = 0; i < 3; ++i) {
    PenaltyRow row;
    row.number = "改" + std::to_string(i) + "号";
    rewritten.take("penalty", penalty_header + row.text());
  }
  const auto refused =
      app::ask_witness(*rewritten.database, store::Lane::facts, "http://city.test/witness",
                       city_->public_keys(), to_city());
  EXPECT_EQ(refused.error().id, "witness.refused");
}

TEST_P(Watching, AnswersAsTheProtocolSays) {
  grow("1号");
  const std::string note = head();
  EXPECT_EQ(send("nonsense").status, 400);
  EXPECT_EQ(send("old 0\n\n" + note.substr(0, 30)).status, 400);
  EXPECT_EQ(send("old 999999\n\n" + note).status, 400);
  auto unknown = note;
  unknown.replace(0, 13, "elsewhere.org");
  EXPECT_EQ(send("old 0\n\n" + unknown).status, 404);
  auto forged = note;
  forged[forged.size() - 10] ^= 1;
  EXPECT_NE(send("old 0\n\n" + forged).status, 200);
  EXPECT_EQ(send("old 0\n\n" + note).status, 200);
  const auto conflict = send("old 0\n\n" + note);
  EXPECT_EQ(conflict.status, 409);
  EXPECT_EQ(conflict.type, "text/x.tlog.size");
  const auto size =
      ledger::parse_checkpoint(ledger::parse_note(note).or_throw().text).or_throw().size;
  EXPECT_EQ(conflict.body, std::to_string(size) + "\n");
  grow("2号");
  EXPECT_EQ(send("old " + conflict.body + "\n" + head()).status, 422);  // without a proof
}

// Serves a platform's log as HTTP would.
app::Fetch serving(std::map<std::string, Platform*> sites) {
  return [sites](const std::string& url, const std::string*) -> Result<app::Fetched> {
    for (const auto& [address, platform] : sites) {
      if (!url.starts_with(address + "/")) continue;
      const auto lease = platform->database->read();
      const std::string path = url.substr(address.size() + 1);
      if (path == "checkpoint")
        return app::Fetched{200, store::log_head(lease.sql(), store::Lane::facts).checkpoint};
      const auto tile = ledger::parse_tile_address(path.substr(5));
      const auto body =
          tile ? store::log_resource(lease.sql(), store::Lane::facts, *tile) : std::nullopt;
      return body ? app::Fetched{200, *body} : app::Fetched{404, ""};
    }
    return app::Fetched{404, ""};
  };
}

TEST_P(Watching, AMonitorSeesASplitViewAndNotMereLag) {
  grow("1号");
  const auto keys = province().public_keys();
  const auto fetch = serving({{"http://a", &province()}});
  const auto early = app::fetch_log("http://a", keys, fetch).or_throw();
  grow("2号");
  const auto late = app::fetch_log("http://a", keys, fetch).or_throw();
  EXPECT_TRUE(app::check_same_log(early, late, fetch));
  EXPECT_TRUE(app::check_same_log(late, late, fetch));

  Place other(GetParam());
  for (const char* name : {"log.key", "log.pub"})
    std::filesystem::copy_file(watched_->folder() / name, other.folder() / name,
                               std::filesystem::copy_options::overwrite_existing);
  Platform twin(other);
  PenaltyRow row;
  row.number = "另1号";
  twin.take("penalty", penalty_header + row.text());
  const auto both = serving({{"http://a", &province()}, {"http://b", &twin}});
  const auto split = app::check_same_log(app::fetch_log("http://a", keys, both).or_throw(),
                                         app::fetch_log("http://b", keys, both).or_throw(), both);
  EXPECT_EQ(split.error().id, "monitor.split_view");
}

}  // namespace
}  // namespace credence::testing
