// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>

#include "app/intake/quality.h"
#include "domain/identifiers.h"
#include "support/platform.h"

// What a clerk of a providing department lives through.

namespace credence::testing {
namespace {

using app::Receipt;
using ::testing::HasSubstr;

class Intake : public OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (!IsSkipped()) platform_ = std::make_unique<Platform>(place());
  }
  Platform& platform() { return *platform_; }
  static void expect_sum(const Receipt& receipt) {
    EXPECT_EQ(receipt.sent, receipt.added + receipt.changed + receipt.duplicate + receipt.rejected);
  }
  std::string reject_file(const Receipt& receipt) {
    std::ifstream in(place().folder() / receipt.reject_files.at(0), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  std::unique_ptr<Platform> platform_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Intake, both_engines, engine_name);

std::int64_t rows_with(const Receipt& receipt, const std::string& id) {
  for (const auto& error : receipt.errors) {
    if (error.id == id) return error.rows;
  }
  return 0;
}

TEST_P(Intake, EveryFileEndsInAReceiptThatAddsUp) {
  PenaltyRow second, broken;
  second.number = "济市监罚〔2026〕2号";
  broken.code = "91370100MA3ABCD15G";
  const auto receipt =
      platform().take("penalty", penalty_header + PenaltyRow().text() + second.text() +
                                     PenaltyRow().text() + broken.text());
  EXPECT_EQ(receipt.sent, 4);
  EXPECT_EQ(receipt.added, 2);
  EXPECT_EQ(receipt.duplicate, 1);  // the same row twice in a file
  EXPECT_EQ(receipt.rejected, 1);
  EXPECT_EQ(rows_with(receipt, "cell.code"), 1);
  expect_sum(receipt);
}

TEST_P(Intake, TheRejectFileRepeatsTheRowAndSaysHowToCorrectIt) {
  PenaltyRow broken;
  broken.code = "9137010OMA3ABCD15F";  // a letter O
  const auto receipt = platform().take("penalty", penalty_header + broken.text());
  const auto text = reject_file(receipt);
  EXPECT_THAT(text, HasSubstr("9137010OMA3ABCD15F"));
  EXPECT_THAT(text, HasSubstr("第 8 位“O”不是该代码允许的字符"));
  EXPECT_THAT(text, HasSubstr("营业执照"));
  EXPECT_THAT(text, HasSubstr("GB32100-2015"));
  EXPECT_EQ(receipt.reject_files.size(), 2U);
}

TEST_P(Intake, ACorrectedRejectFileCanBeSentBackAsItIs) {
  PenaltyRow broken;
  broken.code = "9137010OMA3ABCD15F";
  auto text = reject_file(platform().take("penalty", penalty_header + broken.text()));
  text.replace(text.find("9137010OMA3ABCD15F", text.find("法定代表人")), 18, company);
  // The message column still names the wrong code; only the data column counts.
  const auto at = text.rfind("9137010OMA3ABCD15F");
  if (at != std::string::npos) text.replace(at, 18, company);
  const auto receipt = platform().take("penalty", text);
  EXPECT_EQ(receipt.added, 1) << receipt.errors.size();
}

TEST_P(Intake, TheSameFileAgainIsAnsweredWithTheFirstReceipt) {
  const std::string file = penalty_header + PenaltyRow().text();
  const auto first = platform().take("penalty", file);
  const auto again = platform().take("penalty", file);
  EXPECT_TRUE(first.first_time);
  EXPECT_FALSE(again.first_time);
  EXPECT_EQ(first.receipt, again.receipt);
  EXPECT_EQ(platform().count("record"), 1);
}

TEST_P(Intake, AChangedRowIsANewVersionAndTheOldOneStaysKnown) {
  platform().take("penalty", penalty_header + PenaltyRow().text());
  const Instant before = platform().clock.now();
  platform().set_day(Date(2026, 5, 20));
  PenaltyRow changed;
  changed.fine = "3";
  EXPECT_EQ(platform().take("penalty", penalty_header + changed.text()).changed, 1);
  EXPECT_EQ(platform().records_of(company, "penalty").at(0).version, 2);
  // As known before the change: the first version, rendered again.
  auto pending =
      platform().query->by_code(*platform().book, platform().permit(), company,
                                {Date(2026, 5, 20), Instant(before.micros() + 1'000'000)});
  const auto then = platform().ledger->release(platform().permit(), std::move(pending).or_throw());
  EXPECT_EQ(then->records.at(0).version, 1);
}

// NDRC-424-2018: within seven working days of the decision, counted over the Labour Day holiday of
// 2026.
TEST_P(Intake, SevenWorkingDaysAcrossAHoliday) {
  const Date decided(2026, 4, 27);
  const Date due = platform().book->calendar.working_days_after(decided, 7).day;
  EXPECT_GT(due.days() - decided.days(), 10);  // the holiday does not count
  PenaltyRow row;
  row.decided = to_string(decided);
  platform().set_day(due);
  EXPECT_EQ(platform().take("penalty", penalty_header + row.text()).late, 0);
  platform().set_day(due.plus_days(1));
  row.number = "济市监罚〔2026〕2号";
  const auto late = platform().take("penalty", penalty_header + row.text());
  EXPECT_EQ(late.late, 1);
  EXPECT_EQ(late.added, 1);  // late is counted, never refused
}

// SD-2020 art. 13: simplified-procedure penalties are not public credit information.
TEST_P(Intake, Article13KeepsSimplifiedProcedureOut) {
  PenaltyRow simplified;
  simplified.procedure = "简易程序";
  const auto receipt = platform().take("penalty", penalty_header + simplified.text());
  EXPECT_EQ(receipt.rejected, 1);
  EXPECT_EQ(rows_with(receipt, "row.simplified"), 1);
  EXPECT_EQ(platform().count("record"), 0);
}

// SD-2020 art. 42: a column of denied data stops the whole file; nothing of it is kept.
TEST_P(Intake, Article42RefusesTheWholeFileAndKeepsNothing) {
  std::string header = penalty_header;
  header.insert(header.size() - 1, ",宗教信仰");
  const auto refused = platform().send("penalty", header + PenaltyRow().text());
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().id, "intake.denied_field");
  EXPECT_EQ(refused.error().basis, "SD-2020/42");
  EXPECT_EQ(platform().count("batch"), 0);
  EXPECT_FALSE(std::filesystem::exists(place().folder() / "originals"));
}

// SD-2020 art. 2: minors are not credit subjects.
TEST_P(Intake, Article2KeepsMinorsOut) {
  PenaltyRow minor = personal_penalty();
  const std::string body = "37010220150101001";
  minor.document = body + domain::resident_id_check(body);
  const auto receipt = platform().take("penalty", penalty_header + minor.text());
  EXPECT_EQ(receipt.added, 0);
  EXPECT_EQ(rows_with(receipt, "row.minor"), 1);
}

TEST_P(Intake, NameAndCodeMustBeOfOneSubject) {
  platform().take("organization_registration", registration("济南明信科技有限公司", company));
  PenaltyRow other;
  other.name = "青岛某某化工有限公司";
  const auto receipt = platform().take("penalty", penalty_header + other.text());
  EXPECT_EQ(rows_with(receipt, "row.subject_mismatch"), 1);
  EXPECT_EQ(platform().take("penalty", penalty_header + PenaltyRow().text()).added, 1);
}

TEST_P(Intake, IdentityNumbersNeverStandInFreeText) {
  PenaltyRow row;
  row.facts = "当事人负责人（" + citizen + "）未公示。";
  EXPECT_EQ(rows_with(platform().take("penalty", penalty_header + row.text()), "cell.personal"), 1);
}

TEST_P(Intake, WholeFileErrorsAreNamed) {
  const auto id = [&](const Result<Receipt>& result) {
    return result.has_value() ? "taken" : result.error().id;
  };
  EXPECT_EQ(id(platform().send("no_such_item", "a,b\n1,2\n")), "intake.item_unknown");
  EXPECT_EQ(id(platform().send("penalty", "")), "intake.empty");
  EXPECT_EQ(id(platform().send("penalty", penalty_header)), "intake.no_rows");
  EXPECT_EQ(id(platform().send("penalty", "甲,乙\n1,2\n")), "intake.headers_unknown");
  EXPECT_EQ(id(platform().send("penalty", "行政相对人名称,行政相对人名称\n1,2\n")),
            "intake.headers_doubled");
  EXPECT_EQ(id(platform().send("penalty", "行政相对人名称,处罚内容\n1,2\n")),
            "intake.headers_missing");
  EXPECT_EQ(
      id(platform().intake->submit(*platform().book, {platform().file("x.csv", penalty_header),
                                                      "x.csv", "penalty", "123", ""})),
      "intake.provider");
}

TEST_P(Intake, RaggedRowsNulBytesAndOpenQuotesCostOnlyThemselves) {
  PenaltyRow good;
  good.number = "济市监罚〔2026〕3号";
  const auto receipt =
      platform().take("penalty", penalty_header + "甲,乙\n" + std::string("丙\0丁\n", 8) + "\"戊," +
                                     "\n" + good.text());
  EXPECT_EQ(receipt.added, 1);
  EXPECT_EQ(receipt.rejected, 3);
  expect_sum(receipt);
}

TEST_P(Intake, TheOldLayoutOf2015IsRead) {
  const std::string file =
      "CF_WSH,CF_CFMC,CF_CFLB1,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_"
      "ZT,DFBM,SJC,BZ\n"
      "济工商罚〔2016〕5号,虚假宣传,罚款,在店堂内发布虚假广告,《广告法》,济南明信科技有限公司," +
      company + ",王小明,罚款人民币5000元,2016/05/04,济南市工商行政管理局,0,370100,2016-05-05,\n";
  const auto receipt = platform().take("penalty", file);
  EXPECT_EQ(receipt.layout, "2015");
  EXPECT_EQ(receipt.added, 1) << (receipt.errors.empty() ? "" : receipt.errors[0].id);
}

TEST_P(Intake, TheOriginalFileComesBackByteForByte) {
  const std::string bytes = penalty_header + PenaltyRow().text();
  const auto receipt = platform().take("penalty", bytes);
  const auto to = place().folder() / "again.csv";
  ASSERT_TRUE(platform().intake->original(receipt.receipt, to).has_value());
  std::ifstream in(to, std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), bytes);
  // On disk it is sealed: no name, no number in the clear.
  for (const auto& kept :
       std::filesystem::recursive_directory_iterator(place().folder() / "originals")) {
    if (!kept.is_regular_file()) continue;
    std::ifstream raw(kept.path(), std::ios::binary);
    EXPECT_THAT(std::string(std::istreambuf_iterator<char>(raw), {}),
                ::testing::Not(HasSubstr("王小明")));
  }
}

