// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "support/served.h"

// The editions of the rules over HTTP.

namespace credence::http {
namespace {

using credence::testing::Site;
using ::testing::HasSubstr;
namespace json = boost::json;

class EditionAddresses : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    platform_ = std::make_unique<credence::testing::Platform>(place());
    site_ = std::make_unique<Site>(*platform_, place());
    platform_->editions->keep(platform_->random);
  }
  // Keeps the rules with a list's term shortened, as a node does that starts with them; gives the
  // edition.
  std::string change_term() {
    auto files = platform_->book->files;
    std::string& text = files.at("lists/tax_major.yaml");
    const std::string term = "term_months: 36";
    text.replace(text.find(term), term.size(), "term_months: 12");
    const auto reading = rulebook::read_rules(files);
    platform_->clock.set(Instant(platform_->clock.now().micros() + 3'600'000'000));
    app::Editions(*platform_->database, reading.book).keep(platform_->random);
    return reading.book->edition;
  }
  json::value get(const std::string& target) {
    const auto response = site_->send(Site::get(target));
    EXPECT_EQ(response.status, 200) << response.body;
    return json::parse(response.body);
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
};
INSTANTIATE_TEST_SUITE_P(Engines, EditionAddresses, credence::testing::both_engines,
                         credence::testing::engine_name);

TEST_P(EditionAddresses, TheKeptEditionsAreToldNewestFirst) {
  const auto newer = change_term();
  const auto all = get("/api/v1/rules/editions").as_array();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("edition").as_string(), newer);
  EXPECT_FALSE(all[0].as_object().contains("until"));
  EXPECT_EQ(all[1].at("edition").as_string(), platform_->book->edition);
  EXPECT_EQ(all[1].at("until").as_string(), all[0].at("since").as_string());
}

TEST_P(EditionAddresses, WhatAnEditionChangedIsToldByFileAndKey) {
  const auto newer = change_term();
  const std::string first = platform_->book->edition, address = "/api/v1/rules/editions/";
  const auto changes = get(address + newer + "/changes");
  EXPECT_EQ(changes.at("since").as_string(), first);
  ASSERT_EQ(changes.at("files").as_array().size(), 1U);
  const auto& file = changes.at("files").at(0);
  EXPECT_EQ(file.at("path").as_string(), "lists/tax_major.yaml");
  EXPECT_EQ(file.at("kind_label").at("zh").as_string(), "名单");
  EXPECT_EQ(file.at("change_label").at("zh").as_string(), "修改");
  ASSERT_EQ(file.at("keys").as_array().size(), 1U);
  EXPECT_EQ(file.at("keys").at(0).at("key").as_string(), "term_months");
  EXPECT_EQ(file.at("keys").at(0).at("before").as_string(), "36");
  EXPECT_EQ(file.at("keys").at(0).at("after").as_string(), "12");
  const auto back = get(address + first + "/changes?since=" + newer);
  EXPECT_EQ(back.at("files").at(0).at("keys").at(0).at("after").as_string(), "36");
}

// What is drafted from the text in force is what the preview takes.
TEST_P(EditionAddresses, ADraftMadeFromTheTextInForceCanBePreviewed) {
  const auto file = get("/api/v1/rules/files/lists/tax_major.yaml");
  EXPECT_EQ(file.at("edition").as_string(), platform_->book->edition);
  std::string text(file.at("text").as_string());
  const std::string term = "term_months: 36";
  text.replace(text.find(term), term.size(), "term_months: 12");
  const auto token =
      site_->session("wangjing", {{"steward"}, {}, {}, {}}, credence::testing::centre);
  const auto answer = site_->send(site_->in_session(
      Site::post("/api/v1/rules/preview",
                 wire::to_line(app::PreviewForm{{{std::string(file.at("path").as_string()), text}},
                                                std::nullopt})),
      token));
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(site_->send(Site::get("/api/v1/rules/files/lists/none.yaml")).status, 404);
}

TEST_P(EditionAddresses, TheFirstEditionIsAllNewAndAnUnknownOneIsNotFound) {
  const auto all = get("/api/v1/rules/editions/" + platform_->book->edition + "/changes");
  EXPECT_FALSE(all.as_object().contains("since"));
  EXPECT_EQ(all.at("files").as_array().size(), platform_->book->files.size());
  for (const auto& file : all.at("files").as_array())
    EXPECT_EQ(file.at("change").as_string(), "added");
  for (const auto& target :
       {std::string("0000/changes"), platform_->book->edition + "/changes?since=0"}) {
    const auto response = site_->send(Site::get("/api/v1/rules/editions/" + target));
    EXPECT_EQ(response.status, 404);
    EXPECT_THAT(response.body, HasSubstr("editions.unknown"));
  }
}

}  // namespace
}  // namespace credence::http
