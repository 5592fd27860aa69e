// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/report/parts.h"
#include "app/report/qr.h"
#include "app/report/report.h"
#include "support/place.h"
#include "wire/from_json.h"

namespace credence::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

ShownRecord penalty(int n) {
  const std::string number = "济市监处罚〔2024〕" + std::to_string(1000 + n) + "号";
  ShownRecord record;
  record.item = "penalty";
  record.item_label = {"行政处罚", "Administrative penalty"};
  record.section = "administration";
  record.caption = "行政处罚：未按规定标示生产日期，罚款（第 " + std::to_string(n) + " 件）";
  record.document_number = number;
  record.issuing_body = "济南市市场监督管理局";
  record.issuing_body_code = "11370100MB2850121L";
  record.decided_on = Date(2024, 3, 1);
  record.severity = "general";
  record.fields = {
      {"CF_WSH", {"行政处罚决定书文号", "Document"}, number, false},
      {"CF_WFXW", {"违法行为类型", "Conduct"}, "违反《中华人民共和国食品安全法》第六十七条", false},
      {"CF_SY",
       {"违法事实", "Facts"},
       "当事人销售的预包装食品未按规定标示生产日期和保质期，执法人员于现场检查时发现，责令改正后已"
       "改正。",
       false},
      {"CF_CFLB", {"处罚类别", "Kind"}, "罚款", false},
      {"CF_NR", {"处罚内容", "Content"}, "罚款人民币伍仟元整", false},
      {"CF_NR_FK", {"罚款金额（万元）", "Fine"}, "0.500000", false},
      {"CF_XDR_ZJHM",
       {"法定代表人证件号码", "Document of representative"},
       "3701**********0012",
       true}};
  record.publicity_end = Date(2025, 3, 1);
  record.earliest_repair = Date(2024, 6, 1);
  record.disclosure_end = Date(2029, 2, 1);
  record.reason = {"信用主体有权查询自身信息。", "A subject may see its own file."};
  record.basis = "SD-2020/21";
  record.source = {"370100-scjg", "济南市市场监督管理局信息中心", 88, n,
                   "2024.1",      start_of(Date(2024, 3, 5))};
  return record;
}

CreditReport report_of(int penalties) {
  CreditReport report;
  report.number = "2024040109300012345678";
  report.check_code = "K7QM4XWP";
  report.confirm_url = "https://credit.example.gov.cn/confirm/2024040109300012345678?code=K7QM4XWP";
  report.version = "明信 V1.0";
  report.issuer = "山东省公共信用信息中心";
  report.made = start_of(Date(2024, 4, 1));
  report.purpose = "参加招标投标";
  report.audience = "self";
  report.subject.kind = "organization";
  report.subject.name = "济南明湖食品有限公司";
  report.subject.codes = {{"uscc", "91370100MA3ABCD15F"}};
  report.subject.former_names = {"济南大明湖食品厂"};
  report.subject.region = "山东省济南市";
  report.subject.authority = "市场监管";
  report.subject.registered = true;
  report.sections = {{"basic", {"基础信息", "Basic"}, {}, 0},
                     {"administration", {"行政管理", "Administration"}, {}, 0},
                     {"serious", {"严重失信", "Serious dishonesty"}, {}, 0}};
  for (int n = 1; n <= penalties; ++n) report.sections[1].records.push_back(penalty(n));
  report.sections[1].count = penalties;
  report.withheld = {
      {"expired", {"失信信息披露期限已届满，不再披露、查询或使用。", "Ended."}, "SD-2020/38", 4}};
  report.as_of = {Date(2024, 4, 1), start_of(Date(2024, 4, 1))};
  report.edition = "2024.1";
  return report;
}

