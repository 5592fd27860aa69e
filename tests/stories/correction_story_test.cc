// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/intake/correction.h"
#include "app/intake/quality.h"
#include "store/session.h"
#include "support/platform.h"

// SD-2020 art. 39: what was found to be wrong is corrected, and everything else stays provable.

namespace credence::testing {
namespace {

using app::CorrectionOrder;
using app::FieldChange;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Correcting : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<Platform>(place());
    corrections_ = std::make_unique<app::Corrections>(
        *platform().database, *platform().dictionaries, platform().vault, platform().clock);
    platform().take("organization_registration", registration("济南明信科技有限公司", company));
    platform().take("penalty", penalty_header + PenaltyRow().text() + personal_penalty().text());
    sent_ = platform().clock.now();
    platform().set_day(Date(2026, 6, 1));
  }
  Platform& platform() { return *platform_; }
  app::Corrections& corrections() { return *corrections_; }

  store::StoredRecord stored(const std::string& code) {
    store::RecordFilter filter;
    filter.subject = platform().subject_of(code);
    filter.items = {302};
    return store::find_records(platform().database->read().sql(), filter, 1, std::nullopt).at(0);
  }
  CorrectionOrder order(const std::string& code, std::vector<FieldChange> changes) {
    const auto record = stored(code);
    return {record.columns.subject,
            record.columns.key,
            record.version,
            std::move(changes),
            {"异〔2026〕7号", "罚款金额填写有误", centre, "山东省公共信用信息中心", "王科员"}};
  }
  app::Corrected correct(const CorrectionOrder& wanted) {
    const auto prepared = corrections().prepare(*platform().book, wanted).or_throw();
    app::Corrected done;
    platform().database->facts().run(
        [&](store::Write& write) { done = corrections().store(write, prepared); });
    return done;
  }
  app::Corrected correct(const std::string& code, std::vector<FieldChange> changes) {
    return correct(order(code, std::move(changes)));
  }
  Error refusal(const std::string& code, std::vector<FieldChange> changes) {
    const auto prepared = corrections().prepare(*platform().book, order(code, std::move(changes)));
    return prepared ? Error() : prepared.error();
  }
  std::string value(const app::ShownRecord& record, const std::string& code) {
    for (const auto& field : record.fields) {
      if (field.code == code) return field.value;
    }
    return "";
  }
  app::ShownRecord shown_then(Instant known) {
    const auto anyone = platform().permit();
    auto pending = platform().query->by_code(*platform().book, anyone, company,
                                             {known.day(), Instant(known.micros() + 1'000'000)});
    auto file = platform().ledger->release(anyone, std::move(pending).or_throw()).or_throw();
    std::erase_if(file.records, [](const auto& record) { return record.item != "penalty"; });
    return file.records.at(0);
  }
  std::vector<std::string> differences(bool deep = true) {
    std::vector<std::string> all;
    for (const auto& one : platform().fsck(deep)) all.push_back(one.id + " " + one.where);
    return all;
  }
  std::int64_t rows_read_again() {
    const auto keys = ledger::NodeKeys::open(place().folder());
    app::Audit audit(*platform().database, keys, 20);
    audit.check_log(store::Lane::facts);
    audit.check_statements();
    app::audit_intake(audit, {*platform().dictionaries, platform().vault, *platform().book, true});
    return audit.counts().at("rows read again");
  }
  std::size_t kept_originals() {
    std::size_t count = 0;
    app::originals(place().folder()).each([&](const auto&) { ++count; });
    return count;
  }
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<app::Corrections> corrections_;
  Instant sent_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Correcting, both_engines, engine_name);

TEST_P(Correcting, ShowsTheRightValueNowAndTheOldOneAsOfBefore) {
  const auto done = correct(company, {{"CF_NR_FK", "1.5"}});
  EXPECT_EQ(done.version, 2);
  ASSERT_EQ(done.fields.size(), 1U);
  EXPECT_EQ(done.fields[0].label.zh, "罚款金额（万元）");
  EXPECT_EQ(done.fields[0].before, "2");
  EXPECT_EQ(done.fields[0].after, "1.5");
  const auto now = platform().records_of(company, "penalty").at(0);
  EXPECT_EQ(value(now, "CF_NR_FK"), "1.5");
  EXPECT_EQ(value(now, "CF_SY"), PenaltyRow().facts);  // nothing else changed
  EXPECT_EQ(value(shown_then(sent_), "CF_NR_FK"), "2");
}

