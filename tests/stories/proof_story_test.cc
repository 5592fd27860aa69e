// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "app/report/proven.h"
#include "ledger/entry.h"
#include "store/log.h"
#include "store/marks.h"
#include "store/session.h"
#include "support/platform.h"

// What can be proven, by whom, and what fsck sees.

namespace credence::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Proof : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) platform_ = std::make_unique<Platform>(place());
  }
  Platform& platform() { return *platform_; }
  // A bit of everything: a register, penalties with a person, a duplicate, a new version, a
  // refusal, a rename, a report, a look, a public view.
  void fill() {
    auto& p = platform();
    p.take("organization_registration", registration("济南明信科技有限公司", company));
    PenaltyRow second, broken, changed;
    second.number = "济市监罚〔2026〕2号";
    broken.code = "91370100MA3ABCD15G";
    p.take("penalty", penalty_header + PenaltyRow().text() + second.text() + PenaltyRow().text() +
                          personal_penalty().text() + broken.text());
    p.set_day(Date(2026, 6, 1));
    changed.fine = "3";
    p.take("penalty", penalty_header + changed.text());
    p.take("organization_registration", registration("济南明信数据有限公司", company));
    contest();
    p.set_day(Date(2026, 6, 2));
    mark();
    const auto asking = p.permit("permit_review", "王科员", "济审〔2026〕7号");
    const auto file = p.ask(company, asking).or_throw();
    p.ask(company);
    report_ = p.reports->issue(asking, file, "行政许可审查");
    for (const char* form : {"json", "html", "pdf"})
      files_[form] = p.reports->file(report_.number, form).or_throw();
    sign_in();
  }
  // A case with a document, taken up by the credit centre.
  void contest() {
    auto& p = platform();
    const auto owner = p.caller("mingxin", {{"subject"}, {}, {}, {}}, "", company);
    const auto kept = p.documents->keep(*p.book, "a.pdf", "%PDF-1.4\n%%EOF\n").or_throw();
    app::CaseForm form;
    form.procedure = "objection";
    form.record = std::to_string(p.records_of(company, "penalty").at(0).record.value);
    form.fields = {{"claim", "金额有误"}, {"ground", "error"}};
    form.documents = {app::attached(kept, "evidence")};
    const auto file = p.cases->open(*p.book, owner, form).or_throw();
    const auto clerk = p.caller("wangjing", {{"steward"}, {}, {}, {}}, centre);
    p.cases->act(*p.book, clerk, file.number, {"take", 1, {}, {}}).or_throw();
  }
  // An objection that was taken up and decided.
  void mark() {
    auto& p = platform();
    const auto subject = p.subject_of(company);
    const RecordKey record(1);
    p.database->facts().run([&](store::Write& write) {
      store::put_mark(write, p.random,
                      {subject, record, store::MarkKind::disputed, "异议1", "SD-2020/39",
                       "金额有误", Instant(), end_of_time});
      store::end_mark(write, p.random, subject, record, store::MarkKind::disputed, "异议1");
    });
  }
  // A failure, a session, a confirmation, a key, a nonce, a consent.
  void sign_in() {
    auto& p = platform();
    p.put(p.account("李工", {{"provider_clerk"}, {}, {}, {}}));
    const app::SignInForm right{"李工", "Correct-horse-7", ""}, wrong{"李工", "x", ""};
    EXPECT_FALSE(p.sessions->sign_in(*p.book, wrong, {}));
    const auto session = p.sessions->sign_in(*p.book, right, {}).or_throw();
    EXPECT_TRUE(p.sessions->confirm(*p.book, session.token, right, {}, "POST /x"));
    EXPECT_FALSE(p.keys->by_signature(*p.book, "k", "n", Instant(p.clock.now().micros() + 1)));
    EXPECT_FALSE(p.sessions->sign_in(*p.book, wrong, {}));
    p.consent_of(company);
  }
  std::unique_ptr<Platform> platform_;
  app::CreditReport report_;
  std::map<std::string, std::string> files_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Proof, both_engines, engine_name);

