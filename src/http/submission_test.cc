// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "support/served.h"

// What a clerk's page does with a submission: follows it, and corrects what was refused, cell by
// cell.

namespace credence::http {
namespace {

using credence::testing::penalty_header;
using credence::testing::PenaltyRow;
using credence::testing::Site;
using ::testing::HasSubstr;
namespace json = boost::json;

class Submissions : public credence::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    spdlog::set_level(spdlog::level::off);
    platform_ = std::make_unique<credence::testing::Platform>(place());
    site_ = std::make_unique<Site>(*platform_, place());
    key_ = site_->key({{"provider_clerk"}, {}, {}, {}});
  }
  Response get(const std::string& target) {
    return site_->send(Site::with_key(Site::get(target), key_));
  }
  json::value json_of(const std::string& target) {
    const auto response = get(target);
    EXPECT_EQ(response.status, 200) << response.body;
    return json::parse(response.body);
  }
  json::value send(const std::string& file) {
    auto request =
        Site::with_key(Site::post("/api/v1/items/penalty/submissions?file_name=a.csv", file), key_);
    request.content_type = "application/octet-stream";
    const auto response = site_->send(request);
    EXPECT_EQ(response.status, 200) << response.body;
    return json::parse(response.body);
  }
  // Refused for a letter in the code; a comma and quotation marks stand in another cell.
  static std::string broken(int n) {
    PenaltyRow row;
    row.number = "济市监罚〔2026〕" + std::to_string(n) + "号";
    row.code = "9137010OMA3ABCD15F";
    row.facts = "\"未按规定公示,自称\"\"不知情\"\"。\"";
    return row.text();
  }
  static std::string cell(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
  }
  static std::string line(const std::vector<std::string>& cells) {
    std::string out;
    for (const auto& one : cells) out += (out.empty() ? "" : ",") + cell(one);
    return out + "\n";
  }
  std::unique_ptr<credence::testing::Platform> platform_;
  std::unique_ptr<Site> site_;
  std::string key_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Submissions, credence::testing::both_engines,
                         credence::testing::engine_name);

std::vector<std::string> texts(const json::value& list, const char* member = nullptr) {
  std::vector<std::string> all;
  for (const auto& one : list.as_array())
    all.emplace_back((member == nullptr ? one : one.at(member)).as_string());
  return all;
}

TEST_P(Submissions, RefusedRowsComeInPagesWithWhatIsWrongWithWhichCell) {
  std::string file = penalty_header + PenaltyRow().text();
  for (int n = 2; n <= 6; ++n) file += broken(n);
  const std::string address =
      "/api/v1/submissions/" + std::string(send(file).at("receipt").as_string()) + "/rejects";
  const auto first = json_of(address + "?limit=2");
  EXPECT_EQ(first.at("rejected").as_int64(), 5);
  EXPECT_EQ(first.at("rows").as_array().size(), 2U);
  const auto& row = first.at("rows").at(0);
  EXPECT_EQ(row.at("row").as_int64(), 3);
  const auto& error = row.at("errors").at(0);
  EXPECT_EQ(error.at("id").as_string(), "cell.code");
  EXPECT_EQ(error.at("basis").as_string(), "GB32100-2015");
  EXPECT_THAT(std::string(error.at("message").at("zh").as_string()), HasSubstr("第 8 位“O”"));
  EXPECT_FALSE(error.at("message").at("en").as_string().empty());
  EXPECT_FALSE(error.at("remedy").at("en").as_string().empty());
  const auto column = static_cast<std::size_t>(error.at("column").as_int64());
  EXPECT_EQ(row.at("cells").at(column).as_string(), "9137010OMA3ABCD15F");
  const auto& head = first.at("columns").at(column);
  EXPECT_EQ(head.at("field").as_string(), error.at("field").as_string());
  EXPECT_FALSE(head.at("label").at("zh").as_string().empty());

  std::vector<std::int64_t> rows;
  for (std::string after;;) {
    const auto page = json_of(address + "?limit=2" + (after.empty() ? "" : "&after=" + after));
    for (const auto& one : page.at("rows").as_array()) rows.push_back(one.at("row").as_int64());
    const auto* next = page.as_object().if_contains("next");
    if (next == nullptr) break;
    after = next->as_string();
  }
  EXPECT_EQ(rows, (std::vector<std::int64_t>{3, 4, 5, 6, 7}));
  for (const char* wrong : {"1", "999999", "0", "-5", "x"})
    EXPECT_THAT(get(address + "?after=" + wrong).body, HasSubstr("intake.after")) << wrong;
}

