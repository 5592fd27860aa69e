// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <set>

#include "app/access/row_statement.h"
#include "app/erasure/erasure.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/session.h"
#include "support/platform.h"

// PIPL art. 47: what must go is gone, and the log still proves what it proved.

namespace credence::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Erasing : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    erasures_ = std::make_unique<app::Erasures>(*platform().database, platform().vault);
    PenaltyRow refused = personal_penalty();
    refused.number = "";
    refused.document = "110105 19491231002X";
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text() +
                                   personal_penalty().text() + refused.text());
  }
  Platform& platform() { return *platform_; }
  app::Erasures& erasures() { return *erasures_; }
  app::Caller clerk() {
    return platform().caller("王科员", {{"steward", "steward_lead"}, {}, {}, {}}, centre);
  }
  app::Caller head() { return platform().caller("李处长", {{"steward_lead"}, {}, {}, {}}, centre); }
  Result<app::Erasure> propose(const std::string& ground = "unlawful_processing") {
    return erasures().propose(*platform().book, citizen, ground, "申请〔2026〕3号", clerk());
  }
  app::Erasure erase() {
    const auto proposed = propose().or_throw();
    return erasures().approve(*platform().book, proposed.number, citizen, head()).or_throw();
  }
  // Every byte of every file of the data folder.
  std::string all_bytes() {
    std::string bytes;
    for (const auto& file : std::filesystem::recursive_directory_iterator(place().folder())) {
      if (!file.is_regular_file() || file.path().filename() == "file.csv") continue;
      std::ifstream in(file.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    return bytes;
  }
  std::vector<std::string> differences() {
    std::vector<std::string> all;
    for (const auto& one : platform().fsck(true)) all.push_back(one.id + " " + one.where);
    return all;
  }
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<app::Erasures> erasures_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Erasing, both_engines, engine_name);

TEST_P(Erasing, NeedsAGroundAReasonAndSomebodyElse) {
  const auto& book = *platform().book;
  EXPECT_EQ(erasures().propose(book, citizen, "because", "x", clerk()).error().id,
            "erasure.ground");
  EXPECT_EQ(erasures().propose(book, citizen, "unlawful_processing", "", clerk()).error().id,
            "erasure.reason");
  EXPECT_EQ(erasures().propose(book, citizen, "unlawful_processing", "x", head()).error().id,
            "access.power");
  EXPECT_EQ(erasures().propose(book, company, "consent_withdrawn", "x", clerk()).error().id,
            "erasure.not_for");
  const auto proposed = propose().or_throw();
  EXPECT_EQ(proposed.state, "proposed");
  EXPECT_EQ(platform().count("record"), 2);
  EXPECT_EQ(propose().error().id, "erasure.proposed");
  EXPECT_EQ(erasures().approve(book, proposed.number, citizen, clerk()).error().id,
            "erasure.four_eyes");
  EXPECT_EQ(erasures().approve(book, proposed.number, company, head()).error().id,
            "erasure.unknown");
  const auto done = erasures().approve(book, proposed.number, citizen, head()).or_throw();
  EXPECT_EQ(done.state, "done");
  EXPECT_EQ(done.records, 1);
  EXPECT_EQ(platform().count("record"), 1);
  EXPECT_EQ(propose().error().id, "subject.not_found");
}

TEST_P(Erasing, AnEndedPeriodNeedsNoSecondPerson) {
  EXPECT_EQ(propose("retention_ended").or_throw().state, "done");
}

TEST_P(Erasing, EveryOlderProofStaysValid) {
  const auto keys = platform().public_keys();
  const auto of_person = platform().row_proof("1", 3), of_company = platform().row_proof("1", 2);
  const auto old_head = store::log_head(platform().database->read().sql(), store::Lane::facts);
  erase();
  const auto verified = app::verify_proof(of_person, keys).or_throw();
  EXPECT_THAT(verified.statement, HasSubstr(citizen));  // what its holder holds
  EXPECT_TRUE(app::verify_proof(of_company, keys));
  EXPECT_TRUE(app::verify_proof(platform().row_proof("1", 2), keys));
  // The log has only grown.
  const auto before = ledger::open_checkpoint(old_head.checkpoint, keys).or_throw().checkpoint;
  const auto lease = platform().database->read();
  const auto now = store::log_head(lease.sql(), store::Lane::facts);
  const auto after = ledger::open_checkpoint(now.checkpoint, keys).or_throw().checkpoint;
  EXPECT_TRUE(ledger::verify_consistency(
      before.size, after.size,
      ledger::consistency_proof(store::log_nodes(lease.sql(), store::Lane::facts), before.size,
                                after.size),
      before.root, after.root));
}

TEST_P(Erasing, ThePlatformStaysSoundAndTheDestructionIsItselfAttested) {
  erase();
  EXPECT_THAT(differences(), IsEmpty());
  const auto said =
      store::last_statement(platform().database->read().sql(), domain::Attested::erasure);
  ASSERT_TRUE(said);
  EXPECT_THAT(said->text, HasSubstr("李处长"));
  EXPECT_THAT(said->text, HasSubstr("PIPL-2021/47"));
  EXPECT_EQ(said->text.find(citizen), std::string::npos);
  platform().database->facts().run(
      [](store::Write& write) { write.sql.run("UPDATE erasure SET decided_by = '张三'"); });
  EXPECT_THAT(differences(), ::testing::ElementsAre("fsck.erasure erasure 1"));
}

TEST_P(Erasing, ThePlatformAnswersAsIfThePersonHadNeverBeen) {
  const auto asking = platform().permit("permit_review", "甲", "1");
  EXPECT_TRUE(platform().ask(citizen, asking));
  erase();
  EXPECT_EQ(platform().ask(citizen, asking).error().id, "subject.not_found");
  const auto provider = platform().permit("own_submission", "乙");
  EXPECT_EQ(platform().intake->row_proof(provider, bureau, "1", 3).error().id, "receipt.no_row");
  EXPECT_EQ(platform().records_of(company, "penalty").size(), 1U);  // others are untouched
}

// The strongest guess: the whole statement is known but its salt, and so are all files with the
// node's secrets.
TEST_P(Erasing, KnowingThePersonAndHoldingTheFolderDoesNotTellWhatTheLogAttested) {
  const auto proof = ledger::parse_proof(platform().row_proof("1", 3)).or_throw();
  const auto statement = proof.extra.substr(ledger::salt_bytes);
  const auto entry =
      store::log_entry(platform().database->read().sql(), store::Lane::facts, proof.index);
  erase();
  platform().close();
  erasures_.reset();
  const std::string bytes = all_bytes();
  EXPECT_EQ(bytes.find(citizen), std::string::npos);
  EXPECT_EQ(bytes.find("张三"), std::string::npos);
  if (GetParam() == store::Engine::postgresql) return;  // its files are the server's
  ASSERT_GT(bytes.size(), 100'000U);
  std::set<std::string> tried;
  for (std::size_t at = 0; at + app::seed_bytes <= bytes.size(); ++at) {
    const auto salt = bytes.substr(at, ledger::salt_bytes);
    if (tried.insert(salt).second) {
      ASSERT_NE(entry.substr(1), ledger::bytes_of(ledger::commitment(salt, statement)));
    }
    if (at % 8 == 0 || tried.size() < 100'000) {
      const auto grown = app::row_salt(bytes.substr(at, app::seed_bytes), 3);
      ASSERT_NE(entry.substr(1), ledger::bytes_of(ledger::commitment(grown, statement)));
    }
  }
}

TEST_P(Erasing, BeforeItTheSameGuessSucceeds) {
  if (GetParam() == store::Engine::postgresql) GTEST_SKIP() << "its files are the server's";
  const auto proof = ledger::parse_proof(platform().row_proof("1", 3)).or_throw();
  const auto statement = proof.extra.substr(ledger::salt_bytes);
  platform().close();
  erasures_.reset();
  const std::string bytes = all_bytes();
  bool found = false;
  for (std::size_t at = 0; at + app::seed_bytes <= bytes.size() && !found; ++at)
    found = app::row_salt(bytes.substr(at, app::seed_bytes), 3) ==
            proof.extra.substr(0, ledger::salt_bytes);
  EXPECT_TRUE(found);
}

TEST_P(Erasing, AReportOfThePersonGoesToo) {
  const auto asking = platform().permit("self", "张三");
  const auto report =
      platform().reports->issue(asking, platform().ask(citizen, asking).or_throw(), "本人查询");
  erase();
  EXPECT_FALSE(platform().reports->confirm(report.number, report.check_code).genuine);
  EXPECT_THAT(differences(), IsEmpty());
}

// The case, what was said in it, its documents and who said it.
TEST_P(Erasing, TheCasesOfThePersonGoTooWithTheirDocuments) {
  const auto owner = platform().caller("zhangsan", {{"subject"}, {}, {}, {}}, "", citizen);
  const auto asking = platform().permit("self", "张三");
  const auto file = platform().ask(citizen, asking).or_throw();
  const auto kept =
      platform().documents->keep(*platform().book, "a.pdf", "%PDF-1.4\n%%EOF\n").or_throw();
  app::CaseForm form;
  form.procedure = "objection";
  form.record = std::to_string(file.records.at(0).record.value);
  form.fields = {{"claim", "不是本人"}, {"ground", "not_mine"}};
  form.documents = {app::attached(kept, "evidence")};
  const auto opened = platform().cases->open(*platform().book, owner, form).or_throw();
  erase();
  EXPECT_EQ(platform().count("case_step"), 0);
  EXPECT_EQ(platform().documents->open(kept.sha256).error().id, "document.not_found");
  EXPECT_EQ(platform().cases->show(*platform().book, owner, opened.number).error().id,
            "case.not_found");
  EXPECT_THAT(differences(), IsEmpty());
}

}  // namespace
}  // namespace credence::testing