std::vector<std::string> places(const std::vector<app::Difference>& differences) {
  std::vector<std::string> all;
  for (const auto& one : differences) all.push_back(one.id + " " + one.where);
  return all;
}

TEST_P(Proof, AnUntouchedPlatformIsSound) {
  fill();
  EXPECT_THAT(places(platform().fsck(true)), IsEmpty());
  platform().close();
  platform().open();
  EXPECT_THAT(places(platform().fsck(true)), IsEmpty());
}

TEST_P(Proof, AProviderCanShowOfflineThatARowWasAcceptedAndAs) {
  fill();
  const auto proof = platform().row_proof("2", 2);
  const auto verified = app::verify_proof(proof, platform().public_keys()).or_throw();
  EXPECT_EQ(verified.kind, domain::Attested::row_added);
  EXPECT_THAT(verified.statement, HasSubstr("济市监罚〔2026〕1号"));
  EXPECT_THAT(verified.statement, HasSubstr("\"provider\":\"" + bureau + "\""));
  EXPECT_EQ(verified.checkpoint.origin, "credence.test/log/facts");
}

TEST_P(Proof, EachRowHasOneDuplicatesAndRefusalsToo) {
  fill();
  const auto keys = platform().public_keys();
  const auto kind = [&](std::int64_t row) {
    return app::verify_proof(platform().row_proof("2", row), keys).or_throw();
  };
  EXPECT_EQ(kind(3).kind, domain::Attested::row_added);
  EXPECT_EQ(kind(4).kind, domain::Attested::row_duplicate);
  EXPECT_THAT(kind(5).statement, HasSubstr(citizen));  // its own row, given back to who sent it
  const auto refused = kind(6);
  EXPECT_EQ(refused.kind, domain::Attested::row_refused);
  EXPECT_THAT(refused.statement, HasSubstr("cell.code"));
  EXPECT_EQ(app::verify_proof(platform().row_proof("3", 2), keys).or_throw().kind,
            domain::Attested::row_changed);
}

TEST_P(Proof, AnOldReceiptStillHoldsWhenTheRecordWasAlteredBehindOurBack) {
  fill();
  const auto old = platform().row_proof("2", 3);
  platform().database->facts().run([](store::Write& write) {
    write.sql.run(
        "UPDATE record SET severity = 0, document_number = 'X' WHERE document_number = $1",
        {"济市监罚〔2026〕2号"});
  });
  EXPECT_TRUE(app::verify_proof(old, platform().public_keys()));
  const auto differences = platform().fsck();
  ASSERT_FALSE(differences.empty());
  EXPECT_EQ(differences.front().id, "fsck.record");
  // What the platform would now say of the row cannot be proven.
  EXPECT_FALSE(app::verify_proof(platform().row_proof("2", 3), platform().public_keys()));
}

TEST_P(Proof, EveryChangedByteOfAProofIsRefused) {
  fill();
  const auto keys = platform().public_keys();
  const auto proof = platform().row_proof("2", 2);
  for (std::size_t at = 0; at < proof.size(); ++at) {
    auto altered = proof;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_FALSE(app::verify_proof(altered, keys)) << at << " " << altered;
  }
}

TEST_P(Proof, OnlyTheUnitThatSentARowGetsItsProofAndTheLookIsEntered) {
  fill();
  auto& p = platform();
  const auto stranger = p.permit("permit_review", "甲", "1");
  EXPECT_EQ(p.intake->row_proof(stranger, bureau, "2", 5).error().id, "receipt.not_yours");
  const auto asking = p.permit("own_submission", "乙");
  EXPECT_EQ(p.intake->row_proof(asking, "11370000004502072R", "2", 5).error().id,
            "receipt.not_yours");
  EXPECT_EQ(p.intake->row_proof(asking, bureau, "2", 99).error().id, "receipt.no_row");
  const auto before = store::count_rows(p.settled().sql(), "access_entry");
  p.row_proof("2", 5);
  EXPECT_EQ(store::count_rows(p.settled().sql(), "access_entry"), before + 1);
}

