// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include "app/cases/form.h"
#include "http/address.h"
#include "support/served.h"

// Cases over HTTP and on pages: who may open, see, act and decide, and what the public reads of
// deadlines.

namespace credence::http {
namespace {

using credence::testing::bureau;
using credence::testing::centre;
using credence::testing::citizen;
using credence::testing::company;
using credence::testing::shop;
using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::Not;

const Date a_wednesday(2026, 9, 30);  // due on 10 October, after the National Day holiday

class CasePages : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place(), a_wednesday);
    platform().take("organization_registration",
                    credence::testing::registration("济南明信科技有限公司", company));
    platform().take("penalty", credence::testing::penalty_header +
                                   credence::testing::PenaltyRow().text() +
                                   credence::testing::personal_penalty().text());
    platform().query->follow();
    pass_a_minute();  // commits are later than a clock that stands still
    site_ = std::make_unique<Site>(platform(), place());
    company_ = site().session("mingxin", {{"subject"}, {}, {}, {}}, "", company);
    clerk_ = site().session("wangjing", {{"steward"}, {}, {}, {}}, centre);
    record_ = std::to_string(platform().records_of(company, "penalty").at(0).record.value);
  }
  credence::testing::Platform& platform() { return *platform_; }
  Site& site() { return *site_; }

  Response get(const std::string& token, const std::string& target) {
    auto request = Site::get(target);
    return site().send(token.empty() ? request : site().in_session(request, token));
  }
  Response post(const std::string& token, const std::string& target, const std::string& body,
                const std::string& confirmation = "") {
    auto request = Site::post(target, body);
    request.confirmation = confirmation;
    return site().send(token.empty() ? request : site().in_session(request, token));
  }
  Response post_form(const std::string& token, const std::string& target, const Values& fields) {
    std::string body;
    for (const auto& [name, value] : fields)
      body += (body.empty() ? "" : "&") + percent_encode(name) + "=" + percent_encode(value);
    auto request = Site::post(target, body);
    request.content_type = "application/x-www-form-urlencoded";
    return site().send(site().in_session(request, token));
  }
  std::string objection() const {
    return R"({"procedure":"objection","act":"","code":"","record":")" + record_ +
           R"(","fields":[{"id":"claim","value":"罚款金额有误"},{"id":"ground","value":"error"}],"documents":[]})";
  }
  static std::string act(const std::string& id, int after, const std::string& fields = "") {
    return R"({"act":")" + id + R"(","after":)" + std::to_string(after) + R"(,"fields":[)" +
           fields + R"(],"documents":[]})";
  }
  static std::string reasons() { return R"({"id":"reasons","value":"与决定书一致"})"; }
  static std::string text_of(const Response& response, const char* name) {
    return std::string(boost::json::parse(response.body).at(name).as_string());
  }
  std::string lodged() {
    const auto response = post(company_, "/api/v1/cases", objection());
    EXPECT_EQ(response.status, 200) << response.body;
    return text_of(response, "number");
  }
  std::string state_of(const std::string& number) {
    return text_of(get(company_, "/api/v1/cases/" + number), "state");
  }
  void pass_a_minute() {
    platform().clock.set(Instant(platform().clock.now().micros() + 60'000'000));
  }
  std::string fresh_code() {
    pass_a_minute();
    return site().code();
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
  std::string company_, clerk_, record_;
};
INSTANTIATE_TEST_SUITE_P(Engines, CasePages, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(CasePages, TheSubjectOpensACaseAndNobodyElseLearnsOfIt) {
  EXPECT_EQ(post("", "/api/v1/cases", objection()).status, 401);
  const auto number = lodged();
  EXPECT_EQ(state_of(number), "received");
  const auto stranger = site().session("stranger", {{"subject"}, {}, {}, {}}, "", shop);
  for (const char* way : {"/api/v1/cases/", "/plain/cases/"})
    EXPECT_EQ(get(stranger, way + number).status, 404) << way;
  EXPECT_EQ(post(stranger, "/api/v1/cases/" + number + "/acts", act("withdraw", 1)).status, 404);
  EXPECT_THAT(get(stranger, "/api/v1/cases").body, Not(HasSubstr(number)));
  EXPECT_THAT(get(company_, "/api/v1/cases").body, HasSubstr(number));
  EXPECT_EQ(get("", "/api/v1/cases/" + number).status, 401);
  EXPECT_EQ(get("", "/plain/cases/" + number).status, 303);
}

// SD-2020 art. 36: that an office looked is in the ledger before it sees anything.
TEST_P(CasePages, AnOfficesLookAtACaseIsTold) {
  const auto number = lodged();
  EXPECT_THAT(get(company_, "/api/v1/me/looks").body, Not(HasSubstr(number)));
  const auto seen = get(clerk_, "/api/v1/cases/" + number);
  EXPECT_EQ(seen.status, 200);
  EXPECT_THAT(seen.body, HasSubstr("mingxin"));  // the office sees who acted
  EXPECT_THAT(get(company_, "/api/v1/me/looks").body, HasSubstr(number));
}

TEST_P(CasePages, AnAuditorSeesTheFileAndTouchesNothing) {
  const auto number = lodged();
  const auto auditor = site().session("auditor", {{"audit_administrator"}, {}, {}, {}}, centre);
  EXPECT_EQ(get(auditor, "/api/v1/cases/" + number).status, 200);
  EXPECT_EQ(get(auditor, "/plain/cases/" + number).status, 200);
  EXPECT_EQ(post(auditor, "/api/v1/cases/" + number + "/acts", act("take", 1)).status, 403);
}

// A provider's clerk answers what is asked of its unit, though it cannot decide.
TEST_P(CasePages, AProviderAnswersAndTheCaseLeavesItsDesk) {
  const auto number = lodged();
  const std::string address = "/api/v1/cases/" + number + "/acts";
  const auto key = site().key({{"provider_clerk"}, {}, {}, {}});
  EXPECT_EQ(
      post(clerk_, address, act("forward", 1, R"({"id":"question","value":"请核对"})")).status,
      200);
  const auto desk = site().send(Site::with_key(Site::get("/api/v1/desk"), key));
  EXPECT_THAT(desk.body, HasSubstr(number));
  const auto answer =
      act("report_back", 2, R"({"id":"opinion","value":"属实"},{"id":"advice","value":"confirm"})");
  EXPECT_EQ(site().send(Site::with_key(Site::post(address, answer), key)).status, 200);
  const auto decision = Site::with_key(Site::post(address, act("confirm", 3, reasons())), key);
  EXPECT_EQ(site().send(decision).status, 403);
  EXPECT_EQ(state_of(number), "answered_by_unit");
}

TEST_P(CasePages, AnOfficeConfirmsWhatItDecidesAndNothingElse) {
  const auto number = lodged();
  const std::string address = "/api/v1/cases/" + number + "/acts";
  EXPECT_EQ(post(clerk_, address, act("take", 1)).status, 200);
  const auto refused = post(clerk_, address, act("confirm", 2, reasons()));
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(text_of(refused, "code"), "confirmation.required");
  EXPECT_EQ(state_of(number), "received");
  const auto confirmation = site().confirmation(clerk_, "POST /api/v1/cases/{number}/acts");
  const auto done = post(clerk_, address, act("confirm", 2, reasons()), confirmation);
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(state_of(number), "confirmed");
  // A subject decides over nobody else: no confirmation.
  EXPECT_EQ(post(company_, address, act("contest", 3, R"({"id":"claim","value":"不服"})")).status,
            200);
}

TEST_P(CasePages, ADecisionIsNotConfirmedTwice) {
  const auto number = lodged();
  const auto confirmation = site().confirmation(clerk_, "POST /api/v1/cases/{number}/acts");
  const std::string address = "/api/v1/cases/" + number + "/acts";
  EXPECT_EQ(post(clerk_, address, act("confirm", 9, reasons()), confirmation).status, 409);
  EXPECT_EQ(post(clerk_, address, act("confirm", 1, reasons()), confirmation).status, 403);
}

TEST_P(CasePages, AFormOfAnotherSiteIsNotTaken) {
  auto request = Site::post("/api/v1/cases", objection());
  request.session_token = company_;
  const auto forged = site().send(request);
  EXPECT_EQ(forged.status, 403);
  EXPECT_EQ(text_of(forged, "code"), "csrf");
  EXPECT_EQ(get(company_, "/api/v1/cases").body, "[]");
}

TEST_P(CasePages, PagesOpenACaseBesideItsRecord) {
  EXPECT_THAT(
      get("", "/plain/org/" + company).body,
      HasSubstr("/plain/cases/new?procedure=objection&amp;code=" + company + "&amp;record="));
  EXPECT_THAT(get(company_, "/plain/me/file").body,
              HasSubstr("/plain/cases/new?procedure=objection&amp;record=" + record_));
  const auto form = get(company_, "/plain/cases/new?procedure=objection&record=" + record_);
  EXPECT_THAT(form.body, HasSubstr("name=\"f.claim\""));
  EXPECT_THAT(form.body, HasSubstr("济市监罚〔2026〕1号"));
  const auto incomplete = post_form(company_, "/plain/cases",
                                    {{"procedure", "objection"},
                                     {"act", "lodge"},
                                     {"record", record_},
                                     {"f.claim", "罚款金额有误"}});
  EXPECT_EQ(incomplete.status, 400);
  EXPECT_THAT(incomplete.body, HasSubstr("罚款金额有误</textarea>"));  // nothing is typed twice
  const auto opened = post_form(company_, "/plain/cases",
                                {{"procedure", "objection"},
                                 {"act", "lodge"},
                                 {"record", record_},
                                 {"f.claim", "罚款金额有误"},
                                 {"f.ground", "error"}});
  EXPECT_EQ(opened.status, 303) << opened.body;
  EXPECT_THAT(get(company_, "/plain/cases").body, HasSubstr("已收到，待审核"));
}

// Who came by the link beside a record goes on there after signing in, and nowhere else.
TEST_P(CasePages, SigningInGoesOnWhereOneWas) {
  const std::string wanted = "/plain/cases/new?procedure=objection&code=" + company + "&record=1";
  const auto location = [](const Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") return value;
    }
    return std::string();
  };
  EXPECT_EQ(location(get("", wanted)), "/plain/sign-in?then=" + percent_encode(wanted));
  (void)site().session("zhao", {{"subject"}, {}, {}, {}}, "", company);
  for (const auto& [then, where] :
       {std::pair{wanted, wanted},
        {std::string("//evil.example/"), std::string("/plain/me")},
        {std::string("https://evil.example/"), std::string("/plain/me")},
        {std::string("/\\evil.example"), std::string("/plain/me")}}) {
    auto request = Site::post("/plain/sign-in", "name=zhao&password=" + Site::password + "&code=" +
                                                    fresh_code() + "&then=" + percent_encode(then));
    request.content_type = "application/x-www-form-urlencoded";
    EXPECT_EQ(location(site().send(request)), where) << then;
  }
}