// What pdftotext reads; nothing when it is not installed.
std::optional<std::string> text_of(const std::string& pdf) {
  if (std::system("command -v pdftotext > /dev/null 2>&1") != 0) return std::nullopt;
  const credence::testing::TemporaryFolder folder;
  const std::string in = folder.path() / "report.pdf", out = folder.path() / "report.txt";
  std::ofstream(in, std::ios::binary) << pdf;
  const std::string command = "pdftotext -layout '" + in + "' '" + out + "'";
  if (std::system(command.c_str()) != 0) return "pdftotext cannot read it";
  std::ifstream file(out, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The last page number printed, as "第 n 页 / 共 n 页" on page n.
std::string last_foot(const std::string& text) {
  const auto pages = std::count(text.begin(), text.end(), '\f');
  return "第 " + std::to_string(pages) + " 页 / 共 " + std::to_string(pages) + " 页";
}

TEST(ReportJson, ReadsBackAsTheSameReport) {
  const CreditReport report = report_of(3);
  const std::string text = to_json_text(report);
  const auto again = wire::from_json<CreditReport>(boost::json::parse(text));
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json_text(*again), text);
}

TEST(ReportHtml, TellsCaptionSourceReasonAndPeriodsOfEveryRecord) {
  const CreditReport report = report_of(3);
  const std::string html = to_html(report);
  for (const auto& record : report.sections[1].records) {
    EXPECT_THAT(html, HasSubstr(record.caption));
    EXPECT_THAT(html, HasSubstr(record.document_number));
  }
  for (const char* text :
       {"济南市市场监督管理局信息中心", "信用主体有权查询自身信息。",
        "《山东省社会信用条例》第二十一条", "2025-03-01 起不再公示",
        "2029-02-01 起不再披露、查询和使用", "2024-06-01 起", "3701**********0012",
        "济南明湖食品有限公司", "91370100MA3ABCD15F", "K7QM4XWP"}) {
    EXPECT_THAT(html, HasSubstr(text));
  }
}

TEST(ReportHtml, SaysWhatAFieldSaysOnlyOnce) {
  const std::string html = to_html(report_of(1));
  const std::string number = "济市监处罚〔2024〕1001号";
  EXPECT_EQ(html.find(number), html.rfind(number));
}

TEST(ReportHtml, PrintsWhatIsDisputedBesideItsRecordAlone) {
  CreditReport report = report_of(2);
  report.sections[1].records[1].marks = {
      {"disputed",
       {"异议处理中", ""},
       start_of(Date(2024, 3, 20)),
       "SD-2020/39",
       "异〔2024〕3号",
       ""},
      {"statement", {"信用主体声明", ""}, start_of(Date(2024, 3, 20)), "", "", "<罚款已缴清>"}};
  const std::string html = to_html(report), mark = "【异议处理中】";
  EXPECT_EQ(html.find(mark), html.rfind(mark));
  EXPECT_GT(html.find(mark), html.find(record_heading(report.sections[1].records[0], 1)));
  for (const char* text :
       {"自 2024-03-20 起（依据：《山东省社会信用条例》第三十九条），案号 异〔2024〕3号",
        "信用主体声明", "&lt;罚款已缴清&gt;"}) {
    EXPECT_THAT(html, HasSubstr(text));
  }
  const auto printed = text_of(to_pdf(report));
  if (printed) {
    EXPECT_THAT(*printed, HasSubstr("异议处理中"));
  }
}

TEST(ReportHtml, EscapesHostileText) {
  CreditReport report = report_of(1);
  const std::string hostile =
      "<script>alert('x')</script>\" onload=\"y&\xE2\x80\xAE"
      "\x01\xFF";
  report.subject.name = hostile;
  report.issuer = report.purpose = report.edition = report.version = report.audience = hostile;
  report.sections[0].title.zh = hostile;
  report.withheld[0].reason.zh = report.withheld[0].basis = hostile;
  ShownRecord& record = report.sections[1].records[0];
  record.caption = record.document_number = record.issuing_body = record.severity = record.basis =
      hostile;
  record.reason.zh = record.source.provider_name = record.item_label.zh = hostile;
  record.fields[1].label.zh = record.fields[2].value = hostile;
  const std::string html = to_html(report);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("onload=\"")));
  EXPECT_THAT(html, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&#39;x&#39;)"));
  EXPECT_THAT(to_pdf(report), StartsWith("%PDF"));
}