TEST_P(Correcting, TheLineComesFromWhomeverCorrectedIt) {
  const auto done = correct(company, {{"CF_NR_FK", "1.5"}});
  const auto source = platform().records_of(company, "penalty").at(0).source;
  EXPECT_EQ(source.provider, centre);
  EXPECT_EQ(source.provider_name, "山东省公共信用信息中心");
  EXPECT_EQ(source.batch, done.batch);
  EXPECT_EQ(source.row, 1);
  EXPECT_EQ(shown_then(sent_).source.provider, bureau);
}

TEST_P(Correcting, LeavesThePlatformSoundReadAgainFromItsOriginals) {
  correct(company, {{"CF_NR_FK", "1.5"}, {"BZ", "更正"}});
  correct(company, {{"BZ", ""}, {"CF_SY", "引号\"与\n换行"}});
  correct(citizen, {{"CF_NR_FK", "0.1"}});
  EXPECT_THAT(differences(false), IsEmpty());
  EXPECT_THAT(differences(true), IsEmpty());
}

TEST_P(Correcting, ItsOriginalIsKeptAndReadAgain) {
  const auto done = correct(company, {{"CF_NR_FK", "1.5"}});
  const auto lease = platform().database->read();
  const auto rows =
      lease.sql().query("SELECT file_sha256 FROM batch WHERE number = $1", {done.batch});
  ASSERT_TRUE(rows->next());
  const std::string sha256(rows->bytes(0));
  const auto text = app::originals(place().folder()).open(platform().vault, sha256).or_throw();
  EXPECT_THAT(text, HasSubstr("\"case\":\"异〔2026〕7号\""));
  EXPECT_THAT(text, HasSubstr("\"CF_NR_FK\":\"1.5\""));
  EXPECT_EQ(rows_read_again(), 4);  // a registration, two penalties, and this
  std::filesystem::remove(app::originals(place().folder()).path(sha256));
  EXPECT_THAT(differences(), ::testing::ElementsAre("fsck.original originals/" + sha256 + ".mxo"));
}

TEST_P(Correcting, HasAReceiptAndAProofOfItsOwn) {
  const auto before = app::quality(*platform().database, *platform().book, "", "penalty",
                                   Date(2026, 1, 1), Date(2026, 12, 31));
  const auto done = correct(company, {{"CF_NR_FK", "1.5"}});
  const auto receipt =
      platform().intake->receipt(*platform().book, std::to_string(done.batch)).or_throw();
  EXPECT_EQ(receipt.format, "correction");
  EXPECT_EQ(receipt.provider, centre);
  EXPECT_THAT(receipt.file_name, HasSubstr("异〔2026〕7号"));
  EXPECT_EQ(receipt.sent, 1);
  EXPECT_EQ(receipt.changed, 1);
  EXPECT_TRUE(receipt.finished);
  EXPECT_EQ(platform().intake->receipts(*platform().book, centre, "penalty", 10).size(), 1U);
  const auto asking = platform().permit("own_submission", "李四");
  auto pending = platform().intake->row_proof(asking, centre, receipt.receipt, 1).or_throw();
  EXPECT_THAT(platform().ledger->release(asking, std::move(pending)), HasSubstr("tlog-proof"));
  // What its provider sent is measured as it was sent.
  const auto after = app::quality(*platform().database, *platform().book, "", "penalty",
                                  Date(2026, 1, 1), Date(2026, 12, 31));
  EXPECT_EQ(wire::to_line(before), wire::to_line(after));
}

TEST_P(Correcting, IsHeldToTheChecksOfIntake) {
  const auto day = refusal(company, {{"CF_JDRQ", "2026-02-30"}});
  EXPECT_EQ(day.id, "cell.type");
  EXPECT_EQ(day.place.field, "CF_JDRQ");
  EXPECT_THAT(day.message.zh, HasSubstr("处罚决定日期"));
  EXPECT_THAT(day.message.en, HasSubstr("2026-02-30"));
  EXPECT_EQ(refusal(company, {{"CF_NR_FK", ""}}).id, "rule.V6");
  EXPECT_EQ(refusal(company, {{"CF_SY", ""}}).id, "cell.required");
  EXPECT_EQ(refusal(company, {{"CF_SY", "当事人" + citizen}}).id, "cell.personal");
  EXPECT_EQ(refusal(company, {{"CF_CFCX", "简易程序"}}).id, "row.simplified");
  EXPECT_EQ(refusal(company, {{"CF_SY", "\xff"}}).id, "row.encoding");
  EXPECT_EQ(refusal(company, {{"CF_NOT", "1"}}).id, "correction.field");
  EXPECT_EQ(refusal(company, {{"血型", "A"}}).id, "intake.denied_field");
  EXPECT_EQ(refusal(company, {{"BZ", "1"}, {"BZ", "2"}}).id, "correction.field_twice");
  EXPECT_EQ(refusal(company, {{"CF_NR_FK", "2.0"}}).id, "correction.none");  // the same amount
  EXPECT_EQ(refusal(company, {}).id, "correction.none");
  const auto both = refusal(company, {{"CF_NR_FK", "many"}, {"CF_JDRQ", "soon"}});
  EXPECT_THAT(both.message.zh, HasSubstr("many"));
  EXPECT_THAT(both.message.zh, HasSubstr("soon"));
  EXPECT_EQ(platform().count("batch"), 2);
  EXPECT_EQ(kept_originals(), 2U);  // what is refused leaves nothing
}