TEST_P(Intake, QualityIsToldOnSevenDimensions) {
  PenaltyRow broken;
  broken.code = "91370100MA3ABCD15G";
  platform().take("penalty", penalty_header + PenaltyRow().text() + broken.text());
  const auto report = app::quality(*platform().database, *platform().book, bureau, "penalty",
                                   Date(2026, 1, 1), Date(2026, 12, 31));
  ASSERT_EQ(report.lines.size(), 1U);
  EXPECT_EQ(report.lines[0].dimensions.size(), 7U);
  EXPECT_GE(report.lines[0].publicity.size(), 4U);
  EXPECT_EQ(report.lines[0].dimensions[1].value.part, 1);  // conforming
  EXPECT_EQ(report.lines[0].dimensions[1].value.whole, 2);
}

TEST_P(Intake, ATemplateHoldsEveryColumnAndIsTakenBack) {
  const auto path = place().folder() / "template.csv";
  ASSERT_TRUE(app::write_template(*platform().book, "penalty", "csv", path).has_value());
  std::ifstream in(path, std::ios::binary);
  const std::string header(std::istreambuf_iterator<char>(in), {});
  const auto refused = platform().send("penalty", header);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().id, "intake.no_rows");  // every column is known, only rows are missing
}

std::string many_rows(int count) {
  std::string file = penalty_header;
  PenaltyRow row;
  for (int i = 0; i < count; ++i) {
    row.number = "济市监罚〔2026〕" + std::to_string(i) + "号";
    row.code = i % 50 == 7 ? "91370100MA3ABCD15G" : company;
    file += row.text();
  }
  return file;
}