TEST_P(Proof, AReportChecksItselfInEachOfItsForms) {
  fill();
  const auto keys = platform().public_keys();
  for (const auto& [form, bytes] : files_) {
    SCOPED_TRACE(form);
    const auto verified = app::verify_report(bytes, keys).or_throw();
    EXPECT_EQ(verified.issued.number, report_.number);
    EXPECT_EQ(verified.issued.form, form);
    // Given again it rests on the same entry.
    const auto again = platform().reports->file(report_.number, form).or_throw();
    EXPECT_EQ(app::verify_report(again, keys).or_throw().proof.index, verified.proof.index);
  }
  // What stands in the file for everybody still opens as before.
  EXPECT_TRUE(boost::json::parse(files_["json"]).is_object());
  EXPECT_TRUE(files_["pdf"].ends_with("%%EOF\n"));
}

TEST_P(Proof, AChangedByteOfAReportIsSeen) {
  fill();
  const auto keys = platform().public_keys();
  for (const auto& [form, bytes] : files_) {
    for (std::size_t at = 0; at < bytes.size(); at += 97) {
      auto altered = bytes;
      altered[at] = static_cast<char>(altered[at] ^ 1);
      EXPECT_FALSE(app::verify_report(altered, keys)) << form << " " << at;
    }
  }
}

TEST_P(Proof, ConfirmingTellsUnchangedSupersededOrNotOurs) {
  fill();
  auto& reports = *platform().reports;
  EXPECT_EQ(reports.confirm(report_.number, report_.check_code).state, "unchanged");
  EXPECT_EQ(reports.confirm(report_.number, "AAAAAAAA").state, "not_ours");
  platform().set_day(Date(2026, 7, 1));
  PenaltyRow later;
  later.number = "济市监罚〔2026〕33号";
  platform().take("penalty", penalty_header + later.text());
  const auto answer = reports.confirm(report_.number, report_.check_code);
  EXPECT_EQ(answer.state, "superseded");
  EXPECT_EQ(answer.superseded->day(), Date(2026, 7, 1));
}

// ---- every stored value, one after another

struct Column {
  std::string table, name;
  bool access = false;
};

std::vector<Column> columns_of(store::Database& database) {
  std::vector<Column> all;
  const std::vector<std::string> facts = {
      "subject",     "subject_name",  "alias",         "record",        "record_mark", "dictionary",
      "batch",       "batch_error",   "row_run",       "row_duplicate", "statement",   "report",
      "report_form", "erasure",       "log_bundle",    "log_tile",      "log_head",    "case_file",
      "case_step",   "case_deadline", "case_document", "case_procedure"};
  const std::vector<std::string> access = {
      "access_entry",    "register",        "session",       "sign_in",
      "confirmation",    "nonce",           "public_view",   "access_log_bundle",
      "access_log_tile", "access_log_head", "access_journal"};
  for (const bool is_access : {false, true}) {
    const auto lease = is_access ? database.read_access() : database.read();
    for (const auto& table : is_access ? access : facts) {
      const bool sqlite = database.engine() == store::Engine::sqlite;
      const auto rows = lease.sql().query(
          sqlite ? "SELECT name FROM pragma_table_info('" + table + "')"
                 : "SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE "
                   "table_name = '" +
                       table + "'");
      while (rows->next()) all.push_back({table, std::string(rows->bytes(0)), is_access});
    }
  }
  return all;
}