TEST_P(Correcting, DoesNotMoveARecordElsewhere) {
  for (const auto& [code, new_value] :
       std::vector<std::pair<std::string, std::string>>{{"CF_XDR_SHXYM", shop},
                                                        {"CF_XDR_MC", "青岛某商行"},
                                                        {"CF_WSH", "济市监罚〔2026〕2号"},
                                                        {"CF_CFJGDM", centre}}) {
    const auto error = refusal(company, {{"CF_NR_FK", "1.5"}, {code, new_value}});
    EXPECT_EQ(error.id, "correction.moves") << code;
    EXPECT_EQ(error.place.field, code);
    EXPECT_THAT(error.remedy.zh, HasSubstr("撤回"));
  }
  EXPECT_EQ(refusal(citizen, {{"CF_XDR_ZJHM", "110101199003070134"}}).id, "correction.moves");
}

TEST_P(Correcting, LosesAgainstWhateverChangedTheRecordMeanwhile) {
  const auto wanted = order(company, {{"CF_NR_FK", "1.5"}});
  const auto late = corrections().prepare(*platform().book, wanted).or_throw();
  PenaltyRow again;
  again.fine = "3";
  platform().take("penalty", penalty_header + again.text());
  try {
    platform().database->facts().run(
        [&](store::Write& write) { corrections().store(write, late); });
    FAIL() << "stored over a version nobody looked at";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().id, "correction.version");
    EXPECT_EQ(failure.error().code, ErrorCode::conflict);
  }
  EXPECT_EQ(corrections().prepare(*platform().book, wanted).error().id, "correction.version");
  EXPECT_EQ(stored(company).version, 2);
  EXPECT_THAT(differences(), IsEmpty());  // the original nobody names is harmless
  // … and goes after a day.
  EXPECT_EQ(kept_originals(), 4U);
  EXPECT_EQ(corrections().sweep(), 0U);
  std::filesystem::last_write_time(
      app::originals(place().folder()).path(late.row.original.sha256),
      std::filesystem::file_time_type() - std::chrono::hours(9'000'000));
  EXPECT_EQ(corrections().sweep(), 1U);
  EXPECT_EQ(kept_originals(), 3U);
  EXPECT_THAT(differences(), IsEmpty());
}

// The committer runs a group again, each work by itself, when one of it fails.
TEST_P(Correcting, MayRunTwice) {
  const auto prepared =
      corrections().prepare(*platform().book, order(company, {{"CF_NR_FK", "1.5"}})).or_throw();
  int runs = 0;
  app::Corrected done;
  EXPECT_THROW(platform().database->facts().run([&](store::Write& write) {
    done = corrections().store(write, prepared);
    ++runs;
    throw Failure(make_error(ErrorCode::unavailable, "test.later", {"后", "later"}));
  }),
               Failure);
  EXPECT_EQ(stored(company).version, 1);
  platform().database->facts().run(
      [&](store::Write& write) { done = corrections().store(write, prepared); });
  EXPECT_GE(runs, 1);
  EXPECT_EQ(done.version, 2);
  EXPECT_EQ(stored(company).version, 2);
  EXPECT_THAT(differences(), IsEmpty());
}