TEST_P(CasePages, APersonsNumberStandsInNoAddressOfAForm) {
  const auto refused = get(clerk_, "/plain/cases/new?procedure=objection&record=1&code=" + citizen);
  EXPECT_EQ(refused.status, 404);
  EXPECT_THAT(refused.body, Not(HasSubstr(citizen)));
}

TEST_P(CasePages, APageDecidesWithPasswordAndCode) {
  const auto number = lodged();
  EXPECT_THAT(get(clerk_, "/plain/cases/" + number).body,
              HasSubstr("action=\"/plain/cases/" + number + "/decisions\""));
  Values decision = {{"act", "confirm"}, {"after", "1"}, {"f.reasons", "与决定书一致"}};
  EXPECT_EQ(post_form(clerk_, "/plain/cases/" + number + "/acts", decision).status, 403);
  EXPECT_EQ(state_of(number), "received");
  decision.emplace_back("password", "Wrong-horse-7");
  decision.emplace_back("code", fresh_code());
  EXPECT_EQ(post_form(clerk_, "/plain/cases/" + number + "/decisions", decision).status, 401);
  EXPECT_EQ(state_of(number), "received");
  decision[3].second = Site::password;
  decision[4].second = fresh_code();
  const auto decided = post_form(clerk_, "/plain/cases/" + number + "/decisions", decision);
  EXPECT_EQ(decided.status, 200) << decided.body;
  EXPECT_EQ(state_of(number), "confirmed");
}