TEST(ReportHtml, StatesNoScoreAnywhere) {
  const std::string html = to_html(report_of(2));
  for (const char* word : {"评分", "分数", "等级", "得分", "综合评价"})
    EXPECT_THAT(html, Not(HasSubstr(word)));
}

TEST(ReportHtml, SaysSoWhereASectionIsEmpty) {
  EXPECT_THAT(to_html(report_of(0)), HasSubstr("无（截至 2024-04-01 未查询到相关信息）"));
}

TEST(ReportHtml, CountsWhatIsWithheldWithItsReason) {
  const std::string html = to_html(report_of(0));
  EXPECT_THAT(html, HasSubstr("另有 4 条信息依法不予展示"));
  EXPECT_THAT(html, HasSubstr("不再披露、查询或使用。（依据：《山东省社会信用条例》第三十八条）"));
}

TEST(ReportHtml, FetchesNothingAndNamesItsLanguage) {
  const std::string html = to_html(report_of(2));
  EXPECT_THAT(html, HasSubstr("<html lang=\"zh-CN\">"));
  for (const char* fetching : {"<link", "<img", "<script", "src=", "url(", "@import", "href="}) {
    EXPECT_THAT(html, Not(HasSubstr(fetching)));
  }
}

TEST(ReportHtml, GivesEveryTableACaptionAndEveryHeadAScope) {
  const std::string html = to_html(report_of(2));
  for (auto at = html.find("<table"); at != std::string::npos; at = html.find("<table", at + 1)) {
    EXPECT_EQ(html.substr(html.find('\n', at) + 1, 9), "<caption>");
  }
  EXPECT_THAT(html, Not(HasSubstr("<th>")));
}

TEST(ReportHtml, DoesNotNameAPersonWhoseNameIsNotShown) {
  CreditReport report = report_of(0);
  report.subject.kind = "person";
  report.subject.name.clear();
  EXPECT_THAT(to_html(report), HasSubstr("（自然人，姓名不予展示）"));
}

TEST(ReportPdf, IsTheSameBytesTwiceAndInAnotherThread) {
  const CreditReport report = report_of(4);
  const std::string first = to_pdf(report);
  EXPECT_THAT(first, StartsWith("%PDF"));
  std::vector<std::string> others(3);
  std::vector<std::thread> threads;
  for (auto& other : others) threads.emplace_back([&] { other = to_pdf(report); });
  for (auto& thread : threads) thread.join();
  for (const auto& other : others) EXPECT_TRUE(other == first);
}

TEST(ReportPdf, CanBeSearchedForNameNumberAndSource) {
  const auto text = text_of(to_pdf(report_of(2)));
  if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  for (const char* part :
       {"济南明湖食品有限公司", "2024040109300012345678", "济南市市场监督管理局信息中心",
        "信用主体有权查询自身信息。", "未查询到相关信息", "另有 4 条信息依法不予展示"}) {
    EXPECT_THAT(*text, HasSubstr(part));
  }
}

TEST(ReportPdf, NumbersEveryPageOfALongReport) {
  const auto text = text_of(to_pdf(report_of(200)));
  if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  const auto pages = std::count(text->begin(), text->end(), '\f');
  EXPECT_GT(pages, 40);
  for (long page = 1; page <= pages; ++page) {
    EXPECT_THAT(*text, HasSubstr("第 " + std::to_string(page) + " 页 / 共 " +
                                 std::to_string(pages) + " 页"));
  }
  EXPECT_THAT(*text, HasSubstr("200. 行政处罚"));
}