// A kill at any moment; sending again completes it exactly once. Runs against SQLite, whose process
// dies whole.
TEST(KilledIntake, IsCompletedExactlyOnceBySendingAgain) {
  Place place(store::Engine::sqlite);
  const std::string file = many_rows(60'000);
  for (const int micros : {5'000, 60'000, 150'000, 300'000, 500'000, 700'000, 900'000}) {
    const pid_t child = ::fork();
    if (child == 0) {
      std::filesystem::remove(place.folder() / "node.secret.used");
      SeededRandom random(7);
      SystemClock clock;
      if (!std::filesystem::exists(place.folder() / "node.secret"))
        app::Vault::create(place.folder(), random);
      SystemRandom secure;
      const auto vault = app::Vault::open(place.folder(), secure);
      const auto database = store::Database::open(place.location(), clock);
      store::Dictionaries dictionaries;
      app::Intake intake(*database, dictionaries, vault);
      std::ofstream(place.folder() / "big.csv", std::ios::binary) << file;
      const bool done =
          intake
              .submit(*our_rules(), {place.folder() / "big.csv", "big.csv", "penalty", bureau, ""})
              .has_value();
      ::_exit(done ? 0 : 1);
    }
    ::usleep(static_cast<useconds_t>(micros));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  SystemRandom secure;
  SystemClock clock;
  const auto vault = app::Vault::open(place.folder(), secure);
  const auto database = store::Database::open(place.location(), clock);
  store::Dictionaries dictionaries;
  app::Intake intake(*database, dictionaries, vault);
  const auto receipt =
      intake.submit(*our_rules(), {place.folder() / "big.csv", "big.csv", "penalty", bureau, ""})
          .or_throw();
  EXPECT_EQ(receipt.sent, 60'000);
  EXPECT_EQ(receipt.rejected, 1'200);
  EXPECT_EQ(receipt.added, 58'800);
  EXPECT_EQ(receipt.duplicate, 0);
  EXPECT_EQ(store::count_rows(database->read().sql(), "record"), 58'800);
  std::ifstream rejects(place.folder() / receipt.reject_files.at(0));
  EXPECT_EQ(std::count(std::istreambuf_iterator<char>(rejects), {}, '\n'), 1'201);
}

// A full disk (here: a limit on file size) is said, loses nothing, and is made good by sending
// again.
TEST(FullDisk, IsSaidAndMadeGoodBySendingAgain) {
  Place place(store::Engine::sqlite);
  {
    SystemRandom secure;
    app::Vault::create(place.folder(), secure);
  }
  std::ofstream(place.folder() / "big.csv", std::ios::binary) << many_rows(60'000);
  const auto submit = [&] {
    SystemRandom secure;
    SystemClock clock;
    const auto vault = app::Vault::open(place.folder(), secure);
    const auto database = store::Database::open(place.location(), clock);
    store::Dictionaries dictionaries;
    app::Intake intake(*database, dictionaries, vault);
    return intake
        .submit(*our_rules(), {place.folder() / "big.csv", "big.csv", "penalty", bureau, ""})
        .or_throw();
  };
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{6 << 20, 6 << 20};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      (void)submit();
      ::_exit(1);
    } catch (const std::exception&) {
      ::_exit(42);
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 42);
  const auto receipt = submit();
  EXPECT_EQ(receipt.sent, 60'000);
  EXPECT_EQ(receipt.added, 58'800);
}

}  // namespace
}  // namespace credence::testing
