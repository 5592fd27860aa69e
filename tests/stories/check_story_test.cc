// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/check/answer_signer.h"
#include "store/marks.h"
#include "support/list_rows.h"
#include "support/platform.h"
#include "wire/from_json.h"

// A clerk at a counter asks what is in force for an applicant in one matter.

namespace credence::testing {
namespace {

using app::CheckAnswer;
using domain::MarkKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Checking : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    platform().editions->keep(platform().random);
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    clerk_ = platform().caller("wangfang", {{"counter_clerk"}, {}, {}, {}});
  }
  Platform& platform() { return *platform_; }
  const rulebook::RuleBook& book() { return *platform().book; }

  void list(const std::string& category = "重大税收违法失信主体", int number = 1) {
    const auto receipt =
        platform()
            .send("serious_dishonesty",
                  entry_row(company, number, category, Date(2026, 3, 2), "", ""), "list.jsonl")
            .or_throw();
    ASSERT_EQ(receipt.rejected, 0) << wire::to_line(receipt);
  }
  app::Permit permit(const std::string& purpose) {
    return platform()
        .gate->admit(book(), clerk_, {purpose, "SD2026-0001", "", "test", "r1"})
        .or_throw();
  }
  Result<std::string> ask(const std::string& matter, const std::string& purpose,
                          const std::string& code = company) {
    const auto asking = permit(purpose);
    const auto question = platform().checks->question(book(), asking, code, matter);
    if (!question) return question.error();
    return platform()
        .ledger->release(asking, platform().checks->check(book(), asking, *question))
        .json;
  }
  static CheckAnswer read(const std::string& json) {
    boost::json::value value = boost::json::parse(json);
    CheckAnswer answer;
    answer.number = value.at("number").as_string();
    answer.found = value.at("found").as_bool();
    for (const auto& one : value.at("constraints").as_array()) {
      app::CheckedMeasure measure;
      measure.measure = one.at("measure").as_string();
      measure.ground.list = one.at("ground").at("list").as_string();
      measure.ground.document_number = one.at("ground").at("document_number").as_string();
      measure.ground.disputed = one.at("ground").at("disputed").as_bool();
      measure.why.zh = one.at("why").at("zh").as_string();
      answer.constraints.push_back(measure);
    }
    for (const auto& one : value.at("rewards").as_array()) {
      app::CheckedMeasure measure;
      measure.measure = one.at("measure").as_string();
      answer.rewards.push_back(measure);
    }
    for (const auto& one : value.at("resting").as_array()) {
      app::CheckedMeasure measure;
      measure.measure = one.at("measure").as_string();
      answer.resting.push_back(measure);
    }
    return answer;
  }
  CheckAnswer procurement() {
    return read(ask("government_procurement", "procurement").or_throw());
  }
  store::RecordMark mark_of(MarkKind kind) {
    const auto subject = platform().subject_of(company);
    store::RecordFilter filter;
    filter.subject = subject;
    filter.items = {601};
    store::RecordMark mark;
    mark.subject = subject;
    mark.record = store::find_records(platform().database->read().sql(), filter, 1, std::nullopt)
                      .at(0)
                      .columns.key;
    mark.kind = kind;
    mark.case_number = "XF20260511-00000001";
    mark.basis = "NDRC-36-2025";
    return mark;
  }
  void put(MarkKind kind) {
    const auto mark = mark_of(kind);
    platform().database->facts().run(
        [&](store::Write& write) { store::put_mark(write, platform().random, mark); });
  }
  void end(MarkKind kind) {
    const auto mark = mark_of(kind);
    platform().database->facts().run([&](store::Write& write) {
      store::end_mark(write, platform().random, mark.subject, mark.record, kind, mark.case_number);
    });
  }

  std::unique_ptr<Platform> platform_;
  app::Caller clerk_ = app::Caller::anonymous();
};

std::vector<std::string> ids(const std::vector<app::CheckedMeasure>& measures) {
  std::vector<std::string> all;
  for (const auto& one : measures) all.push_back(one.measure);
  return all;
}

TEST_P(Checking, TellsTheChainFromRecordToListToMeasureToArticle) {
  list();
  const auto answer = procurement();
  ASSERT_THAT(ids(answer.constraints), ElementsAre("procurement_ban"));
  EXPECT_EQ(answer.constraints[0].ground.list, "tax_major");
  EXPECT_EQ(answer.constraints[0].ground.document_number, "列字1号");
  EXPECT_THAT(answer.constraints[0].why.zh,
              ::testing::AllOf(HasSubstr("国家税务总局济南市税务局"), HasSubstr("列字1号"),
                               HasSubstr("重大税收违法失信主体"), HasSubstr("第三十条")));
}