// A value of the first row of a table where there is one: read, changed, put back.
class Tampering {
 public:
  Tampering(Platform& platform, const Column& column) : platform_(platform), column_(column) {
    const auto lease = column.access ? platform.database->read_access() : platform.database->read();
    const bool sqlite = platform.database->engine() == store::Engine::sqlite;
    row_ = sqlite ? "rowid" : "CAST(ctid AS TEXT)";
    const std::string type =
        sqlite ? "typeof(" + column.name + ")" : "CAST(pg_typeof(" + column.name + ") AS TEXT)";
    const auto rows = lease.sql().query("SELECT " + type + ", " + column.name + ", CAST(" + row_ +
                                        " AS TEXT) FROM " + column.table + " WHERE " + column.name +
                                        " IS NOT NULL LIMIT 1");
    found_ = rows->next();
    if (!found_) return;
    at_ = rows->bytes(2);
    const std::string kind(rows->bytes(0));
    number_ = kind == "integer" || kind == "bigint";
    text_ = kind == "text";
    if (number_)
      old_number_ = rows->number(1);
    else
      old_ = rows->bytes(1);
  }
  bool found() const { return found_; }
  void apply() { put(old_number_ ^ 1, altered()); }
  void undo() { put(old_number_, old_); }

 private:
  std::string altered() const {
    std::string other = old_;
    if (other.empty()) return "x";
    auto& byte = other[other.size() / 2];
    byte = text_ ? (byte == 'x' ? 'y' : (static_cast<unsigned char>(byte) < 0x80 ? 'x' : byte))
                 : static_cast<char>(byte ^ 4);
    if (other == old_) other += 'x';  // inside a character of several bytes
    return other;
  }
  store::Value value(std::int64_t number, const std::string& bytes) const {
    if (number_) return number;
    if (text_) return std::string_view(bytes);
    return store::Bytes{bytes};
  }
  // PostgreSQL writes a changed row to another place; the change itself says where.
  void put(std::int64_t number, const std::string& bytes) {
    auto& lane = column_.access ? platform_.database->access() : platform_.database->facts();
    lane.run([&](store::Write& write) {
      const auto moved =
          write.sql.query("UPDATE " + column_.table + " SET " + column_.name + " = $1 WHERE CAST(" +
                              row_ + " AS TEXT) = $2 RETURNING CAST(" + row_ + " AS TEXT)",
                          {value(number, bytes), at_});
      if (moved->next()) at_ = moved->bytes(0);
    });
  }
  Platform& platform_;
  Column column_;
  std::string row_, at_, old_;
  bool found_ = false, number_ = false, text_ = false;
  std::int64_t old_number_ = 0;
};

TEST_P(Proof, AChangedValueInAnyColumnOfAnyTableIsFoundAndNamed) {
  fill();
  int tried = 0;
  for (const auto& column : columns_of(*platform().database)) {
    // The head is written again with every commit, so it cannot be tampered with through one.
    if (column.table.ends_with("log_head")) continue;
    Tampering tampering(platform(), column);
    if (!tampering.found()) continue;
    ++tried;
    tampering.apply();
    const auto differences = platform().fsck(false, 3);
    EXPECT_THAT(places(differences), Not(IsEmpty())) << column.table << "." << column.name;
    tampering.undo();
    ASSERT_THAT(places(platform().fsck()), IsEmpty()) << column.table << "." << column.name;
  }
  EXPECT_GT(tried, 100);
}

TEST_P(Proof, ARowTakenAwayIsMissed) {
  fill();
  auto& p = platform();
  p.database->facts().run([](store::Write& write) {
    write.sql.run("DELETE FROM record WHERE document_number = $1", {"济市监罚〔2026〕2号"});
  });
  const auto differences = p.fsck();
  ASSERT_FALSE(differences.empty());
  EXPECT_EQ(differences.front().id, "fsck.missing");
}

TEST_P(Proof, ALookTakenOutOfTheAccessLedgerIsMissed) {
  fill();
  EXPECT_GT(store::count_rows(platform().settled().sql(), "access_entry"), 0);
  platform().database->access().run(
      [](store::Write& write) { write.sql.run("DELETE FROM access_entry"); });
  const auto differences = platform().fsck();
  ASSERT_FALSE(differences.empty());
  EXPECT_EQ(differences.front().id, "fsck.missing");
  EXPECT_TRUE(differences.front().where.starts_with("access log, entry "));
}

}  // namespace
}  // namespace credence::testing
