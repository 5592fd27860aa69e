// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <soci/soci.h>

#include <fstream>
#include <memory>
#include <string>

#include "app/absence/absence.h"
#include "app/access/audit.h"
#include "app/access/consents.h"
#include "app/access/disclosed.h"
#include "app/access/looks.h"
#include "app/access/named_code.h"
#include "app/access/units.h"
#include "app/access/vault.h"
#include "app/accounts/keys.h"
#include "app/accounts/members.h"
#include "app/accounts/sessions.h"
#include "app/cases/case_audit.h"
#include "app/cases/desk.h"
#include "app/cases/documents.h"
#include "app/check/answer_signer.h"
#include "app/check/check_files.h"
#include "app/check/checks.h"
#include "app/check/feedback.h"
#include "app/check/measure_use.h"
#include "app/erasure/erasure.h"
#include "app/intake/correction.h"
#include "app/intake/decided_record.h"
#include "app/intake/intake.h"
#include "app/intake/intake_audit.h"
#include "app/lists/campaigns.h"
#include "app/lists/lists.h"
#include "app/patrol/patrol.h"
#include "app/query/query.h"
#include "app/recall/recall.h"
#include "app/repair/repairs.h"
#include "app/report/report.h"
#include "app/rights/rights.h"
#include "app/standing/editions.h"
#include "app/standing/index.h"
#include "app/statistics/statistics.h"
#include "app/witness/witness.h"
#include "store/journal.h"
#include "support/place.h"

// A whole platform in a temporary place, with a clock that stands where it is put.

namespace credence::testing {

inline const std::string bureau = "11370000MB2850121L";   // a providing unit
inline const std::string company = "91370100MA3ABCD15F";  // an enterprise in Jinan
inline const std::string shop = "92370202MA3ABCD15E";     // an individual business in Qingdao
inline const std::string citizen = "11010519491231002X";  // the example of GB 11643-1999
inline const std::string centre = "12370000MB2850121H";   // the credit centre
inline const std::string bank = "91370400728618604X";     // a bank

// Cheap on purpose: tests are about who may, not about how dear guessing is.
inline constexpr PasswordCost cheap{8, 1};

inline std::shared_ptr<const rulebook::RuleBook> our_rules() {
  static const auto reading = rulebook::read_rules(rulebook::embedded_rule_files());
  return reading.book;
}

class Platform {
 public:
  explicit Platform(Place& place, Date today = Date(2026, 5, 11))
      : place_(place),
        clock(start_of(today)),
        random(7),
        book(our_rules()),
        vault(make_vault(place, random)) {
    open();
  }