TEST_P(Checking, SaysWhatWasSearchedWhenNothingIsFound) {
  const auto json = ask("government_procurement", "procurement").or_throw();
  const auto value = boost::json::parse(json);
  EXPECT_FALSE(value.at("found").as_bool());
  EXPECT_THAT(json, HasSubstr("未发现有效的激励、惩戒措施"));
  EXPECT_FALSE(value.at("searched").at("lists").as_array().empty());
  EXPECT_EQ(value.at("day").as_string(), "2026-05-11");
}

TEST_P(Checking, LeavesOutWhatIsIrrelevantToTheMatter) {
  list();  // bars from procurement; nothing says that it bars from company posts or tendering
  EXPECT_THAT(read(ask("tendering", "tendering").or_throw()).constraints, IsEmpty());
}

TEST_P(Checking, IsRefusedForAPurposeThatTheMatterDoesNotHave) {
  const auto refused = ask("government_procurement", "funds");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().id, "check.purpose");
  EXPECT_EQ(ask("nothing_such", "funds").error().id, "check.matter");
}

TEST_P(Checking, IsRefusedToWhoSeesOnlyAPart) {
  clerk_ = platform().caller("narrow", {{"counter_clerk"}, {}, {"penalty"}, {}});
  EXPECT_EQ(ask("government_procurement", "procurement").error().id, "check.narrowed");
}

TEST_P(Checking, FreesTheSubjectInTheCommitInWhichTheGroundFalls) {
  list();
  EXPECT_THAT(procurement().constraints, SizeIs(1));
  put(MarkKind::repaired);
  EXPECT_THAT(procurement().constraints, IsEmpty());
  end(MarkKind::repaired);
  EXPECT_THAT(procurement().constraints, SizeIs(1));
  put(MarkKind::withdrawn);
  EXPECT_THAT(procurement().constraints, IsEmpty());
}

TEST_P(Checking, FreesTheSubjectOnTheDayTheGroundRunsOut) {
  list();  // three years from 2026-03-02
  platform().set_day(Date(2029, 3, 1));
  EXPECT_THAT(procurement().constraints, SizeIs(1));
  platform().set_day(Date(2029, 3, 2));
  EXPECT_THAT(procurement().constraints, IsEmpty());
}

TEST_P(Checking, FreesTheSubjectWhenTheListerReportsTheRemoval) {
  list();
  EXPECT_THAT(procurement().constraints, SizeIs(1));
  platform()
      .send("serious_dishonesty",
            entry_row(company, 1, "重大税收违法失信主体", Date(2026, 3, 2), "", "2026-05-11"),
            "removed.jsonl")
      .or_throw();
  EXPECT_THAT(procurement().constraints, IsEmpty());
}

TEST_P(Checking, MarksWhatIsDisputedAndRestsWhatIsLifted) {
  list();
  put(MarkKind::disputed);
  ASSERT_THAT(procurement().constraints, SizeIs(1));
  EXPECT_TRUE(procurement().constraints[0].ground.disputed);
  put(MarkKind::lifted);
  const auto answer = procurement();
  EXPECT_THAT(answer.constraints, IsEmpty());
  EXPECT_FALSE(answer.found);
  EXPECT_THAT(ids(answer.resting), ElementsAre("procurement_ban"));
}

TEST_P(Checking, OfAPersonTellsStatutoryLimitsOnOfficesAlone) {
  platform().take("penalty", penalty_header + personal_penalty().text());
  const auto json = ask("company_officer", "permit_review", citizen).or_throw();
  const auto value = boost::json::parse(json);
  EXPECT_TRUE(value.at("limits").as_array().empty());
  EXPECT_TRUE(value.at("constraints").as_array().empty());
  EXPECT_TRUE(value.at("facts").as_array().empty());
  EXPECT_EQ(value.at("name").as_string(), "");
  EXPECT_THAT(json, Not(HasSubstr(citizen)));
}