// What is corrected are the fields that were changed, and no others.
TEST_P(CasePages, ACorrectionStartsFromTheRecordAsItIs) {
  const auto number = lodged();
  EXPECT_THAT(get(clerk_, "/plain/cases/" + number).body, Not(HasSubstr("name=\"c.")));
  const auto form = get(clerk_, "/plain/cases/" + number + "?record=open");
  const auto* item = platform().book->catalogue.find("penalty");
  const auto fine = std::ranges::find(item->fields, rulebook::Role::fine, &rulebook::Field::role);
  ASSERT_NE(fine, item->fields.end());
  EXPECT_THAT(form.body, HasSubstr("name=\"c." + fine->code + "\" value=\"2\""));
  const auto corrected = post_form(clerk_, "/plain/cases/" + number + "/decisions",
                                   {{"act", "correct"},
                                    {"after", "1"},
                                    {"changes", "changes"},
                                    {"was." + fine->code, "2"},
                                    {"c." + fine->code, "1"},
                                    {"was.OTHER", "same"},
                                    {"c.OTHER", "same"},
                                    {"f.reasons", "决定书写明一万元"},
                                    {"password", Site::password},
                                    {"code", fresh_code()}});
  EXPECT_EQ(corrected.status, 200) << corrected.body;
  // Only what was changed is corrected, and it stands at once.
  const auto records = platform().records_of(company, "penalty");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].version, 2);
  const auto shown = std::ranges::find(records[0].fields, fine->code, &app::ShownField::code);
  ASSERT_NE(shown, records[0].fields.end());
  EXPECT_EQ(shown->value, "1");
}