// Two corrections in one transaction, as when a decision concerns two records.
TEST_P(Correcting, TwoRecordsInOneTransaction) {
  const auto one =
      corrections().prepare(*platform().book, order(company, {{"CF_NR_FK", "1.5"}})).or_throw();
  const auto other =
      corrections().prepare(*platform().book, order(citizen, {{"CF_NR_FK", "1.5"}})).or_throw();
  platform().database->facts().run([&](store::Write& write) {
    EXPECT_NE(corrections().store(write, one).batch, corrections().store(write, other).batch);
  });
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Correcting, APersonsRecordStaysSealed) {
  const std::string right = "超出核定的经营范围开展经营活动";
  const auto before = stored(citizen);
  const auto done = correct(citizen, {{"CF_SY", right}});
  EXPECT_EQ(done.fields.at(0).after, "***");
  const auto now = stored(citizen);
  EXPECT_EQ(now.version, 2);
  EXPECT_THAT(now.document_number, IsEmpty());
  EXPECT_NE(now.sealed, before.sealed);
  EXPECT_EQ(platform().dictionaries->unpack(platform().database->read().sql(), now.fields), "[]");
  const auto own = platform().permit("self", "本人");
  const auto file = platform().ask(citizen, own).or_throw();
  EXPECT_EQ(value(file.records.at(0), "CF_SY"), right);
  EXPECT_EQ(value(file.records.at(0), "CF_XDR_MC"), "张三");
}

// An organisation that had nothing sealed gets a key with its first personal value.
TEST_P(Correcting, ASealedFieldOfAnOrganisation) {
  const auto subject = [&] {
    return store::find_subject(platform().database->read().sql(), platform().subject_of(company));
  };
  EXPECT_THAT(subject()->wrapped_key, IsEmpty());
  const auto done = correct(company, {{"CF_FR_ZJLX", "身份证"}, {"CF_FR_ZJHM", citizen}});
  EXPECT_THAT(subject()->wrapped_key, Not(IsEmpty()));
  ASSERT_EQ(done.fields.size(), 2U);
  EXPECT_EQ(done.fields[1].after, "110105********002X");
  const auto now = stored(company);
  EXPECT_THAT(now.sealed, Not(IsEmpty()));
  EXPECT_THAT(platform().dictionaries->unpack(platform().database->read().sql(), now.fields),
              Not(HasSubstr(citizen)));
  const auto again = correct(company, {{"CF_FR_ZJLX", ""}, {"CF_FR_ZJHM", ""}});
  EXPECT_EQ(again.fields.at(1).before, "110105********002X");
  EXPECT_EQ(again.fields.at(1).after, "");
  EXPECT_THAT(differences(), IsEmpty());
}

TEST_P(Correcting, ErasureTakesTheCorrectionToo) {
  correct(citizen, {{"CF_NR_FK", "1.5"}});
  EXPECT_EQ(kept_originals(), 3U);
  app::Erasures erasures(*platform().database, platform().vault);
  const auto clerk = platform().caller("王科员", {{"steward", "steward_lead"}, {}, {}, {}}, centre);
  const auto head = platform().caller("李处长", {{"steward_lead"}, {}, {}, {}}, centre);
  const auto proposed =
      erasures.propose(*platform().book, citizen, "unlawful_processing", "申请", clerk).or_throw();
  const auto done = erasures.approve(*platform().book, proposed.number, citizen, head).or_throw();
  EXPECT_EQ(done.records, 2);
  EXPECT_EQ(kept_originals(), 1U);  // the register's: no person stands in it
  EXPECT_THAT(differences(), IsEmpty());
}

// The layout of 2015 had no column for what is required today; correcting another field of such a
// record does not ask for it.
TEST_P(Correcting, ARecordOfAnOlderLayoutIsNotAskedForWhatThatDidNotHave) {
  const auto receipt = platform().take(
      "penalty",
      "CF_WSH,CF_CFMC,CF_CFLB1,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT\n"
      "鲁罚01,甲,警告,乙,丙,济南明信科技有限公司," +
          company + ",警告,2016/05/04,某局,0\n");
  ASSERT_EQ(receipt.layout, "2015");
  ASSERT_EQ(receipt.added, 1) << (receipt.errors.empty() ? "" : receipt.errors[0].id);
  store::RecordFilter filter;
  filter.subject = platform().subject_of(company);
  filter.decided_to = Date(2017, 1, 1);
  const auto old =
      store::find_records(platform().database->read().sql(), filter, 1, std::nullopt).at(0);
  auto wanted = order(company, {{"CF_SY", "违法事实写错"}});
  wanted.record = old.columns.key;
  wanted.version = 1;
  const auto done = correct(wanted);
  EXPECT_EQ(done.version, 2);
  EXPECT_EQ(done.fields.size(), 1U);  // CF_ZT is not translated a second time
  EXPECT_THAT(differences(), IsEmpty());
}

}  // namespace
}  // namespace credence::testing