TEST_P(Checking, IsRenderedAgainByteForByteAfterNewRecordsAndRules) {
  list();
  const auto json = ask("government_procurement", "procurement").or_throw();
  const auto value = boost::json::parse(json);
  const auto known = *parse_instant(value.at("known").as_string());
  // New facts: a second entry, a repair, another name, another day.
  list("拖欠农民工工资失信联合惩戒对象", 2);
  put(MarkKind::repaired);
  platform().take("organization_registration", registration("济南新名科技有限公司", company));
  platform().set_day(Date(2027, 1, 4));
  EXPECT_NE(ask("government_procurement", "procurement").or_throw(), json);
  // And new rules: the ban is gone.
  auto files = rulebook::embedded_rule_files();
  files.erase("measures/procurement_ban.yaml");
  const auto reading = rulebook::read_rules(files);
  ASSERT_TRUE(reading.book);
  app::Editions editions(*platform().database, reading.book);
  editions.keep(platform().random);
  app::StandingIndex index(*platform().database, editions.now());
  app::Checks checks(*platform().database, *platform().dictionaries, index, editions,
                     platform().vault.person_secret(), platform().clock);
  const auto asking = permit("procurement");
  const auto question =
      checks.question(*reading.book, asking, company, "government_procurement").or_throw();
  const auto now =
      platform().ledger->release(asking, checks.check(*reading.book, asking, question)).json;
  EXPECT_THAT(now, Not(HasSubstr("\"procurement_ban\"")));
  const auto again =
      platform()
          .ledger
          ->release(asking, checks.replay(asking, question, {Date(2026, 5, 11), known}).or_throw())
          .json;
  EXPECT_EQ(again, json);
  EXPECT_THAT(platform().fsck(), IsEmpty());
}

TEST_P(Checking, IsNotGivenForADayOrInstantAtWhichNobodyAsked) {
  list();
  const auto known = *parse_instant(
      std::string(boost::json::parse(ask("government_procurement", "procurement").or_throw())
                      .at("known")
                      .as_string()));
  const auto asking = permit("procurement");
  const auto question =
      platform().checks->question(book(), asking, company, "government_procurement").or_throw();
  const auto refusal = [&](const app::AsOf& as_of) {
    const auto again = platform().checks->replay(asking, question, as_of);
    return again ? std::string() : again.error().id;
  };
  EXPECT_EQ(refusal({Date(2026, 5, 11), known}), "");
  EXPECT_EQ(refusal({Date(2029, 3, 2), known}),
            "check.not_asked");  // the entry has run out by then
  EXPECT_EQ(refusal({Date(2126, 1, 1), start_of(Date(2126, 1, 1))}), "check.not_asked");
  EXPECT_EQ(refusal({Date(2026, 5, 11), start_of(Date(2026, 1, 1))}), "check.not_asked");
}

TEST_P(Checking, LeavesATraceThatTheSubjectSees) {
  list();
  (void)procurement();
  const auto lease = platform().settled();
  const auto rows = lease.sql().query("SELECT items, shown, matter FROM access_entry", {});
  ASSERT_TRUE(rows->next());
  EXPECT_THAT(std::string(rows->bytes(0)), HasSubstr("check/government_procurement/HC20260511-"));
  EXPECT_EQ(rows->number(1), 1);
  EXPECT_EQ(rows->bytes(2), "SD2026-0001");
}

TEST_P(Checking, TwoProcessesOverOneDatabaseSeeEachOthersCommitsAtOnce) {
  if (platform().database->engine() != store::Engine::postgresql)
    GTEST_SKIP() << "one process holds a SQLite folder";
  const auto other = store::Database::open(place().location(), platform().clock);
  app::StandingIndex index(*other, platform().editions->now());
  EXPECT_THAT(index.of(platform().subject_of(company)).heads, IsEmpty());
  list();
  EXPECT_THAT(index.of(platform().subject_of(company)).heads, SizeIs(1));
  put(MarkKind::withdrawn);
  EXPECT_THAT(index.of(platform().subject_of(company)).heads, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Engines, Checking, both_engines, engine_name);

TEST(SignedAnswers, AreSignedTogetherAndProvenOneByOne) {
  SeededRandom random(3);
  ManualClock clock(start_of(Date(2026, 5, 11)));
  const ledger::SigningKey key(ledger::Algorithm::ed25519, "credence.test/answers",
                               random.bytes(32));
  const std::vector<ledger::VerifierKey> keys = {key.verifier()};
  std::mutex mutex;
  std::vector<std::string> files;
  {
    app::AnswerSigner signer(key, clock);
    for (int i = 0; i < 100; ++i) {
      signer.sign("{\"answer\":" + std::to_string(i) + "}",
                  [&](const std::string& answer, const ledger::Proof& proof) {
                    const std::lock_guard lock(mutex);
                    files.push_back(app::with_answer(proof, answer));
                  });
    }
  }
  ASSERT_THAT(files, SizeIs(100));
  for (int i = 0; i < 100; ++i) {
    const auto& file = files[static_cast<std::size_t>(i)];
    ASSERT_TRUE(app::is_answer_proof(file));
    const auto verified = app::verify_answer(file, keys);
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->answer, "{\"answer\":" + std::to_string(i) + "}");
  }
  auto proof = ledger::parse_proof(files[7]).or_throw();
  proof.extra = "{\"answer\":8}";
  EXPECT_FALSE(app::verify_answer(ledger::to_text(proof), keys));
}

}  // namespace
}  // namespace credence::testing