// Embedded as a part of the CJK font, characters would go missing (see render_pdf.cc).
TEST(ReportPdf, EmbedsItsCharactersByOutlineAndStaysSmall) {
  const std::string pdf = to_pdf(report_of(20));
  EXPECT_THAT(pdf, Not(HasSubstr("+NotoSansCJK")));
  EXPECT_LT(pdf.size(), 300'000U);
}

TEST(ReportPdf, FlowsOneVeryLongFieldOverPages) {
  CreditReport report = report_of(1);
  std::string& value = report.sections[1].records[0].fields[2].value;
  for (int i = 0; i < 4000; ++i) value += "事实清楚";
  value += "到此为止";
  const auto text = text_of(to_pdf(report));
  if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  EXPECT_THAT(*text, HasSubstr("到此为止"));
  EXPECT_THAT(*text, HasSubstr("（接上页）"));
  EXPECT_THAT(*text, HasSubstr(last_foot(*text)));
}

TEST(Qr, GrowsWithTheTextAndDependsOnIt) {
  const QrMatrix small = qr_matrix("a"), one = qr_matrix("https://a.cn/confirm/1"),
                 two = qr_matrix("https://a.cn/confirm/2");
  EXPECT_EQ(small.size, 21);
  EXPECT_GT(one.size, small.size);
  EXPECT_EQ((one.size - 17) % 4, 0);
  EXPECT_EQ(one.dark.size(), static_cast<std::size_t>(one.size * one.size));
  EXPECT_NE(one.dark, two.dark);
}

TEST(Qr, HasItsThreeFinderPatterns) {
  const QrMatrix matrix = qr_matrix("https://a.cn/confirm/1");
  const int far = matrix.size - 7;
  for (const auto& [row, column] : {std::pair{0, 0}, {0, far}, {far, 0}}) {
    for (int i = 0; i < 7; ++i) {
      EXPECT_TRUE(matrix.at(row, column + i) && matrix.at(row + 6, column + i));
      EXPECT_TRUE(matrix.at(row + i, column) && matrix.at(row + i, column + 6));
    }
    EXPECT_FALSE(matrix.at(row + 1, column + 1));
    EXPECT_TRUE(matrix.at(row + 3, column + 3));
  }
}

TEST(Qr, LeavesAQuietZoneAndDiffersByAddress) {
  const QrMatrix matrix = qr_matrix("https://a.cn/confirm/1");
  const std::string svg = qr_svg(matrix, "扫码 <1>");
  EXPECT_THAT(svg, HasSubstr("0 0 " + std::to_string(matrix.size + 8)));
  EXPECT_THAT(svg, HasSubstr("M4 4h7v1"));
  EXPECT_THAT(svg, HasSubstr("扫码 &lt;1&gt;"));
  EXPECT_NE(svg, qr_svg(qr_matrix("https://a.cn/confirm/2"), "扫码 <1>"));
}

TEST(Qr, RefusesWhatNoCodeCanHold) {
  EXPECT_THROW(qr_matrix(""), Failure);
  EXPECT_THROW(qr_matrix(std::string(3000, 'a')), Failure);
}

TEST(ReportParts, SpellsChineseNumbers) {
  EXPECT_EQ(chinese_number(1), "一");
  EXPECT_EQ(chinese_number(10), "十");
  EXPECT_EQ(chinese_number(12), "十二");
  EXPECT_EQ(chinese_number(20), "二十");
  EXPECT_EQ(chinese_number(38), "三十八");
  EXPECT_EQ(chinese_number(100), "100");
}

TEST(ReportParts, NamesTheLawOfABasis) {
  EXPECT_EQ(basis_in_words("SD-2020/20"), "《山东省社会信用条例》第二十条");
  EXPECT_EQ(basis_in_words("X-1999/附件"), "X-1999 附件");
  EXPECT_EQ(basis_in_words("X-1999"), "X-1999");
  EXPECT_EQ(basis_in_words(""), "");
}

TEST(ReportParts, MarksDatesThatRestOnAProvisionalRule) {
  ShownRecord record = penalty(1);
  record.provisional = true;
  std::string all;
  for (const auto& line : origin_lines(record)) all += line.value;
  EXPECT_THAT(all, HasSubstr("2025-03-01 起不再公示（暂定）"));
}

}  // namespace
}  // namespace credence::app
