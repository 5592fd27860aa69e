// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <thread>

#include "app/check/answer_signer.h"
#include "base/base64.h"
#include "http/address.h"
#include "support/list_rows.h"
#include "support/served.h"

// The check over HTTP, on its page and in the frame of an approval system.

namespace credence::http {
namespace {

using credence::testing::bank;
using credence::testing::company;
using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::Not;

class CheckingOverHttp : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    platform().editions->keep(platform().random);
    platform().take("organization_registration",
                    credence::testing::registration("济南明信科技有限公司", company));
    const auto receipt = platform()
                             .send("serious_dishonesty",
                                   credence::testing::entry_row(company, 1, "重大税收违法失信主体",
                                                                Date(2026, 3, 2), "", ""),
                                   "list.jsonl")
                             .or_throw();
    ASSERT_EQ(receipt.rejected, 0);
    site_ = std::make_unique<Site>(platform(), place());
    site().services().answer_keys = {platform().log_keys().answers.verifier()};
    key_ = site().key({{"counter_clerk"}, {}, {}, {}});
  }
  credence::testing::Platform& platform() { return *platform_; }
  Site& site() { return *site_; }
  Response post(const std::string& target, const std::string& body) {
    return site().send(Site::with_key(Site::post(target, body), key_));
  }
  Response get(const std::string& target) {
    return site().send(Site::with_key(Site::get(target), key_));
  }
  static std::string question(const std::string& who, const std::string& more = "") {
    return R"({)" + who +
           R"(,"matter":"government_procurement","purpose":"procurement","business":"SD2026-1")" +
           more + "}";
  }
  static std::string one(const std::string& code) { return R"("code":")" + code + R"(")"; }
  static std::string header(const Response& response, const std::string& name) {
    for (const auto& [known, value] : response.headers) {
      if (known == name) return value;
    }
    return "";
  }
  std::string proof_file() {
    return post("/api/v1/checks", question(one(company), R"(,"form":"proof")")).body;
  }
  Response embed(const std::string& proof, const std::string& origin) {
    auto request = Site::post("/embed/check", "proof=" + percent_encode(proof) + "&lang=zh");
    request.content_type = "application/x-www-form-urlencoded";
    request.origin = origin;
    request.fetch_site = "cross-site";
    return site().send(request);
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
  std::string key_;
};

TEST_P(CheckingOverHttp, TheBodyIsWhatIsSigned) {
  const auto response = post("/api/v1/checks", question(one(company)));
  ASSERT_EQ(response.status, 200) << response.body;
  EXPECT_THAT(response.body, HasSubstr("procurement_ban"));
  const auto proof =
      ledger::parse_proof(*from_base64(header(response, "Credence-Proof"))).or_throw();
  const std::vector<ledger::VerifierKey> keys = {platform().log_keys().answers.verifier()};
  EXPECT_TRUE(app::verify_answer(app::with_answer(proof, response.body), keys));
  EXPECT_FALSE(app::verify_answer(app::with_answer(proof, response.body + " "), keys));
}

TEST_P(CheckingOverHttp, ManyAtOnceEachWithItsAnswerOrItsRefusal) {
  const auto response =
      post("/api/v1/checks", question(R"("codes":[")" + company + R"(","x",")" + bank + R"("])"));
  ASSERT_EQ(response.status, 200) << response.body;
  const auto answers = boost::json::parse(response.body).at("answers").as_array();
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_TRUE(answers[0].at("found").as_bool());
  EXPECT_EQ(answers[1].at("refused").at("id").as_string(), "query.code");
  EXPECT_FALSE(answers[2].at("found").as_bool());
}

TEST_P(CheckingOverHttp, NobodyInParticularIsNotAnswered) {
  EXPECT_EQ(site().send(Site::post("/api/v1/checks", question(one(company)))).status, 401);
  key_ = site().key({{"provider_clerk"}, {}, {}, {}});
  EXPECT_EQ(post("/api/v1/checks", question(one(company))).status, 403);
}

TEST_P(CheckingOverHttp, AnAuditorReplaysWhatAnotherWasToldByteForByte) {
  const auto told = post("/api/v1/checks", question(one(company)));
  const auto answer = boost::json::parse(told.body);
  platform().set_day(Date(2027, 2, 1));
  const auto auditor =
      site().session("shenji", {{"audit_administrator"}, {}, {}, {}}, credence::testing::centre);
  const auto replay = [&](const char* address) {
    return site().send(site().in_session(
        Site::post(
            address,
            R"({"code":")" + company +
                R"(","matter":"government_procurement","purpose":"audit","asked_purpose":"procurement","business":"SD2026-1","unit":")" +
                credence::testing::bureau + R"(","day":")" +
                std::string(answer.at("day").as_string()) + R"(","known":")" +
                std::string(answer.at("known").as_string()) + R"("})"),
        auditor));
  };
  const auto again = replay("/api/v1/checks/replay");
  ASSERT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(again.body, told.body);
  const auto compared = replay("/api/v1/checks/comparison");
  ASSERT_EQ(compared.status, 200) << compared.body;
  EXPECT_THAT(compared.body, HasSubstr("changes"));
}