TEST_P(CasePages, TheSubjectSeesItsPathToRepairAndNobodyElseDoes) {
  const auto path = get(company_, "/api/v1/me/repair-path");
  ASSERT_EQ(path.status, 200) << path.body;
  EXPECT_THAT(path.body, HasSubstr(record_));
  EXPECT_THAT(path.body, HasSubstr(R"("verified":true)"));
  const auto page = get(company_, "/plain/me/repair").body;
  EXPECT_THAT(page, HasSubstr("申请修复"));
  EXPECT_THAT(page, HasSubstr("信用主体本人仅在档案中可见"));
  const std::string address = "/api/v1/subjects/" + company + "/repair-path";
  EXPECT_EQ(get("", address).status, 401);
  EXPECT_EQ(get(company_, address).status, 403);  // for the public's purpose there is none
  EXPECT_EQ(get(clerk_, address + "?purpose=stewardship").status, 200);
  EXPECT_EQ(get(clerk_, "/api/v1/me/repair-path").status, 403);
}

TEST_P(CasePages, TheNoticeOfRepairIsMadeByWhoeverSentThePenalty) {
  const auto provider = site().session("lihua", {{"provider_clerk"}, {}, {}, {}});
  const std::string address =
      "/api/v1/subjects/" + company + "/repair-notices?purpose=own_submission";
  const auto notice = get(provider, address);
  ASSERT_EQ(notice.status, 200) << notice.body;
  EXPECT_THAT(notice.body, HasSubstr("济市监罚〔2026〕1号"));
  EXPECT_EQ(get(provider, address + "&document=none").status, 404);
  EXPECT_EQ(get("", address).status, 401);
}

TEST_P(CasePages, RecallsAreForUnitsThatHandleCases) {
  EXPECT_EQ(get("", "/api/v1/recalls").status, 401);
  EXPECT_EQ(get(company_, "/api/v1/recalls").status, 403);
  EXPECT_EQ(get(clerk_, "/api/v1/recalls").body, R"({"recalls":[],"next":""})");
}

TEST_P(CasePages, ADocumentIsGivenToWhoMaySeeItsCase) {
  const std::string bytes = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n";
  EXPECT_EQ(post("", "/api/v1/documents?name=a.pdf", bytes).status, 401);
  EXPECT_EQ(post(company_, "/api/v1/documents?name=a.sh", "#!/bin/sh\n").status, 400);
  const auto kept = post(company_, "/api/v1/documents?name=decision.pdf", bytes);
  ASSERT_EQ(kept.status, 200) << kept.body;
  const auto sha256 = text_of(kept, "sha256");
  // What its sender says of its kind and size does not count.
  std::string form = objection();
  form.replace(form.find("[]}"), 3,
               R"([{"kind":"evidence","sha256":")" + sha256 +
                   R"(","name":"decision.pdf","media":"text/html","bytes":1}]})");
  const auto opened = post(company_, "/api/v1/cases", form);
  ASSERT_EQ(opened.status, 200) << opened.body;
  const std::string address = "/api/v1/cases/" + text_of(opened, "number") + "/documents/" + sha256;
  for (const auto& token : {company_, clerk_}) {
    const auto given = get(token, address);
    EXPECT_EQ(given.status, 200);
    EXPECT_EQ(given.body, bytes);
    EXPECT_EQ(given.type, "application/pdf");
  }
  const auto stranger = site().session("stranger", {{"subject"}, {}, {}, {}}, "", shop);
  EXPECT_EQ(get(stranger, address).status, 404);
  EXPECT_EQ(get("", address).status, 401);
  const auto other =
      text_of(post(company_, "/api/v1/documents?name=b.pdf", bytes + "\n"), "sha256");
  EXPECT_EQ(
      get(clerk_, "/api/v1/cases/" + text_of(opened, "number") + "/documents/" + other).status,
      404);
}