  void open() {
    database = store::Database::open(place_.location(), clock);
    dictionaries = std::make_unique<store::Dictionaries>();
    names = std::make_unique<app::NameIndex>(book->names);
    reader = std::make_unique<app::DisclosedReader>(*database, *dictionaries, vault, clock);
    ledger = std::make_unique<app::AccessLedger>(*database, random);
    query = std::make_unique<app::Query>(*database, *reader, *names, vault.person_secret(), clock);
    intake = std::make_unique<app::Intake>(*database, *dictionaries, vault);
    reports = std::make_unique<app::Reports>(*database, clock, random, "山东省公共信用信息中心",
                                             "http://127.0.0.1:8080", public_keys().front().text());
    absence = std::make_unique<app::Absence>(*database, *dictionaries, vault);
    gate = std::make_unique<app::Gate>(*database, clock);
    members = std::make_unique<app::Members>(*database, vault, clock, cheap);
    sessions = std::make_unique<app::Sessions>(*database, vault, clock, cheap);
    keys = std::make_unique<app::Keys>(*database, vault, clock);
    consents = std::make_unique<app::Consents>(*database, vault, clock);
    looks = std::make_unique<app::Looks>(*database, clock, random);
    patrol = std::make_unique<app::Patrol>(*database, *reader, *dictionaries, clock, random);
    rights = std::make_unique<app::Rights>(*database, *consents, vault, clock);
    documents = std::make_unique<app::CaseDocuments>(place_.folder(), vault, clock);
    corrections = std::make_unique<app::Corrections>(*database, *dictionaries, vault, clock);
    decided_records = std::make_unique<app::DecidedRecords>(*database, *dictionaries, vault, clock);
    repairs = std::make_unique<app::Repairs>(*database, *dictionaries);
    cases = std::make_unique<app::Cases>(
        *database, vault, *documents, clock, jurisdiction,
        app::CaseHooks{[this](const auto& question) { return repairs->refusal(question); },
                       [this](const auto& wanted) { return corrections->decided(wanted); },
                       [this](const auto& wanted) { return decided_records->decided(wanted); }});
    recalls = std::make_unique<app::Recalls>(*database, *cases, log_keys(), clock);
    desks = std::make_unique<app::Desks>(*database, *cases, clock, "山东省公共信用信息中心");
    editions = std::make_unique<app::Editions>(*database, book);
    standing = std::make_unique<app::StandingIndex>(*database, editions->now());
    checks = std::make_unique<app::Checks>(*database, *dictionaries, *standing, *editions,
                                           vault.person_secret(), clock);
    signer = std::make_unique<app::AnswerSigner>(log_keys().answers, clock);
    check_files =
        std::make_unique<app::CheckFiles>(place_.folder(), *checks, *ledger, clock, random);
    feedback = std::make_unique<app::MeasureFeedback>(*database, *editions, *cases);
    measure_uses = std::make_unique<app::MeasureUses>(*database, *cases, clock);
    lists = std::make_unique<app::Lists>(*database, *dictionaries, clock);
    campaigns = std::make_unique<app::Campaigns>(*database, *dictionaries, *cases, random, clock);
    statistics = std::make_unique<app::Statistics>(*database, clock);
  }
  void close() {
    statistics.reset();
    campaigns.reset();
    lists.reset();
    measure_uses.reset();
    feedback.reset();
    check_files.reset();
    signer.reset();
    checks.reset();
    standing.reset();
    editions.reset();
    recalls.reset();
    desks.reset();
    cases.reset();
    repairs.reset();
    decided_records.reset();
    corrections.reset();
    documents.reset();
    rights.reset();
    patrol.reset();
    looks.reset();
    consents.reset();
    keys.reset();
    sessions.reset();
    members.reset();
    gate.reset();
    intake.reset();
    query.reset();
    reports.reset();
    absence.reset();
    ledger.reset();
    reader.reset();
    database.reset();
  }

  void set_day(Date day) { clock.set(start_of(day)); }

