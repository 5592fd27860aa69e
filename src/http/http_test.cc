// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>

#include "app/intake/tabular/sandbox.h"
#include "http/address.h"
#include "http/problem.h"
#include "http/server.h"
#include "support/program.h"
#include "support/served.h"
#include "support/tables.h"

namespace credence::http {
namespace {

using credence::testing::Platform;
using credence::testing::Site;
using ::testing::HasSubstr;

TEST(Routes, MatchTheirPatternsAndDecodeTheirValues) {
  Values values;
  bool known = false;
  const Route* route = find_route("GET", "/api/v1/reports/2024.pdf", values, known);
  ASSERT_NE(route, nullptr);
  EXPECT_EQ(values, (Values{{"number", "2024"}, {"format", "pdf"}}));
  ASSERT_NE(find_route("GET", "/api/v1/subjects/%E7%94%B2", values, known), nullptr);
  EXPECT_EQ(values[0].second, "甲");
  EXPECT_EQ(find_route("POST", "/healthz", values, known), nullptr);
  EXPECT_TRUE(known);
  EXPECT_EQ(find_route("GET", "/nowhere", values, known), nullptr);
  EXPECT_FALSE(known);
}

TEST(Hosts, AreComparedAsBrowsersMeanThem) {
  EXPECT_TRUE(is_same_host("Credit.Example.cn", "credit.example.cn:443"));
  EXPECT_FALSE(is_same_host("credit.example.cn:8443", "credit.example.cn"));
  EXPECT_FALSE(is_same_host("", ""));
  EXPECT_EQ(host_of("https://credit.example.cn:8443/start"), "credit.example.cn:8443");
  EXPECT_EQ(host_of("credit.example.cn"), "credit.example.cn");
}

TEST(OpenApi, ListsEveryRouteAndEveryReferenceResolves) {
  const auto document = boost::json::parse(openapi()).as_object();
  for (const Route& route : routes()) {
    const auto& path = document.at("paths").at(openapi_path(route.pattern)).as_object();
    EXPECT_TRUE(path.contains(route.method == "GET" ? "get" : "post")) << route.pattern;
  }
  const std::string text = boost::json::serialize(document);
  const auto& schemas = document.at("components").at("schemas").as_object();
  const std::string mark = "#/components/schemas/";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const auto begin = at + mark.size();
    EXPECT_TRUE(schemas.contains(text.substr(begin, text.find('"', begin) - begin)));
  }
}

TEST(OpenApi, NamesEveryOperationOnce) {
  std::set<std::string> names;
  for (const Route& route : routes())
    EXPECT_TRUE(names.insert(operation_id(route)).second) << route.pattern;
  EXPECT_TRUE(names.contains("getApiV1SubjectsCode"));
  EXPECT_TRUE(names.contains("getApiV1SubmissionsNumberRejectsFormat"));
}

TEST(OpenApi, DescribesTheProblemDocument) {
  const auto document = boost::json::parse(openapi());
  const auto& schema = document.at("components").at("schemas").at("Problem").as_object();
  const auto response = problem(
      make_error(ErrorCode::forbidden, "x.y", {"不行", "no"}, {"那样", "so"}, "SD-2020/20"), "r1");
  const auto written = boost::json::parse(response.body);
  for (const auto& [name, value] : written.as_object())
    EXPECT_TRUE(schema.at("properties").as_object().contains(name)) << name;
}

TEST(Problems, CarryStatusArticleAndRemedy) {
  const auto response = problem(
      make_error(ErrorCode::forbidden, "x.y", {"不行", "no"}, {"那样", "so"}, "SD-2020/20"), "r1");
  EXPECT_EQ(response.status, 403);
  EXPECT_EQ(response.type, "application/problem+json");
  EXPECT_THAT(response.body, HasSubstr("SD-2020/20"));
  EXPECT_THAT(response.body, HasSubstr("那样"));
}

class Served : public ::testing::Test {
 protected:
  Served() : place_(store::Engine::sqlite), platform_(place_) {
    spdlog::set_level(spdlog::level::off);
    platform_.take(
        "organization_registration",
        credence::testing::registration("济南明信科技有限公司", credence::testing::company));
    platform_.set_day(Date(2026, 5, 12));
    platform_.query->follow();
    server_ = std::make_unique<Server>(services(), "127.0.0.1", 0);
  }
  Services services() {
    auto all = credence::testing::services_of(platform_, place_);
    all.open_upload = app::reading_apart(credence::testing::credence_program());
    return all;
  }
  // Sends bytes and reads until the server closes or nothing comes for a while.
  std::string raw(const std::string& bytes, bool half_close = true) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    timeval patience{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(server_->port());
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&where), sizeof where), 0);
    EXPECT_EQ(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(bytes.size()));
    if (half_close) ::shutdown(socket, SHUT_WR);
    std::string answer;
    char piece[4'096];
    for (;;) {
      const ssize_t got = ::recv(socket, piece, sizeof piece, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0 && answer.empty()) answer = std::strerror(errno);
      if (got <= 0) break;
      answer.append(piece, static_cast<std::size_t>(got));
    }
    ::close(socket);
    return answer;
  }
  std::string get(const std::string& target, const std::string& headers = "",
                  const std::string& method = "GET") {
    return raw(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" +
                   headers + "\r\n",
               false);
  }
  credence::testing::Place place_;
  Platform platform_;
  std::unique_ptr<Server> server_;
};

