// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_node.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "support/list_rows.h"

// fsck beside a platform that goes on writing.

namespace credence::cli {
namespace {

using credence::testing::bureau;
using credence::testing::company;
using credence::testing::PenaltyRow;

class AuditBesideWriting : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    NodeSettings settings;
    settings.folder = folder_.path() / "data";
    settings.unit = credence::testing::centre;
    settings.database =
        GetParam() == store::Engine::sqlite ? "sqlite" : place().location().connection;
    init_folder(settings, clock_, random_).or_throw();
    node_ = std::make_unique<Node>(read_settings(settings), clock_, random_);
    node_->attest_settings();
  }
  void send(const std::string& item, const std::string& name, const std::string& bytes) {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    const auto receipt =
        node_->intake.submit(*node_->book, {path, name, item, bureau, "山东省市场监督管理局"});
    ASSERT_TRUE(receipt);
    EXPECT_LE(receipt->rejected, 1) << wire::to_line(*receipt);
  }
  // Penalties, the same ones changed, one refused, and an entry on a list, which the standing index
  // follows.
  void write(int round) {
    std::string file = credence::testing::penalty_header;
    for (int n = 0; n < 100; ++n) {
      PenaltyRow row;
      row.number = "济市监罚〔2026〕" + std::to_string(n % 60) + "号";
      row.fine = std::to_string(round + 1);
      if (n == 99) row.code = "91370100MA3ABCD15G";
      file += row.text();
    }
    send("penalty", "penalties.csv", file);
    send("serious_dishonesty", "list.jsonl",
         credence::testing::entry_row(company, round + 1, "重大税收违法失信主体", Date(2025, 12, 2),
                                      "", ""));
  }
  credence::testing::TemporaryFolder folder_;
  const SystemClock clock_;
  SystemRandom random_;
  std::unique_ptr<Node> node_;
};
INSTANTIATE_TEST_SUITE_P(Engines, AuditBesideWriting, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(AuditBesideWriting, FindsNothingWhereNothingIsWrong) {
  std::atomic<bool> writing = true;
  std::thread writer([&] {
    for (int round = 0; round < 30; ++round) write(round);
    writing = false;
  });
  int audits = 0;
  while (writing) {
    const auto report = audit_node(*node_, {false, 20, false});
    for (const auto& one : report.differences)
      ADD_FAILURE() << one.id << ' ' << one.where << ' ' << one.message.en;
    ++audits;
  }
  writer.join();
  EXPECT_GE(audits, 2);
  EXPECT_TRUE(audit_node(*node_, {false, 20, true}).differences.empty());
}

TEST_P(AuditBesideWriting, TellsHowFarItIsAndStopsWhenAsked) {
  write(0);
  app::AuditWatch watch;
  const auto report = audit_node(*node_, {}, &watch);
  EXPECT_TRUE(report.differences.empty());
  for (const auto& one : report.checked) EXPECT_NE(one.label.zh, one.label.en);
  const auto progress = watch.progress();
  EXPECT_EQ(progress.step, progress.steps);
  EXPECT_GE(progress.entries, 100);
  EXPECT_GE(progress.compared, 100);
  watch.stop();
  EXPECT_THROW((void)audit_node(*node_, {}, &watch), app::AuditWatch::Stopped);
}

}  // namespace
}  // namespace credence::cli
