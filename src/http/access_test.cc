// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <spdlog/spdlog.h>
#include <algorithm>

#include "http/cookie.h"
#include "http/identify.h"
#include "http/pages.h"
#include "http/signature.h"
#include "store/marks.h"
#include "store/records.h"
#include "support/served.h"

// Who may come in, and how far: keys, sessions, grave acts, and that persons are shown to nobody
// they should not be.

namespace credence::http {
namespace {

using credence::testing::bureau;
using credence::testing::centre;
using credence::testing::citizen;
using credence::testing::company;
using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::Not;

class Access : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    platform().take("organization_registration",
                    credence::testing::registration("济南明信科技有限公司", company));
    platform().take("penalty", credence::testing::penalty_header +
                                   credence::testing::PenaltyRow().text() +
                                   credence::testing::personal_penalty().text());
    platform().set_day(Date(2026, 5, 12));
    platform().query->follow();
    site_ = std::make_unique<Site>(platform(), place());
  }
  credence::testing::Platform& platform() { return *platform_; }
  Site& site() { return *site_; }
  static std::string header(const Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return "";
  }
  static std::string asked(const std::string& what) {
    return "/api/v1/subjects/" + company + "?" + what;
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Access, credence::testing::both_engines,
                         credence::testing::engine_name);

// A target of a route with its blanks filled in.
std::string target_of(const Route& route, const std::string& fill) {
  std::string target;
  for (std::size_t at = 0; at < route.pattern.size();) {
    if (route.pattern[at] != '{') {
      target += route.pattern[at++];
      continue;
    }
    target += fill;
    at = route.pattern.find('}', at) + 1;
  }
  char before = '?';
  for (const auto& parameter : route.parameters) {
    if (!parameter.required) continue;
    target += before + std::string(parameter.name) + "=" + fill;
    before = '&';
  }
  return target;
}

TEST_P(Access, NoGuardedAddressAnswersTheAnonymousPublic) {
  int guarded = 0;
  for (const Route& route : routes()) {
    if (route.guard.who == Guard::Who::anyone) continue;
    ++guarded;
    auto request = Site::get(target_of(route, "1"));
    request.method = route.method;
    const auto response = site().send(request);
    const int expected = route.method == "GET" && is_page(route.pattern) ? 303 : 401;
    EXPECT_EQ(response.status, expected) << route.method << " " << route.pattern;
  }
  EXPECT_GT(guarded, 30);
}

// Every power opens its own addresses and no other's.
TEST_P(Access, APowerIsNeededWhereTheTableSaysSo) {
  const auto token = site().session("丙", {{"provider_clerk"}, {}, {}, {}});
  const auto& held = platform().book->roles.at("provider_clerk").powers;
  for (const Route& route : routes()) {
    if (route.guard.who != Guard::Who::holder || std::ranges::count(held, route.guard.power) > 0)
      continue;
    auto request = Site::get(target_of(route, "1"));
    request.method = route.method;
    const auto response = site().send(site().in_session(request, token));
    EXPECT_EQ(response.status, 403) << route.method << " " << route.pattern;
    EXPECT_THAT(response.body, HasSubstr("access.power"));
  }
}

// SD-2020 art. 20: through no address does the public see a person, whatever it asks with.
TEST_P(Access, Article20NoAddressShowsAPersonToThePublic) {
  for (const std::string& asked_with : {citizen, std::string("%E5%BC%A0%E4%B8%89")}) {
    for (const Route& route : routes()) {
      auto request = Site::get(target_of(route, asked_with));
      request.method = route.method;
      if (route.method == "POST") {
        request.body = "{\"code\":\"" + citizen + "\"}";
        request.content_type = "application/json";
      }
      const auto response = site().send(request);
      EXPECT_THAT(response.body, Not(HasSubstr(citizen))) << route.pattern;
      EXPECT_THAT(response.body, Not(HasSubstr("济市监罚〔2026〕9号"))) << route.pattern;
      EXPECT_THAT(response.body, Not(HasSubstr("\"name\":\"张三\""))) << route.pattern;
    }
  }
}

// The public page shows the objection, and a repaired record no more; its subject finds it in the
// archive.
TEST_P(Access, PagesTellTheObjectionAndOnlyTheSubjectTheArchive) {
  store::RecordFilter filter;
  filter.subject = platform().subject_of(company);
  filter.items = {platform().book->catalogue.find("penalty")->number};
  const auto record =
      store::find_records(platform().database->read().sql(), filter, 1, std::nullopt).at(0);
  const auto mark = [&](store::MarkKind kind) {
    platform().database->facts().run([&](store::Write& write) {
      store::put_mark(write, platform().random,
                      {record.columns.subject, record.columns.key, kind, "案1", "SD-2020/39", "",
                       Instant(), end_of_time});
    });
    platform().clock.set(Instant(platform().clock.now().micros() + 1'000'000));
  };
  const auto public_page = [&] { return site().send(Site::get("/plain/org/" + company)).body; };
  const std::string badge = "<span class=\"badge\">异议处理中</span>";
  EXPECT_THAT(public_page(), Not(HasSubstr(badge)));
  mark(store::MarkKind::disputed);
  EXPECT_THAT(public_page(), HasSubstr(badge));
  EXPECT_THAT(public_page(), Not(HasSubstr("案1")));
  mark(store::MarkKind::repaired);
  EXPECT_THAT(public_page(), Not(HasSubstr(record.document_number)));
  EXPECT_THAT(public_page(), Not(HasSubstr("档案")));
  const auto own = site().session("owner", {{"subject"}, {}, {}, {}}, "", company);
  const auto page = site().send(site().in_session(Site::get("/plain/me/file"), own)).body;
  EXPECT_THAT(page, HasSubstr("档案（1 条）"));
  EXPECT_THAT(page, HasSubstr(record.document_number));
}

TEST_P(Access, APersonsNumberHasNoPlaceInAnAddress) {
  const auto key = site().key({{"counter_clerk"}, {}, {}, {}});
  const auto in_address = site().send(Site::with_key(
      Site::get("/api/v1/subjects/" + citizen + "?purpose=permit_review&matter=1"), key));
  EXPECT_EQ(in_address.status, 404);
  EXPECT_THAT(in_address.body, HasSubstr("http.personal_code"));
  EXPECT_THAT(in_address.body, Not(HasSubstr(citizen)));
  const auto in_body = site().send(Site::with_key(
      Site::post("/api/v1/lookups",
                 R"({"code":")" + citizen + R"(","purpose":"permit_review","matter":"办件1"})"),
      key));
  EXPECT_EQ(in_body.status, 200);
  EXPECT_THAT(in_body.body, HasSubstr("济市监罚〔2026〕9号"));
  EXPECT_THAT(in_body.body, Not(HasSubstr(citizen)));  // masked
}

// ---- keys

TEST_P(Access, AKeyReachesNoItemRegionOrPurposeOutsideItsGrant) {
  const auto wide = site().key({{"counter_clerk"}, {}, {}, {}});
  const auto narrow =
      site().key({{"counter_clerk"}, {"permit_review"}, {"organization_registration"}, {"3701"}});
  const auto elsewhere = site().key({{"counter_clerk"}, {}, {}, {"3702"}});
  const auto as = [&](const std::string& key, const std::string& target) {
    return site().send(Site::with_key(Site::get(target), key));
  };
  EXPECT_THAT(as(wide, asked("purpose=permit_review&matter=1")).body, HasSubstr("\"penalty\""));
  const auto seen = as(narrow, asked("purpose=permit_review&matter=1"));
  EXPECT_EQ(seen.status, 200);
  EXPECT_THAT(seen.body, Not(HasSubstr("\"item\":\"penalty\"")));
  EXPECT_THAT(seen.body, HasSubstr("\"limited_to_items\":[\"organization_registration\"]"));
  EXPECT_THAT(as(narrow, asked("purpose=grant&matter=1")).body, HasSubstr("access.purpose"));
  EXPECT_THAT(as(wide, asked("purpose=supervision&matter=1")).body, HasSubstr("access.purpose"));
  EXPECT_THAT(as(narrow, "/api/v1/records?item=penalty&purpose=permit_review&matter=1").body,
              HasSubstr("access.item"));
  const auto foreign = as(elsewhere, asked("purpose=permit_review&matter=1"));
  EXPECT_THAT(foreign.body, HasSubstr("\"records\":[]"));
  EXPECT_THAT(foreign.body, HasSubstr("\"withheld\":[]"));
}

TEST_P(Access, WrongRevokedAndExpiredKeysAreRefusedAlike) {
  const auto key = site().key({{"counter_clerk"}, {}, {}, {}});
  const auto as = [&](const std::string& shown) {
    return site().send(Site::with_key(Site::get("/api/v1/keys"), shown)).status;
  };
  EXPECT_EQ(as(key), 403);  // known, but may not
  EXPECT_EQ(as(key + "x"), 401);
  EXPECT_EQ(as("ck_nothing_secret"), 401);
  platform().set_day(Date(2026, 12, 1));
  EXPECT_EQ(as(key), 403);
  EXPECT_THAT(site().send(Site::with_key(Site::get("/api/v1/keys"), key)).body,
              HasSubstr("account.inactive"));
}

class SignedRequests : public Access {
 protected:
  void SetUp() override {
    Access::SetUp();
    if (IsSkipped()) return;
    const auto admin = platform().caller("安全", {{"security_administrator"}, {}, {}, {}}, centre);
    issued_ = platform()
                  .keys
                  ->issue(*platform().book, admin,
                          {"审批系统",
                           bureau,
                           {{"counter_clerk"}, {}, {}, {}},
                           0,
                           "signed",
                           "",
                           platform().clock.now().day().plus_days(30)})
                  .or_throw();
  }
  Request signed_request(Request request, const std::string& nonce, std::int64_t age = 0) {
    request.host = "127.0.0.1";
    const auto headers = sign(request, issued_.key.id, issued_.secret,
                              platform().clock.now().micros() / 1'000'000 - age, nonce);
    request.signature_input = headers.signature_input;
    request.signature = headers.signature;
    request.content_digest = headers.content_digest;
    return request;
  }
  app::IssuedKey issued_;
};
INSTANTIATE_TEST_SUITE_P(Engines, SignedRequests, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(SignedRequests, AreAnsweredOnce) {
  const auto request =
      signed_request(Site::get(asked("purpose=permit_review&matter=1")), "nonce-0001");
  EXPECT_EQ(site().send(request).status, 200);
  const auto again = site().send(request);
  EXPECT_EQ(again.status, 401);
  EXPECT_THAT(again.body, HasSubstr("key.replayed"));
}

TEST_P(SignedRequests, AreRefusedWhenAnythingSignedWasChanged) {
  const auto good = signed_request(
      Site::post("/api/v1/lookups",
                 R"({"code":")" + company + R"(","purpose":"permit_review","matter":"1"})"),
      "nonce-0002");
  auto path = good, body = good, method = good, host = good;
  path.target = "/api/v1/lookups?x=1";
  body.body = R"({"code":")" + company + R"(","purpose":"permit_review","matter":"2"})";
  host.host = "localhost";
  for (const auto& altered : {body, host}) {
    const auto response = site().send(altered);
    EXPECT_EQ(response.status, 401);
    EXPECT_THAT(response.body, HasSubstr("key.refused"));
  }
  EXPECT_EQ(site().send(good).status, 200);
  auto old = signed_request(Site::get("/api/v1/keys"), "nonce-0003", 1'000);
  EXPECT_THAT(site().send(old).body, HasSubstr("signature.old"));
}

TEST_P(SignedRequests, MustCoverMethodHostPathQueryAndBody) {
  auto request = signed_request(Site::get(asked("purpose=permit_review&matter=1")), "nonce-0004");
  const auto at = request.signature_input.find("\"@query\"");
  request.signature_input.erase(at - 1, 9);
  EXPECT_THAT(site().send(request).body, HasSubstr("signature.uncovered"));
}

// ---- sessions

TEST_P(Access, SigningInGivesACookieThatNoScriptReads) {
  platform().put_units();
  platform().put(platform().account("李工", {{"provider_clerk"}, {}, {}, {}}));
  auto request =
      Site::post("/api/v1/session", R"({"name":"李工","password":"Correct-horse-7","code":""})");
  const auto response = site().send(request);
  ASSERT_EQ(response.status, 200);
  const auto cookie = header(response, "Set-Cookie");
  EXPECT_THAT(cookie, HasSubstr("HttpOnly"));
  EXPECT_THAT(cookie, HasSubstr("SameSite=Strict"));
  EXPECT_THAT(response.body, Not(HasSubstr("argon2")));
  const auto token = cookie_value(cookie.substr(0, cookie.find(';')));
  const auto whose = site().send(site().in_session(Site::get("/api/v1/session"), token));
  EXPECT_THAT(whose.body, HasSubstr("\"submit\""));
  EXPECT_THAT(set_cookie("x", true), HasSubstr("__Host-credence=x; Path=/; HttpOnly; "
                                               "SameSite=Strict; Secure"));
}

TEST_P(Access, AnUnknownNameAndAWrongPasswordAreToldAlikeAndFailuresLock) {
  platform().put_units();
  platform().put(platform().account("李工", {{"provider_clerk"}, {}, {}, {}}));
  const auto try_with = [&](const std::string& name, const std::string& password) {
    return site().send(Site::post("/api/v1/session", R"({"name":")" + name + R"(","password":")" +
                                                         password + R"(","code":""})"));
  };
  const auto wrong = try_with("李工", "x"), unknown = try_with("王五", "x");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(unknown.status, 401);
  EXPECT_THAT(wrong.body, HasSubstr("sign_in.refused"));
  EXPECT_THAT(unknown.body, HasSubstr("sign_in.refused"));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(try_with("李工", "x").status, 401);
  const auto locked = try_with("李工", "Correct-horse-7");
  EXPECT_EQ(locked.status, 429);
  EXPECT_THAT(header(locked, "Retry-After"), ::testing::AnyOf("900", "901"));
  platform().clock.set(Instant(platform().clock.now().micros() + 901'000'000));
  EXPECT_EQ(try_with("李工", "Correct-horse-7").status, 200);
}

TEST_P(Access, ASecondFactorIsAskedForAndItsCodeServesOnce) {
  (void)site().session("经办", {{"counter_clerk"}, {}, {}, {}});  // uses the code of now
  const auto used =
      platform().sessions->sign_in(*platform().book, {"经办", Site::password, site().code()}, {});
  EXPECT_EQ(used.error().id, "sign_in.refused");
  const auto none =
      platform().sessions->sign_in(*platform().book, {"经办", Site::password, ""}, {});
  EXPECT_EQ(none.error().id, "sign_in.code_required");
}

TEST_P(Access, ASessionEndsWhenIdleOldSuspendedOrSignedOut) {
  const auto token = site().session("丁", {{"provider_clerk"}, {}, {}, {}});
  const auto alive = [&] {
    return site().send(site().in_session(Site::get("/api/v1/session"), token)).status == 200;
  };
  const auto later = [&](std::int64_t minutes) {
    platform().clock.set(Instant(platform().clock.now().micros() + minutes * 60'000'000));
  };
  EXPECT_TRUE(alive());
  later(29);
  EXPECT_TRUE(alive());
  platform().database->access().run([](store::Write&) {});  // the sign of life is written
  later(29);
  EXPECT_TRUE(alive());
  platform().database->access().run([](store::Write&) {});
  later(31);
  EXPECT_FALSE(alive());
  const auto second = site().session("丁", {{"provider_clerk"}, {}, {}, {}});
  EXPECT_EQ(site().send(site().in_session(Site::post("/api/v1/session/end"), second)).status, 200);
  EXPECT_EQ(site().send(site().in_session(Site::get("/api/v1/session"), second)).status, 401);
}

TEST_P(Access, AFormOfAnotherSiteIsNotAccepted) {
  const auto token = site().session("戊", {{"system_administrator"}, {}, {}, {}}, centre);
  auto request = site().in_session(
      Site::post("/api/v1/units",
                 R"({"code":")" + company + R"(","name":"某局","kinds":["counter"],"region":""})"),
      token);
  auto forged = request, foreign = request;
  forged.csrf = "";
  EXPECT_THAT(site().send(forged).body, HasSubstr("\"csrf\""));
  foreign.origin = "https://evil.example";
  EXPECT_THAT(site().send(foreign).body, HasSubstr("http.origin"));
  EXPECT_EQ(site().send(request).status, 200);
}

// A stolen session can do no grave act: each needs password and code for itself.
TEST_P(Access, EachGraveActIsConfirmedForItself) {
  const auto token = site().session("己", {{"security_administrator"}, {}, {}, {}}, centre);
  const std::string act = "POST /api/v1/keys";
  auto request = site().in_session(
      Site::post("/api/v1/keys", R"({"label":"审批系统","unit":")" + bureau +
                                     R"(","grant":{"roles":["counter_clerk"],"purposes":[],)"
                                     R"("items":[],"regions":[]},"per_minute":0,"mode":"bearer",)"
                                     R"("certificate":"","expires":"2026-08-01"})"),
      token);
  EXPECT_THAT(site().send(request).body, HasSubstr("confirmation.required"));
  request.confirmation = site().confirmation(token, "POST /api/v1/keys/{id}/revocation");
  EXPECT_THAT(site().send(request).body, HasSubstr("confirmation.required"));
  request.confirmation = site().confirmation(token, act);
  const auto issued = site().send(request);
  ASSERT_EQ(issued.status, 200) << issued.body;
  EXPECT_THAT(issued.body, HasSubstr("\"secret\":\"ck_"));
  EXPECT_THAT(site().send(request).body, HasSubstr("confirmation.required"));
  request.confirmation = site().confirmation(token, act);
  platform().clock.set(Instant(platform().clock.now().micros() + 121'000'000));
  EXPECT_THAT(site().send(request).body, HasSubstr("confirmation.required"));
  const auto key = site().key({{"counter_clerk"}, {}, {}, {}});
  EXPECT_EQ(site().send(Site::with_key(Site::post("/api/v1/keys", "{}"), key)).status, 403);
}

TEST_P(Access, AnOutdatedPasswordIsChangedFirst) {
  const auto token = site().session("庚", {{"provider_clerk"}, {}, {}, {}});
  auto account = platform().account("庚", {{"provider_clerk"}, {}, {}, {}});
  account.password_set = Instant(platform().clock.now().micros() - 91LL * 86'400'000'000);
  platform().put(account);
  const auto refused = site().send(site().in_session(Site::get("/api/v1/submissions"), token));
  EXPECT_THAT(refused.body, HasSubstr("account.password_outdated"));
  const auto changed = site().send(site().in_session(
      Site::post("/api/v1/account/password",
                 R"({"old_password":"Correct-horse-7","new_password":"Battery-staple-8"})"),
      token));
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(site().send(site().in_session(Site::get("/api/v1/submissions"), token)).status, 200);
}

// ---- submissions

TEST_P(Access, AProviderSeesOnlyItsOwnReceipts) {
  const auto own = site().key({{"provider_clerk"}, {}, {}, {}});
  const auto receipts = site().send(Site::with_key(Site::get("/api/v1/submissions"), own));
  EXPECT_THAT(receipts.body, HasSubstr("\"receipt\":\"2\""));
  platform().put(app::Unit{company, "别的单位", {"provider"}, "", true});
  app::Key other;
  other.id = "other";
  other.label = "x";
  other.unit = company;
  other.grant = {{"provider_clerk"}, {}, {}, {}};
  other.mode = "bearer";
  other.secret = app::SecretBox::fingerprint("secret");
  other.expires = Date(2026, 8, 1);
  platform().put(other);
  const std::string stranger = "ck_other_secret";
  EXPECT_EQ(site().send(Site::with_key(Site::get("/api/v1/submissions"), stranger)).body, "[]");
  for (const char* target :
       {"/api/v1/submissions/2", "/api/v1/submissions/2/rejects.csv",
        "/api/v1/submissions/2/rejects", "/api/v1/submissions/2/rows/2/proof"}) {
    const auto response = site().send(Site::with_key(Site::get(target), stranger));
    EXPECT_EQ(response.status, 403) << target;
    EXPECT_THAT(response.body, HasSubstr("receipt.not_yours"));
  }
}

// ---- the desk

TEST_P(Access, ASubjectAsksAndIsAnsweredWithReasonsByADay) {
  const auto own = site().session("公司", {{"subject"}, {}, {}, {}}, company, company);
  const auto asked = site().send(site().in_session(
      Site::post(
          "/api/v1/requests",
          R"({"right":"correction","text":"地址有误","consent":"","code":"","evidence":""})"),
      own));
  ASSERT_EQ(asked.status, 200) << asked.body;
  EXPECT_THAT(asked.body, HasSubstr("\"due\":\"2026-05-15\""));  // SD-2020 art. 39: three days
  const std::string number =
      boost::json::parse(asked.body).as_object().at("number").as_string().c_str();
  const auto clerk = site().session("经办", {{"steward"}, {}, {}, {}}, centre);
  const auto decide = [&](const std::string& reasons) {
    return site().send(site().in_session(
        Site::post(
            "/api/v1/requests/" + number + "/decision",
            R"({"granted":true,"answer":"已更正","reasons":")" + reasons + R"(","ground":""})"),
        clerk));
  };
  EXPECT_THAT(decide("").body, HasSubstr("rights.reasons"));
  EXPECT_EQ(decide("核对登记机关数据属实").status, 200);
  const auto page = site().send(site().in_session(Site::get("/plain/me/requests"), own));
  EXPECT_THAT(page.body, HasSubstr("已更正"));
  EXPECT_THAT(page.body, Not(HasSubstr("经办</")));  // the office, not the official
  const auto stranger = site().session("别人", {{"subject"}, {}, {}, {}}, "", citizen);
  EXPECT_THAT(site().send(site().in_session(Site::get("/api/v1/requests"), stranger)).body,
              Not(HasSubstr(number)));
}

TEST_P(Access, FindingsOfThePatrolAreForSecurityAndAudit) {
  const auto clerk = site().session("丙", {{"provider_clerk"}, {}, {}, {}});
  const auto security = site().session("安", {{"security_administrator"}, {}, {}, {}}, centre);
  const auto as = [&](const std::string& token) {
    return site().send(site().in_session(Site::get("/api/v1/findings"), token)).status;
  };
  EXPECT_EQ(as(clerk), 403);
  EXPECT_EQ(as(security), 200);
}

// ---- rates

TEST_P(Access, WhoAsksTooOftenIsToldWhenToComeBack) {
  Rates rates;
  site().services().rates = &rates;
  const auto key = site().key({{"counter_clerk"}, {}, {}, {}}, 60);
  Response last;
  for (int i = 0; i < 11; ++i) last = site().send(Site::with_key(Site::get("/api/v1/roles"), key));
  EXPECT_EQ(last.status, 429);
  EXPECT_EQ(header(last, "Retry-After"), "1");
  EXPECT_EQ(header(last, "RateLimit-Limit"), "60");
  platform().clock.set(Instant(platform().clock.now().micros() + 1'000'000));
  EXPECT_EQ(site().send(Site::with_key(Site::get("/api/v1/roles"), key)).status, 200);
}

TEST(RateBuckets, NeverGrantMoreThanTheRateAndABurst) {
  Rates rates;
  int granted = 0;
  for (std::int64_t at = 0; at < 60'000'000; at += 10'000)
    granted += rates.take("a", 600, Instant(at)).granted ? 1 : 0;
  EXPECT_LE(granted, 600 + 60);
  EXPECT_GE(granted, 600);
  EXPECT_TRUE(rates.take("b", 600, Instant(0)).granted);
}

}  // namespace
}  // namespace credence::http