TEST_F(Served, AnOrganisationsFileWithItsTagAndNotModified) {
  const auto answer = get("/api/v1/subjects/" + credence::testing::company);
  EXPECT_THAT(answer, HasSubstr("HTTP/1.1 200 OK"));
  EXPECT_THAT(answer, HasSubstr("济南明信科技有限公司"));
  const auto at = answer.find("ETag: ");
  ASSERT_NE(at, std::string::npos);
  const auto tag = answer.substr(at + 6, answer.find("\r\n", at) - at - 6);
  EXPECT_THAT(
      get("/api/v1/subjects/" + credence::testing::company, "If-None-Match: " + tag + "\r\n"),
      HasSubstr("304 Not Modified"));
}

TEST_F(Served, APersonIsNotFoundByThePublic) {
  const auto answer = get("/api/v1/subjects/" + credence::testing::citizen);
  EXPECT_THAT(answer, HasSubstr("404 Not Found"));
  EXPECT_THAT(answer, HasSubstr("SD-2020/20"));
}

TEST_F(Served, ForeignHostsMethodsAndParametersAreRefused) {
  EXPECT_THAT(
      raw("GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", false),
      HasSubstr("403 Forbidden"));
  EXPECT_THAT(get("/api/v1/search?x=1"), HasSubstr("http.parameter_unknown"));
  EXPECT_THAT(get("/healthz", "", "DELETE"), HasSubstr("405 Method Not Allowed"));
  EXPECT_THAT(
      get("/api/v1/reports?code=1", "Origin: http://evil.example\r\nContent-Length: 0\r\n", "POST"),
      HasSubstr("403 Forbidden"));
}

TEST_F(Served, HeadGivesTheLengthAndNoBody) {
  const auto answer = get("/api/v1/items", "", "HEAD");
  EXPECT_THAT(answer, HasSubstr("Content-Length: "));
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(Served, AnUploadEndsInAReceiptAndATruncatedOneInNothing) {
  const std::string file =
      credence::testing::penalty_header + credence::testing::PenaltyRow().text();
  const std::string head =
      "POST /api/v1/items/penalty/submissions?provider=" + credence::testing::bureau +
      "&file_name=a.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: "
      "Bearer " +
      Site(platform_, place_).key({{"provider_clerk"}, {}, {}, {}}) + "\r\nContent-Length: ";
  raw(head + std::to_string(file.size()) + "\r\n\r\n" + file.substr(0, file.size() / 2));
  EXPECT_EQ(platform_.count("batch"), 1);  // the registration of the set-up
  const auto answer = raw(head + std::to_string(file.size()) + "\r\n\r\n" + file, false);
  EXPECT_THAT(answer, HasSubstr("\"added\":1"));
}

// Read in a child, which is told of and does not outlive its file.
TEST_F(Served, AnUploadMadeToHarmIsRefusedAndTheNextOneIsTaken) {
  const auto bomb = place_.folder() / "bomb.xlsx";
  credence::testing::write_workbook(bomb, std::string(64 << 20, ' '));
  const auto key = Site(platform_, place_).key({{"provider_clerk"}, {}, {}, {}});
  const auto post = [&](const std::string& bytes) {
    return raw("POST /api/v1/items/penalty/submissions?provider=" + credence::testing::bureau +
                   " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer " +
                   key + "\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" + bytes,
               false);
  };
  std::ifstream in(bomb, std::ios::binary);
  const auto answer = post({std::istreambuf_iterator<char>(in), {}});
  EXPECT_THAT(answer, HasSubstr("intake.zip_bomb"));
  EXPECT_THAT(answer, HasSubstr("文件展开后过大"));
  EXPECT_EQ(platform_.count("batch"), 1);  // the registration of the set-up
  EXPECT_THAT(post(credence::testing::penalty_header + credence::testing::PenaltyRow().text()),
              HasSubstr("\"added\":1"));
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);  // no child is left
}

TEST_F(Served, PagesAreEscapedAndWorkWithoutScript) {
  const auto answer = get("/plain?q=%3Cscript%3Ealert(1)%3C/script%3E");
  EXPECT_THAT(answer, HasSubstr("200 OK"));
  EXPECT_EQ(answer.find("<script"), std::string::npos);
  EXPECT_THAT(get("/plain?q=%E6%98%8E%E4%BF%A1"),
              HasSubstr("/plain/org/" + credence::testing::company));
  EXPECT_THAT(get("/plain/org/" + credence::testing::company), HasSubstr("公开信息"));
}

TEST_F(Served, HealthTellsThatAnswersAreFresh) {
  EXPECT_THAT(get("/healthz"), HasSubstr("\"healthy\":true"));
  EXPECT_THAT(get("/metrics"), HasSubstr("401 Unauthorized"));
  auto key = Site(platform_, place_).key({{"monitor"}, {}, {}, {}});
  EXPECT_THAT(get("/metrics", "Authorization: Bearer " + key + "\r\n"),
              HasSubstr("credence_http_requests_total"));
}

TEST_F(Served, WithoutTlsNoBrowserIsToldToStayWithIt) {
  EXPECT_EQ(get("/healthz").find("Strict-Transport-Security"), std::string::npos);
  EXPECT_THAT(get("/healthz"), HasSubstr("Content-Security-Policy: default-src 'none'; frame-"));
}

TEST_F(Served, OnlyThisMachineIsServed) { EXPECT_THROW(Server(services(), "0.0.0.0", 0), Failure); }

}  // namespace
}  // namespace credence::http
