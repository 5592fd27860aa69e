// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "app/report/parts.h"
#include "app/report/qr.h"
#include "app/report/report.h"

namespace credence::app {
namespace {

// Colours keep 7:1 against their ground (WCAG 2.1, 1.4.6).
constexpr std::string_view style = R"css(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1a1a1a;line-height:1.6;
font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main,footer{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{margin:0 0 .25rem;font-size:1.75rem;color:#12355b}
h2{margin:2rem 0 .75rem;padding-bottom:.25rem;font-size:1.25rem;color:#12355b;border-bottom:2px solid #12355b}
h3{margin:1rem 0 .25rem;font-size:1rem}
p{margin:.25rem 0}
.cover{display:flex;flex-wrap:wrap;gap:1.5rem;justify-content:space-between;align-items:flex-start}
.number{font-size:1rem;color:#333}
figure{margin:0;width:9rem;text-align:center;font-size:.8rem;color:#333}
.qr{display:block;width:9rem;height:9rem}
table{width:100%;border-collapse:collapse;font-size:.95rem}
caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{padding:.35rem .6rem;border:1px solid #b5bdc7;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.facts th[scope=row]{width:11rem}
th[scope=row]{font-weight:400;color:#333;background:#f2f5f9}
thead th,tfoot th,tfoot td{font-weight:700;background:#e3eaf2}
td.count,th.count{width:7rem;text-align:right;font-variant-numeric:tabular-nums}
td.value{white-space:pre-line}
.record{margin:0 0 1.25rem}
.record caption{padding:.45rem .6rem;background:#e3eaf2;border:1px solid #b5bdc7;border-bottom:0}
.origin{margin:0;padding:.35rem .6rem;font-size:.85rem;color:#4a4a4a;background:#fafbfc;
border:1px solid #b5bdc7;border-top:0;overflow-wrap:anywhere}
.origin span{margin-right:1.25em}
.none{color:#4a4a4a}
footer{border-top:1px solid #b5bdc7;font-size:.85rem;color:#4a4a4a}
@page{size:A4;margin:18mm 16mm;@bottom-center{content:"第 " counter(page) " 页 / 共 " counter(pages) " 页"}}
@media print{main,footer{max-width:none;padding:0}body{font-size:10pt}
h2,h3,caption{break-after:avoid}tr,.origin{break-inside:avoid}.origin{break-before:avoid}
caption,th,.origin{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)css";

void open_table(std::string& out, std::string_view caption, std::string_view kind = "facts") {
  out +=
      "<table class=\"" + std::string(kind) + "\">\n<caption>" + escaped(caption) + "</caption>\n";
}

void write_rows(std::string& out, const std::vector<ReportLine>& lines) {
  out += "<tbody>\n";
  for (const auto& line : lines) {
    out += "<tr><th scope=\"row\">" + escaped(line.label) + "</th>\n<td class=\"value\">" +
           escaped(line.value) + "</td></tr>\n";
  }
  out += "</tbody>\n</table>\n";
}

void write_cover(std::string& out, const CreditReport& report) {
  out += "<header class=\"cover\">\n<div>\n<h1>" + std::string(report_title) +
         "</h1>\n<p class=\"number\">报告编号：" + escaped(report.number) +
         "</p>\n<p class=\"number\">" + escaped(report.issuer) + "</p>\n</div>\n<figure>" +
         qr_svg(qr_matrix(report.confirm_url), qr_label(report)) +
         "<figcaption>扫码核验本报告</figcaption></figure>\n</header>\n";
  open_table(out, "报告基本情况");
  write_rows(out, cover_lines(report));
}

std::string count_row(const ReportLine& line) {
  return "<tr><th scope=\"row\">" + escaped(line.label) + "</th>\n<td class=\"count\">" +
         escaped(line.value) + "</td></tr>\n";
}

void write_summary(std::string& out, const CreditReport& report) {
  out += "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">信息一览</h2>\n";
  open_table(out, "各部分信息条数", "counts");
  out +=
      "<thead><tr><th scope=\"col\">部分</th><th scope=\"col\" "
      "class=\"count\">条数</th></tr></thead>\n<tbody>\n";
  const auto lines = summary_lines(report);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) out += count_row(lines[i]);
  out += "</tbody>\n<tfoot>" + count_row(lines.back()) + "</tfoot>\n</table>\n</section>\n";
}

void write_record(std::string& out, const ShownRecord& record, int number) {
  out += "<article class=\"record\">\n";
  open_table(out, record_heading(record, number));
  write_rows(out, record_lines(record));
  out += "<p class=\"origin\">";
  for (const auto& line : origin_lines(record)) {
    out += "<span>" + escaped(line.label) + "：" + escaped(line.value) + "</span> ";
  }
  out += "</p>\n</article>\n";
}

void write_section(std::string& out, const CreditReport& report, std::size_t index) {
  const ReportSection& section = report.sections[index];
  const std::string id = "section-" + std::to_string(index + 1);
  out += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" +
         escaped(section_heading(report, index)) + "（" + std::to_string(section.count) +
         " 条）</h2>\n";
  if (section.records.empty())
    out += "<p class=\"none\">" + escaped(nothing_found(report)) + "</p>\n";
  int number = 0;
  for (const auto& record : section.records) write_record(out, record, ++number);
  out += "</section>\n";
}

void write_withheld(std::string& out, const CreditReport& report) {
  out += "<section aria-labelledby=\"withheld\">\n<h2 id=\"withheld\">不予展示的信息</h2>\n<p>" +
         escaped(withheld_intro(report)) + "</p>\n";
  if (!report.withheld.empty()) {
    open_table(out, "不予展示的原因和条数", "counts");
    out +=
        "<thead><tr><th scope=\"col\">原因</th><th scope=\"col\" "
        "class=\"count\">条数</th></tr></thead>\n<tbody>\n";
    for (const auto& one : report.withheld)
      out += count_row({withheld_reason(one), std::to_string(one.count)});
    out += "</tbody>\n</table>\n";
  }
  out += "</section>\n";
}

void write_notes(std::string& out, const CreditReport& report) {
  out += "<section aria-labelledby=\"notes\">\n<h2 id=\"notes\">报告说明</h2>\n";
  for (const auto& note : notes(report)) {
    out += "<h3>" + escaped(note.heading) + "</h3>\n";
    for (const auto& paragraph : note.paragraphs) out += "<p>" + escaped(paragraph) + "</p>\n";
  }
  out += "</section>\n";
}

}  // namespace

std::string to_html(const CreditReport& report) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<title>";
  out += std::string(report_title) + " " + escaped(report.number) + "</title>\n<style>";
  out += style;
  out += "</style>\n</head>\n<body>\n<main>\n";
  write_cover(out, report);
  write_summary(out, report);
  for (std::size_t i = 0; i < report.sections.size(); ++i) write_section(out, report, i);
  write_withheld(out, report);
  write_notes(out, report);
  out += "</main>\n<footer>" + escaped(report.issuer) + " · " + std::string(report_title) +
         " · 报告编号 " + escaped(report.number) + "</footer>\n</body>\n</html>\n";
  return out;
}

}  // namespace credence::app
