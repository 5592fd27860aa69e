// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>

#include "http/web_files.h"
#include "support/served.h"

// The web application as the server gives it out.

namespace credence::http {
namespace {

using credence::testing::Place;
using credence::testing::Platform;
using credence::testing::Site;
using ::testing::HasSubstr;
using ::testing::Not;

class WebPages : public ::testing::Test {
 protected:
  WebPages() : platform_(place_), site_(platform_, place_) {}
  void SetUp() override {
    if (web_files().empty()) GTEST_SKIP() << "this program was built without the web application";
  }
  Response get(const std::string& target, const std::string& accepted = "",
               const std::string& known = "") {
    auto request = Site::get(target);
    request.accept_encoding = accepted;
    request.accept = "text/html,*/*";
    request.if_none_match = known;
    return site_.send(std::move(request));
  }
  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return "";
  }
  static std::string script() {
    for (const WebFile& file : web_files())
      if (file.path.ends_with(".js") && !file.brotli.view().empty()) return std::string(file.path);
    return "";
  }

  Place place_{store::Engine::sqlite};
  Platform platform_;
  Site site_;
};

TEST_F(WebPages, OpenAtTheirAddressesWithAPolicyThatAllowsOurOwnFilesAlone) {
  for (const char* target :
       {"/", "/org/91370100MA3ABCD15F", "/publicity?item=penalty&region=3701", "/work",
        "/work/cases/YY1?open=true", "/kiosk", "/me/looks", "/confirm/1?code=2"}) {
    const auto page = get(target);
    EXPECT_EQ(page.status, 200) << target;
    EXPECT_THAT(page.body, HasSubstr("<div id=\"app\">")) << target;
    const auto policy = header(page, "Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'; script-src 'self'; style-src 'self'"));
    EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
    EXPECT_EQ(header(page, "X-Frame-Options"), "DENY");
    EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
  }
}

TEST_F(WebPages, HoldNothingInlineAndNothingOfOtherHosts) {
  for (const WebFile& file : web_files()) {
    const auto text = file.plain.view();
    if (!file.path.ends_with(".html")) continue;
    EXPECT_THAT(std::string(text), Not(HasSubstr("<style")));
    EXPECT_THAT(std::string(text), Not(HasSubstr("://")));
    EXPECT_THAT(std::string(text), HasSubstr("/plain"));  // the way without scripts
  }
}

TEST_F(WebPages, ArePackedAsTheBrowserTakesIt) {
  const auto path = script();
  const auto plain = get(path), packed = get(path, "gzip, deflate, br"),
             gzip = get(path, "gzip;q=0.8"), refused = get(path, "br;q=0, gzip;q=0");
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  EXPECT_EQ(header(packed, "Content-Encoding"), "br");
  EXPECT_EQ(header(gzip, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(refused, "Content-Encoding"), "");
  EXPECT_EQ(refused.body, plain.body);
  EXPECT_LT(packed.body.size(), plain.body.size());
  EXPECT_EQ(gzip.body.substr(0, 2), "\x1f\x8b");
  EXPECT_EQ(header(packed, "Vary"), "Accept-Encoding");
}

TEST_F(WebPages, FilesStayForAYearAndPagesAreAskedAboutAgain) {
  EXPECT_EQ(header(get(script()), "Cache-Control"), "max-age=31536000, immutable");
  const auto first = get("/", "br");
  EXPECT_EQ(get("/", "br", header(first, "ETag")).status, 304);
  EXPECT_EQ(get("/", "gzip", header(first, "ETag")).status, 200);  // another form of it
}

TEST_F(WebPages, WhatDoesNotExistIsSaidSoInTheFormThatWasAskedFor) {
  const auto page = get("/no/such/page");
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("<div id=\"app\">"));
  EXPECT_EQ(get("/assets/none.js").status, 404);
  EXPECT_EQ(get("/assets/../index.html").status, 404);
  const auto program = site_.send(Site::get("/no/such/page"));
  EXPECT_EQ(program.status, 404);
  EXPECT_EQ(program.type, "application/problem+json");
}

// Brotli is what every browser of the last years takes.
TEST_F(WebPages, TheFirstPageWeighsLessThanItsLimit) {
  std::size_t weight = 0;
  const auto page = get("/", "br");
  weight += page.body.size();
  const std::string html = get("/").body;
  for (const WebFile& file : web_files()) {
    if (html.find(file.path) == std::string::npos) continue;
    weight += get(std::string(file.path), "br").body.size();
  }
  EXPECT_GT(weight, 20'000U);
  EXPECT_LT(weight, 120'000U);  // what its first answer from /api/v1 weighs comes on top
}

}  // namespace
}  // namespace credence::http