TEST_P(CasePages, AStepNamesNoDocumentThatIsNotKept) {
  std::string form = objection();
  form.replace(form.find("[]}"), 3,
               R"([{"kind":"evidence","sha256":")" + std::string(64, 'a') +
                   R"(","name":"a.pdf","media":"","bytes":1}]})");
  EXPECT_EQ(post(company_, "/api/v1/cases", form).status, 404);
  EXPECT_EQ(get(company_, "/api/v1/cases").body, "[]");
}

TEST_P(CasePages, AFileComesWithItsForm) {
  const auto part = [](const std::string& head, const std::string& bytes) {
    return "--XX\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + bytes + "\r\n";
  };
  auto request = Site::post(
      "/plain/cases",
      part("name=\"procedure\"", "objection") + part("name=\"act\"", "lodge") +
          part("name=\"record\"", record_) + part("name=\"f.claim\"", "罚款金额有误") +
          part("name=\"f.ground\"", "error") +
          part("name=\"d.evidence\"; filename=\"决定书.pdf\"", "%PDF-1.4\n%%EOF\n") + "--XX--\r\n");
  request.content_type = "multipart/form-data; boundary=XX";
  auto in_session = site().in_session(request, company_);
  in_session.csrf.clear();
  EXPECT_EQ(site().send(in_session).status, 403);  // the token is missing
  const std::string csrf = site().in_session(request, company_).csrf;
  in_session.body = part("name=\"csrf\"", csrf) + request.body;
  const auto opened = site().send(in_session);
  EXPECT_EQ(opened.status, 303) << opened.body;
  std::string address;
  for (const auto& [name, value] : opened.headers) {
    if (name == "Location") address = value;
  }
  EXPECT_THAT(get(company_, address).body, HasSubstr("决定书.pdf</a>"));
}

// SD-2020 art. 59: lateness tells itself, with unit and article, and names no subject.
TEST_P(CasePages, WhatIsLateStandsOnTheDeskAndInPublic) {
  const auto number = lodged();
  const std::string period = "from=2026-09-01&to=2026-12-31";
  EXPECT_THAT(get("", "/api/v1/breaches?" + period).body, HasSubstr("\"breaches\":[]"));
  platform().set_day(Date(2026, 10, 12));
  EXPECT_EQ(get(clerk_, "/api/v1/desk").status, 401);  // the session is too old by now
  const auto lead = site().session("sunlei", {{"steward_lead"}, {}, {}, {}}, centre);
  const auto desk = boost::json::parse(get(lead, "/api/v1/desk").body);
  EXPECT_EQ(desk.at("late").as_int64(), 1);
  EXPECT_THAT(get(lead, "/plain/desk").body, HasSubstr("已逾期 2 日"));
  const auto csv = get("", "/api/v1/breaches.csv?" + period);
  EXPECT_THAT(csv.type, HasSubstr("text/csv"));
  EXPECT_THAT(csv.body, HasSubstr("第三十九条"));
  EXPECT_THAT(csv.body, HasSubstr("2026-10-10"));
  EXPECT_THAT(csv.body, HasSubstr("逾期未办"));
  for (const std::string& open : {csv.body, get("", "/plain/breaches?" + period).body}) {
    EXPECT_THAT(open, Not(HasSubstr(number)));
    EXPECT_THAT(open, Not(HasSubstr("济南明信科技有限公司")));
  }
  EXPECT_THAT(get(lead, "/plain/breaches?" + period).body, HasSubstr(number));
}

TEST_P(CasePages, ProceduresAreOpenToAllWithArticlesAndDiagram) {
  EXPECT_THAT(get("", "/api/v1/procedures").body, HasSubstr("\"objection\""));
  const auto told = get("", "/api/v1/procedures/objection");
  EXPECT_THAT(told.body, HasSubstr("3个工作日"));
  EXPECT_THAT(told.body, HasSubstr("<svg"));
  const auto told_page = get("", "/plain/procedures/objection");
  EXPECT_THAT(told_page.body, HasSubstr("7个工作日"));
  const auto& objection = platform().book->procedures.at("objection");
  for (const auto& state : objection.states) EXPECT_THAT(told_page.body, HasSubstr(state.label.zh));
  for (const auto& one : objection.acts)
    EXPECT_THAT(told_page.body, HasSubstr("<article id=\"" + one.id + "\">"));
  EXPECT_EQ(get("", "/api/v1/procedures/none").status, 404);
  EXPECT_EQ(get("", "/plain/procedures/none").status, 404);
}

}  // namespace
}  // namespace credence::http