  std::filesystem::path file(const std::string& name, const std::string& bytes) const {
    const auto path = place_.folder() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  Result<app::Receipt> send(const std::string& item, const std::string& bytes,
                            const std::string& name = "file.csv") {
    return intake->submit(*book, {file(name, bytes), name, item, bureau, "山东省市场监督管理局"});
  }
  // The same, for files that must be taken.
  app::Receipt take(const std::string& item, const std::string& bytes) {
    return send(item, bytes).or_throw();
  }

  // ---- people, straight into the register, as if they had joined

  SubjectId subject_of(const std::string& code) const {
    return app::named_subject(*book, vault.person_secret(), code).or_throw().id;
  }
  template <class T>
  void put(const T& value) {
    database->access().run([&](store::Write& write) {
      app::put(write, random, {"test", ""}, "put", value);
    });
  }
  void put_units() {
    put(app::Unit{bureau, "政务服务中心", {"provider", "counter", "regulator"}, "", true});
    put(app::Unit{centre, "山东省公共信用信息中心", {"credit_centre"}, "", true});
    put(app::Unit{bank, "济南某银行", {"bank"}, "", true});
  }
  app::Account account(const std::string& name, app::Grant grant, const std::string& unit = bureau,
                       const std::string& subject = "") {
    app::Account one;
    one.name = name;
    one.person = name;
    one.unit = unit;
    one.grant = std::move(grant);
    one.state = "active";
    one.password = password_hash("Correct-horse-7", "0123456789abcdef", cheap);
    one.password_set = clock.now();
    if (!subject.empty()) one.subject = subject_of(subject);
    return one;
  }
  app::Caller caller(const std::string& name, app::Grant grant, const std::string& unit = bureau,
                     const std::string& subject = "") {
    if (!app::find<app::Unit>(database->read_access().sql(), bureau)) put_units();
    put(account(name, std::move(grant), unit, subject));
    return members->caller_of(*book, name).or_throw();
  }
  // Somebody whose role has the purpose.
  app::Caller caller_for(const std::string& purpose, const std::string& name,
                         const std::string& subject = citizen) {
    if (purpose == "public") return app::Caller::anonymous();
    if (purpose == "self") return caller(name, {{"subject"}, {}, {}, {}}, "", subject);
    if (purpose == "consented") return caller(name, {{"authorized_inquirer"}, {}, {}, {}}, bank);
    if (purpose == "stewardship") return caller(name, {{"steward"}, {}, {}, {}}, centre);
    if (purpose == "audit") return caller(name, {{"audit_administrator"}, {}, {}, {}}, centre);
    if (purpose == "own_submission") return caller(name, {{"provider_clerk"}, {}, {}, {}});
    if (purpose == "judicial") return caller(name, {{"court"}, {}, {}, {}});
    if (purpose == "supervision") return caller(name, {{"regulator"}, {}, {}, {}});
    return caller(name, {{"counter_clerk"}, {}, {}, {}});
  }
  app::Permit permit(const std::string& purpose = "public", const std::string& asker = "",
                     const std::string& matter = "") {
    const auto who = caller_for(purpose, asker);
    app::Question question{purpose, matter, "", "test", "r1"};
    if (purpose == "consented") question.consent = consent_of(citizen).id;
    return gate->admit(*book, who, std::move(question)).or_throw();
  }
  app::Consent consent_of(const std::string& code, std::vector<std::string> items = {}) {
    const auto giver = caller_for("self", "giver", code);
    return consents
        ->give(*book, giver,
               {"", bank, "贷款", std::move(items), clock.now().day(),
                clock.now().day().plus_days(30), "", ""})
        .or_throw();
  }
  // A second on: commits are later than a clock that stands still.
  app::AsOf now() const { return {clock.now().day(), Instant(clock.now().micros() + 1'000'000)}; }
  Result<app::DisclosedFile> ask(const std::string& code, const app::Permit& permit_given) {
    auto pending = query->by_code(*book, permit_given, code, now());
    if (!pending) return pending.error();
    return ledger->release(permit_given, std::move(*pending));
  }
  app::DisclosedFile ask(const std::string& code) { return ask(code, permit()).or_throw(); }
  std::vector<app::ShownRecord> records_of(const std::string& code, const std::string& item) {
    auto file = ask(code);
    std::erase_if(file.records, [&](const auto& record) { return record.item != item; });
    return file.records;
  }
  const ledger::NodeKeys& log_keys() {
    if (!log_keys_)
      log_keys_ = std::make_unique<ledger::NodeKeys>(ledger::NodeKeys::open(place_.folder()));
    return *log_keys_;
  }
  // What `credence fsck` does, in a process of its own: its standing index is read anew.
  std::vector<app::Difference> fsck(bool deep = false, std::size_t most = 20) {
    const auto log_keys = ledger::NodeKeys::open(place_.folder());
    std::vector<std::string> faults;
    database->check_structure(
        [&](const std::string& where, const std::string&) { faults.push_back(where); });
    app::Audit audit(*database, log_keys, most);
    try {
      audit.check_log(store::Lane::facts);
      audit.check_log(store::Lane::access);
      audit.check_statements();
      app::audit_intake(audit, {*dictionaries, vault, *book, deep});
      app::audit_marks(audit);
      app::audit_documents(audit, vault);
      app::audit_reports(audit);
      app::audit_erasures(audit);
      app::audit_witness(audit);
      app::audit_access(audit);
      app::audit_register(audit);
      app::audit_cases(audit, *book, app::SecretBox(vault.person_secret(), random));
      app::audit_measure_use(audit, app::SecretBox(vault.person_secret(), random));
      app::audit_sessions(audit, app::SecretBox(vault.person_secret(), random));
      app::audit_editions(audit);
      app::StandingIndex index(*database, editions->now());
      app::audit_standing(audit, index);
      for (const auto& where : faults) audit.differ("fsck.structure", where, {"损坏", "damaged"});
    } catch (const app::Audit::Enough&) {
    }
    return audit.differences();
  }
  std::vector<ledger::VerifierKey> public_keys() const {
    return ledger::NodeKeys::open(place_.folder()).verifiers();
  }
  // The proof of a row, as its provider fetches it.
  std::string row_proof(const std::string& receipt, std::int64_t row) {
    const auto asking = permit("own_submission", "李四");
    auto pending = intake->row_proof(asking, bureau, receipt, row).or_throw();
    return ledger->release(asking, std::move(pending));
  }
  // The access lane with every look in it.
  store::ReadLease settled() const {
    database->journal().settle();
    return database->read_access();
  }
  std::int64_t count(const std::string& table) {
    return store::count_rows(database->read().sql(), table);
  }

 private:
  static app::Vault make_vault(const Place& place, Random& random) {
    app::Vault::create(place.folder(), random);
    return app::Vault::open(place.folder(), random);
  }
  Place& place_;
  std::unique_ptr<ledger::NodeKeys> log_keys_;

 public:
  ManualClock clock;
  SeededRandom random;
  std::shared_ptr<const rulebook::RuleBook> book;
  app::Vault vault;
  std::unique_ptr<store::Database> database;
  std::unique_ptr<store::Dictionaries> dictionaries;
  std::unique_ptr<app::NameIndex> names;
  std::unique_ptr<app::DisclosedReader> reader;
  std::unique_ptr<app::AccessLedger> ledger;
  std::unique_ptr<app::Query> query;
  std::unique_ptr<app::Intake> intake;
  std::unique_ptr<app::Reports> reports;
  std::unique_ptr<app::Absence> absence;
  std::unique_ptr<app::Gate> gate;
  std::unique_ptr<app::Members> members;
  std::unique_ptr<app::Sessions> sessions;
  std::unique_ptr<app::Keys> keys;
  std::unique_ptr<app::Consents> consents;
  std::unique_ptr<app::Looks> looks;
  std::unique_ptr<app::Patrol> patrol;
  std::unique_ptr<app::Rights> rights;
  int jurisdiction = 370000;
  std::unique_ptr<app::CaseDocuments> documents;
  std::unique_ptr<app::Corrections> corrections;
  std::unique_ptr<app::DecidedRecords> decided_records;
  std::unique_ptr<app::Repairs> repairs;
  std::unique_ptr<app::Cases> cases;
  std::unique_ptr<app::Recalls> recalls;
  std::unique_ptr<app::Desks> desks;
  std::unique_ptr<app::Editions> editions;
  std::unique_ptr<app::StandingIndex> standing;
  std::unique_ptr<app::Checks> checks;
  std::unique_ptr<app::AnswerSigner> signer;
  std::unique_ptr<app::CheckFiles> check_files;
  std::unique_ptr<app::MeasureFeedback> feedback;
  std::unique_ptr<app::MeasureUses> measure_uses;
  std::unique_ptr<app::Lists> lists;
  std::unique_ptr<app::Campaigns> campaigns;
  std::unique_ptr<app::Statistics> statistics;
};

// A penalty file with the columns of the 2018 standard that a row must have, and a few more.
inline const std::string penalty_header =
    "行政相对人名称,行政相对人类别,行政相对人代码_1(统一社会信用代码),法定代表人,证件类型,证件号码,"
    "行政处罚决定书文号,违法行为类型,违法事实,处罚依据,"
    "处罚类别,处罚内容,罚款金额（万元）,处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码,"
    "数据来源单位,数据来源单位统一社会信用代码,"
    "违法行为终了日期,处罚程序\n";

struct PenaltyRow {
  std::string name = "济南明信科技有限公司", kind = "法人及非法人组织", code = company,
              representative = "王小明";
  std::string document_type, document, number = "济市监罚〔2026〕1号", kinds = "罚款", fine = "2";
  std::string decided = "2026-05-06", valid_to = "2027-05-06", conduct_end, procedure = "普通程序";
  std::string facts = "未按规定公示年度报告。";

  std::string text() const {
    const std::string body = "山东省市场监督管理局," + bureau;
    return name + "," + kind + "," + code + "," + representative + "," + document_type + "," +
           document + "," + number + ",未按规定公示," + facts +
           ",《企业信息公示暂行条例》第十七条," + kinds + ",罚款," + fine + "," + decided + "," +
           valid_to + "," + body + "," + body + "," + conduct_end + "," + procedure + "\n";
  }
};

inline PenaltyRow personal_penalty() {
  PenaltyRow row;
  row.name = "张三";
  row.kind = "自然人";
  row.code = "";
  row.representative = "";
  row.document_type = "身份证";
  row.document = citizen;
  row.number = "济市监罚〔2026〕9号";
  return row;
}

inline std::string registration(const std::string& name, const std::string& code) {
  return "企业名称,统一社会信用代码,注册日期,企业类型,注册资金\n" + name + "," + code +
         ",2015-03-02,有限责任公司,100万元\n";
}

}  // namespace credence::testing
