// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <boost/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

#include "support/place.h"
#include "support/program.h"

// Cases as somebody at a terminal works them, with the program itself.

namespace credence::cli {
namespace {

using ::testing::HasSubstr;

constexpr const char* provider = "11370000MB2850121L";
constexpr const char* unit_of_centre = "12370000MB2850121H";
constexpr const char* company = "91370100MA3ABCD15F";

struct Ran {
  int status = 0;
  std::string out;
};

std::string in_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

class CasesAtATerminal : public ::testing::Test {
 protected:
  void SetUp() override {
    run({"init", "--unit", unit_of_centre, "--demonstration"});
    write("organizations.csv",
          "企业名称,统一社会信用代码,注册日期,企业类型,注册资金\n济南明信科技有限公司," +
              std::string(company) + ",2015-03-02,有限责任公司,100万元\n");
    run({"ingest", "--item", "organization_registration", "--provider", provider,
         file("organizations.csv")});
    run({"demo-people", "--organization", company});
    std::ifstream accounts(file("data/demo-accounts.txt"));
    for (std::string line; std::getline(accounts, line);) {
      const auto tab = line.find('\t');
      passwords_[line.substr(0, tab)] = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    }
    const auto found = json({"query", company, "--json"});
    record_ = found.at("records").at(0).at("record").as_string();
  }

  std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(file(name), std::ios::binary) << bytes;
  }
  // Runs the program; as somebody when `account` is given.
  Ran run(std::vector<std::string> words, const std::string& account = "") {
    std::string command;
    if (!account.empty()) {
      command = "CREDENCE_PASSWORD=" + in_quotes(passwords_[account]) + " ";
      words.insert(words.end(), {"--account", account});
    }
    command += in_quotes(credence::testing::credence_program().string());
    for (const auto& word : words) command += " " + in_quotes(word);
    command += " --data " + in_quotes(file("data")) + " 2>&1";
    Ran ran;
    std::FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 4'096> some{};
    while (const auto n = std::fread(some.data(), 1, some.size(), pipe))
      ran.out.append(some.data(), n);
    ran.status = WEXITSTATUS(::pclose(pipe));
    return ran;
  }
  boost::json::value json(const std::vector<std::string>& words, const std::string& account = "") {
    const auto ran = run(words, account);
    EXPECT_EQ(ran.status, 0) << ran.out;
    return boost::json::parse(ran.out);
  }
  std::string lodged() {
    const auto file = json({"cases", "open", "objection", "--record", record_, "--field",
                            "claim=名称有误", "--field", "ground=error", "--json"},
                           "company");
    return std::string(file.at("number").as_string());
  }

  credence::testing::TemporaryFolder folder_;
  std::map<std::string, std::string> passwords_;
  std::string record_;
};

TEST_F(CasesAtATerminal, AnObjectionIsOpenedSeenAndDecided) {
  const auto number = lodged();
  EXPECT_THAT(run({"cases", "list"}, "company").out, HasSubstr(number));
  EXPECT_THAT(run({"cases", "show", number}, "steward").out, HasSubstr("名称有误"));
  EXPECT_THAT(run({"cases", "desk"}, "steward").out, HasSubstr(number));
  // Nobody looks, opens or acts without proving who they are.
  EXPECT_EQ(run({"cases", "show", number}).status, 77);
  EXPECT_EQ(
      run({"cases", "act", number, "confirm", "--after", "1", "--field", "reasons=无误"}, "company")
          .status,
      77);
  const auto decided = json({"cases", "act", number, "confirm", "--after", "1", "--field",
                             "reasons=与登记一致", "--json"},
                            "steward");
  EXPECT_EQ(decided.at("state").as_string(), "confirmed");
  // Somebody acted since.
  EXPECT_EQ(
      run({"cases", "act", number, "contest", "--after", "1", "--field", "claim=不服"}, "company")
          .status,
      73);
  EXPECT_THAT(run({"fsck"}).out, HasSubstr("一致"));
}

TEST_F(CasesAtATerminal, ADocumentIsAttachedAndAStrangeFileIsNot) {
  write("decision.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
  write("script.sh", "#!/bin/sh\n");
  const auto opened =
      json({"cases", "open", "objection", "--record", record_, "--field", "claim=名称有误",
            "--field", "ground=error", "--document", "evidence=" + file("decision.pdf"), "--json"},
           "company");
  const auto& document = opened.at("steps").at(0).at("documents").at(0);
  EXPECT_EQ(document.at("name").as_string(), "decision.pdf");
  EXPECT_EQ(document.at("media").as_string(), "application/pdf");
  const auto refused =
      run({"cases", "act", std::string(opened.at("number").as_string()), "withdraw", "--after", "1",
           "--document", "evidence=" + file("script.sh")},
          "company");
  EXPECT_EQ(refused.status, 65) << refused.out;
  EXPECT_THAT(run({"fsck"}).out, HasSubstr("一致"));
}

// What is wrong with a record is put right by the decision itself.
TEST_F(CasesAtATerminal, ACorrectionIsStoredWithItsDecision) {
  const auto number = lodged();
  const auto done = json({"cases", "act", number, "correct", "--after", "1", "--field",
                          R"(changes=[{"code":"QY_ZCZJ","value":"200万元"}])", "--field",
                          "reasons=登记机关已更正", "--json"},
                         "steward");
  EXPECT_EQ(done.at("state").as_string(), "corrected");
  EXPECT_THAT(run({"query", company, "--json"}).out, HasSubstr("200万元"));
  EXPECT_THAT(run({"fsck", "--deep"}).out, HasSubstr("一致"));
}

TEST_F(CasesAtATerminal, ProceduresAndDeadlinesAreOpenToAll) {
  EXPECT_THAT(run({"procedures"}).out, HasSubstr("异议处理"));
  const auto told = run({"procedures", "objection", "--diagram", file("objection.svg")});
  EXPECT_THAT(told.out, HasSubstr("7个工作日"));
  std::ifstream drawn(file("objection.svg"));
  EXPECT_THAT(std::string(std::istreambuf_iterator<char>(drawn), {}), HasSubstr("</svg>"));
  EXPECT_EQ(run({"procedures", "none"}).status, 66);
  lodged();
  EXPECT_THAT(run({"cases", "breaches"}).out, HasSubstr("没有到期的期限"));
}

}  // namespace
}  // namespace credence::cli