TEST_P(Submissions, HalfOfTheRowsCorrectedInAGridAreAdded) {
  std::string file = penalty_header;
  for (int n = 1; n <= 4; ++n) file += broken(n);
  const auto receipt = send(file);
  const auto page =
      json_of("/api/v1/submissions/" + std::string(receipt.at("receipt").as_string()) + "/rejects");
  std::string corrected = line(texts(page.at("columns"), "name"));
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& row = page.at("rows").at(i);
    auto cells = texts(row.at("cells"));
    for (const auto& error : row.at("errors").as_array())
      cells[static_cast<std::size_t>(error.at("column").as_int64())] = credence::testing::company;
    corrected += line(cells);
  }
  const auto again = send(corrected);
  EXPECT_EQ(again.at("sent").as_int64(), 2);
  EXPECT_EQ(again.at("added").as_int64(), 2) << json::serialize(again);
  EXPECT_EQ(platform_->records_of(credence::testing::company, "penalty").size(), 2U);
  EXPECT_TRUE(platform_->fsck().empty());
}

TEST_P(Submissions, WithoutARefusedRowThereIsNoGrid) {
  const auto receipt = send(penalty_header + PenaltyRow().text());
  const auto answer =
      get("/api/v1/submissions/" + std::string(receipt.at("receipt").as_string()) + "/rejects");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.body, HasSubstr("intake.no_rejects"));
}

TEST_P(Submissions, AFileThatIsBeingTakenInShowsHowFarItIs) {
  std::string file = penalty_header;
  for (int n = 1; n <= 3'000; ++n) {
    PenaltyRow row;
    row.number = "济市监罚〔2026〕" + std::to_string(n) + "号";
    file += row.text();
  }
  int seen = 0;
  const auto look = [&](const app::Progress& at) {
    ++seen;
    const auto all = json_of("/api/v1/submissions");
    const auto& progress = all.at(0).at("progress");
    EXPECT_FALSE(all.at(0).as_object().contains("finished"));
    EXPECT_EQ(progress.at("rows").as_int64(), at.rows);
    EXPECT_GT(progress.at("bytes_read").to_number<std::int64_t>(), 0);
    EXPECT_EQ(progress.at("bytes_total").to_number<std::size_t>(), file.size());
    const auto one =
        json_of("/api/v1/submissions/" + std::string(all.at(0).at("receipt").as_string()));
    EXPECT_EQ(json::serialize(one), json::serialize(all.at(0)));
    EXPECT_THAT(get("/api/v1/submissions/1/rejects").body, HasSubstr("intake.not_finished"));
  };
  const auto receipt = platform_->intake
                           ->submit(*platform_->book,
                                    {platform_->file("a.csv", file), "a.csv", "penalty",
                                     credence::testing::bureau, "山东省市场监督管理局"},
                                    look)
                           .or_throw();
  EXPECT_EQ(seen, 2);  // blocks
  EXPECT_FALSE(receipt.progress);
  const auto done = json_of("/api/v1/submissions/" + receipt.receipt);
  EXPECT_TRUE(done.as_object().contains("finished"));
  EXPECT_FALSE(done.as_object().contains("progress"));
}

// Interrupted: nobody takes it in now, and nothing is said of how far it is.
TEST_P(Submissions, AnInterruptedFileShowsNoProgress) {
  const auto stop = [](const app::Progress&) { throw std::runtime_error("the plug was pulled"); };
  EXPECT_THROW((void)platform_->intake->submit(
                   *platform_->book,
                   {platform_->file("a.csv", penalty_header + PenaltyRow().text()), "a.csv",
                    "penalty", credence::testing::bureau, "山东省市场监督管理局"},
                   stop),
               std::runtime_error);
  const auto all = json_of("/api/v1/submissions");
  EXPECT_FALSE(all.at(0).as_object().contains("finished"));
  EXPECT_FALSE(all.at(0).as_object().contains("progress"));
}

}  // namespace
}  // namespace credence::http
