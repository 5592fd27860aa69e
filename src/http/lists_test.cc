// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "support/list_rows.h"
#include "support/served.h"

// Lists, previews of rules and campaigns over HTTP.

namespace credence::http {
namespace {

using credence::testing::centre;
using credence::testing::company;
using ::testing::HasSubstr;
using ::testing::Not;

class ListAddresses : public ::testing::Test {
 protected:
  ListAddresses() : place_(store::Engine::sqlite), platform_(place_), site_(platform_, place_) {
    const auto receipt = platform_.send(
        "serious_dishonesty",
        credence::testing::entry_row(company, 1, "重大税收违法失信主体", Date(2025, 12, 2), "", ""),
        "list.jsonl");
    EXPECT_EQ(receipt.or_throw().rejected, 0);
  }
  std::string steward() { return site_.session("wangjing", {{"steward"}, {}, {}, {}}, centre); }
  std::string lead() { return site_.session("sunlei", {{"steward_lead"}, {}, {}, {}}, centre); }
  Response post(const std::string& token, const std::string& target, const std::string& body) {
    return site_.send(site_.in_session(credence::testing::Site::post(target, body), token));
  }
  Response get(const std::string& token, const std::string& target) {
    return site_.send(site_.in_session(credence::testing::Site::get(target), token));
  }
  // The term of a list, shortened.
  std::string change() {
    const std::string path = "lists/tax_major.yaml", term = "term_months: 36";
    std::string text = platform_.book->files.at(path);
    text.replace(text.find(term), term.size(), "term_months: 3");
    return wire::to_line(app::PreviewForm{{{path, text}}, std::nullopt});
  }
  credence::testing::Place place_;
  credence::testing::Platform platform_;
  credence::testing::Site site_;
};

TEST_F(ListAddresses, EverybodyReadsTheListsAndNobodyWhoIsOnThem) {
  const auto all = site_.send(credence::testing::Site::get("/api/v1/lists"));
  EXPECT_EQ(all.status, 200);
  EXPECT_THAT(all.body, HasSubstr("\"id\":\"tax_major\""));
  EXPECT_THAT(all.body, HasSubstr("\"on\":1"));
  EXPECT_THAT(all.body, Not(HasSubstr(company)));
  const auto one = site_.send(credence::testing::Site::get("/api/v1/lists/tax_major"));
  EXPECT_THAT(one.body, HasSubstr("procurement_ban"));
  EXPECT_EQ(site_.send(credence::testing::Site::get("/api/v1/lists/no_such")).status, 404);
}

TEST_F(ListAddresses, TheSpreadIsForTheCreditCentre) {
  const auto token = steward();
  for (const char* target : {"/api/v1/lists/spread", "/api/v1/lists/spread.csv"}) {
    EXPECT_EQ(site_.send(credence::testing::Site::get(target)).status, 401) << target;
    const auto answer = get(token, target);
    EXPECT_EQ(answer.status, 200) << target;
    EXPECT_THAT(answer.body, HasSubstr("tax_major"));
  }
}

TEST_F(ListAddresses, APreviewIsForStewardsAndSaysWhoIsFreed) {
  const auto token = steward();
  const auto answer = post(token, "/api/v1/rules/preview", change());
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr("\"totals\":{\"bound\":0,\"freed\":1,\"changed\":0}"));
  EXPECT_THAT(answer.body, HasSubstr(company));
  const auto faulty = post(token, "/api/v1/rules/preview",
                           R"({"files":[{"path":"lists/tax_major.yaml","text":"label: 1"}]})");
  EXPECT_EQ(faulty.status, 400);
  EXPECT_THAT(faulty.body, HasSubstr("preview.rules"));
  EXPECT_EQ(post(site_.session("wangfang", {{"counter_clerk"}, {}, {}, {}}),
                 "/api/v1/rules/preview", change())
                .status,
            403);
}

TEST_F(ListAddresses, ACampaignIsStartedByWhoSupervises) {
  const std::string form =
      R"({"id":"ZX-1","title":"涉税治理","basis":"SDPLAN-145/四","task":"督促缴清税款",)"
      R"("lists":["tax_major"],"items":[],"severity":"","codes":[],"regions":[],"units":[{"region":"","unit":")" +
      credence::testing::bureau + "\"}]}";
  EXPECT_EQ(post(steward(), "/api/v1/campaigns", form).status, 403);
  const auto token = lead();
  const auto begun = post(token, "/api/v1/campaigns", form);
  ASSERT_EQ(begun.status, 200) << begun.body;
  EXPECT_THAT(begun.body, HasSubstr("\"tasks\":1"));
  EXPECT_THAT(begun.body, Not(HasSubstr(company)));
  EXPECT_EQ(get(token, "/api/v1/campaigns/ZX-1").status, 200);
  EXPECT_EQ(post(token, "/api/v1/campaigns/ZX-1/closing", "").status, 200);
  EXPECT_EQ(post(token, "/api/v1/campaigns/ZX-1/gathering", "").status, 409);
  EXPECT_EQ(site_.send(credence::testing::Site::get("/api/v1/campaigns/ZX-1/typical")).body, "[]");
}

}  // namespace
}  // namespace credence::http
