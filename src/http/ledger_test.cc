// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include <future>

#include "http/fsck_runs.h"
#include "support/served.h"

// The state of the logs, and fsck started from a page.

namespace credence::http {
namespace {

using credence::testing::centre;
using credence::testing::Site;
using ::testing::HasSubstr;
namespace json = boost::json;

class LedgerAddresses : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    site_ = std::make_unique<Site>(*platform_, place());
    platform_->take("penalty",
                    credence::testing::penalty_header + credence::testing::PenaltyRow().text());
    auditor_ = site_->session("shenji", {{"audit_administrator"}, {}, {}, {}}, centre);
    steward_ = site_->session("wangjing", {{"steward"}, {}, {}, {}}, centre);
  }
  // Offers fsck; the run waits until it is told to go on.
  void offer() {
    fsck_ = std::make_unique<FsckRuns>(platform_->clock, [this](bool, app::AuditWatch& watch) {
      watch.begin(1, 1, {"事实日志", "the log of facts"});
      app::Audit audit(*platform_->database, platform_->log_keys(), 20, &watch);
      audit.check_log(store::Lane::facts);
      go_on_.get_future().wait();
      audit.check_statements();
      audit.note("fsck.record", "record 1/2", {"不符", "differs"});
      return app::report_of(audit);
    });
    site_->services().fsck = fsck_.get();
  }
  Response get(const std::string& token, const std::string& target) {
    return site_->send(site_->in_session(Site::get(target), token));
  }
  Response start(const std::string& token) {
    return site_->send(site_->in_session(Site::post("/api/v1/ledger/fsck"), token));
  }
  json::value wait_for_last() {
    for (;;) {
      auto state = json::parse(get(auditor_, "/api/v1/ledger/fsck").body);
      if (state.as_object().contains("last")) return state;
      std::this_thread::yield();
    }
  }
  std::promise<void> go_on_;
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<FsckRuns> fsck_;
  std::string auditor_, steward_;
};
INSTANTIATE_TEST_SUITE_P(Engines, LedgerAddresses, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(LedgerAddresses, TheStateTellsBothLogsAndWhoSignedThem) {
  const auto response = get(steward_, "/api/v1/ledger/state");
  ASSERT_EQ(response.status, 200) << response.body;
  const auto state = json::parse(response.body);
  const auto& facts = state.at("lanes").at(0);
  EXPECT_EQ(facts.at("lane").as_string(), "facts");
  EXPECT_GT(facts.at("size").as_int64(), 0);
  EXPECT_EQ(facts.at("root").as_string().size(), 44U);  // 32 bytes in base64
  EXPECT_TRUE(facts.as_object().contains("committed"));
  EXPECT_EQ(facts.at("signatures").at(0).at("kind").as_string(), "ed25519");
  EXPECT_EQ(state.at("lanes").at(1).at("lane").as_string(), "access");
  EXPECT_FALSE(state.at("fsck_here").as_bool());
}

TEST_P(LedgerAddresses, OnlyWhoAnswersForTheNodeSeesThemAndOnlyTheAuditStartsFsck) {
  offer();
  const auto clerk = site_->session("bangong", {{"provider_clerk"}, {}, {}, {}});
  for (const char* target : {"/api/v1/ledger/state", "/api/v1/ledger/fsck"}) {
    EXPECT_EQ(site_->send(Site::get(target)).status, 401) << target;
    EXPECT_EQ(get(clerk, target).status, 403) << target;
    EXPECT_EQ(get(steward_, target).status, 200) << target;
  }
  EXPECT_EQ(start(steward_).status, 403);
  go_on_.set_value();
}

TEST_P(LedgerAddresses, OneFsckRunsAtATimeAndItsFindingsStay) {
  offer();
  const auto begun = start(auditor_);
  ASSERT_EQ(begun.status, 200) << begun.body;
  EXPECT_THAT(begun.body, HasSubstr("\"state\":\"running\""));
  EXPECT_EQ(start(auditor_).status, 409);
  const auto while_running = json::parse(get(steward_, "/api/v1/ledger/fsck").body);
  EXPECT_EQ(while_running.at("running").at("account").as_string(), "shenji");
  EXPECT_EQ(while_running.at("running").at("progress").at("steps").as_int64(), 1);
  go_on_.set_value();
  const auto state = wait_for_last();
  EXPECT_FALSE(state.as_object().contains("running"));
  const auto& last = state.at("last");
  EXPECT_EQ(last.at("state").as_string(), "differs");
  EXPECT_EQ(last.at("differences").at(0).at("id").as_string(), "fsck.record");
  EXPECT_TRUE(last.as_object().contains("seconds"));
  EXPECT_FALSE(last.as_object().contains("progress"));
  EXPECT_THAT(get(steward_, "/api/v1/ledger/state").body, HasSubstr("fsck.record"));
}

TEST_P(LedgerAddresses, WhereFsckIsNotOfferedThatIsSaid) {
  const auto response = start(auditor_);
  EXPECT_EQ(response.status, 503);
  EXPECT_THAT(response.body, HasSubstr("fsck.not_here"));
}

TEST(FsckRuns, AreStoppedWithTheServer) {
  const SystemClock clock;
  std::promise<void> stopped;
  {
    FsckRuns runs(clock, [&](bool, app::AuditWatch& watch) -> app::AuditReport {
      try {
        for (;;) watch.compared();
      } catch (const app::AuditWatch::Stopped&) {
        stopped.set_value();
        throw;
      }
    });
    ASSERT_TRUE(runs.start({"shenji", centre}, false));
  }
  stopped.get_future().get();
}

}  // namespace
}  // namespace credence::http