TEST_P(CheckingOverHttp, AFileIsCheckedWithProgressAndItsAnswersFetched) {
  const std::string csv = "企业名称,统一社会信用代码\n甲," + company + "\n乙," + bank +
                          "\n丙,123\n丁," + credence::testing::citizen + "\n";
  auto request = Site::post(
      "/api/v1/checks/files?matter=government_procurement&purpose=procurement&business=ZB-1", csv);
  request.content_type = "text/csv";
  const auto begun = site().send(Site::with_key(request, key_));
  ASSERT_EQ(begun.status, 202) << begun.body;
  const std::string number(boost::json::parse(begun.body).at("number").as_string());
  Response state;
  for (int i = 0; i < 100; ++i) {
    state = get("/api/v1/checks/files/" + number);
    if (boost::json::parse(state.body).at("state").as_string() == "done") break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  const auto value = boost::json::parse(state.body);
  EXPECT_EQ(value.at("done").as_int64(), 4);
  EXPECT_EQ(value.at("found").as_int64(), 1);
  EXPECT_EQ(value.at("refused").as_int64(), 2);
  const auto table = get("/api/v1/checks/files/" + number + "/answers.csv").body;
  EXPECT_THAT(table, HasSubstr("限制参加政府采购活动"));
  EXPECT_THAT(table, HasSubstr("文件核查只限组织"));
  EXPECT_THAT(table, Not(HasSubstr(credence::testing::citizen)));
  std::ifstream kept(platform().database->folder() / "checks" / number / "codes.txt");
  EXPECT_THAT(std::string(std::istreambuf_iterator<char>(kept), {}),
              Not(HasSubstr(credence::testing::citizen)));
  // Another unit's does not exist.
  const auto stranger = site().session("other", {{"authorized_inquirer"}, {}, {}, {}}, bank);
  EXPECT_EQ(
      site().send(site().in_session(Site::get("/api/v1/checks/files/" + number), stranger)).status,
      404);
}

TEST_P(CheckingOverHttp, AClerkChecksOnAPage) {
  const auto clerk = site().session("wangfang", {{"counter_clerk"}, {}, {}, {}});
  const auto form = site().send(site().in_session(Site::get("/plain/check"), clerk));
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("government_procurement|procurement"));
  auto request =
      Site::post("/plain/check",
                 "code=" + company + "&matter=government_procurement%7Cprocurement&business=1");
  request.content_type = "application/x-www-form-urlencoded";
  const auto answer = site().send(site().in_session(request, clerk));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr("限制参加政府采购活动"));
  EXPECT_THAT(answer.body, HasSubstr("列字1号"));
}

TEST_P(CheckingOverHttp, AnApprovalSystemShowsASignedAnswerInItsFrame) {
  const std::string origin = "https://spfw.example.cn", proof = proof_file();
  // Nobody may embed before the operator says who.
  EXPECT_EQ(embed(proof, origin).status, 403);
  site().services().embed_origins = {origin};
  const auto shown = embed(proof, origin);
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_THAT(shown.body, HasSubstr("限制参加政府采购活动"));
  EXPECT_THAT(header(shown, "Content-Security-Policy"), HasSubstr("frame-ancestors " + origin));
  EXPECT_EQ(header(shown, "X-Frame-Options"), "");
  EXPECT_EQ(embed(proof, "https://evil.example").status, 403);
  // What was not signed here is not shown.
  auto altered = proof;
  altered.replace(altered.find("extra ") + 10, 1,
                  altered[altered.find("extra ") + 10] == 'A' ? "B" : "A");
  const auto refused = embed(altered, origin);
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, Not(HasSubstr("限制参加政府采购活动")));
}

TEST_P(CheckingOverHttp, MattersAndMeasuresAreReadByAnybody) {
  const auto matters = site().send(Site::get("/api/v1/matters"));
  EXPECT_EQ(matters.status, 200);
  EXPECT_THAT(matters.body, HasSubstr("government_procurement"));
  const auto measures = site().send(Site::get("/api/v1/measures"));
  EXPECT_THAT(measures.body, HasSubstr("procurement_ban"));
}

INSTANTIATE_TEST_SUITE_P(Engines, CheckingOverHttp, credence::testing::both_engines,
                         credence::testing::engine_name);

}  // namespace
}  // namespace credence::http
