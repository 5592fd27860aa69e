// SPDX-License-Identifier: Apache-2.0
#include "app/report/parts.h"
#include "http/address.h"
#include "http/handlers.h"
#include "http/problem.h"

// Three pages that work without JavaScript: find an organisation, see what is public about it,
// confirm a report.

namespace credence::http {
namespace {

using app::escaped;

constexpr const char* style = R"(
:root{color-scheme:light}
body{font:1.05rem/1.7 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1b2430;background:#f5f7fa;margin:0}
header{background:#173a5e;color:#fff}header div,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}
header a{color:#fff;text-decoration:none;font-size:1.3rem;font-weight:700}
main{background:#fff;min-height:60vh;padding:1.5rem 1.25rem 3rem}
h1{font-size:1.5rem;line-height:1.35;margin:.2rem 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .6rem}
label{display:block;font-weight:600;margin-bottom:.35rem}
input[type=search]{font:inherit;padding:.55rem .7rem;border:1px solid #5b6b7c;border-radius:.3rem;width:min(30rem,62vw)}
button{font:inherit;padding:.55rem 1.3rem;border:0;border-radius:.3rem;background:#0b5cad;color:#fff}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
ul.hits{list-style:none;padding:0}ul.hits li{border-bottom:1px solid #dde3ea;padding:.6rem 0}
a{color:#0b5cad}.code,.grey{color:#4c5b6b;font-size:.95rem}
article{border:1px solid #d5dde6;border-radius:.4rem;padding:.8rem 1rem;margin:.8rem 0}
article h3{margin:0 0 .4rem;font-size:1.05rem}
table{border-collapse:collapse;width:100%}th{text-align:left;width:13rem;vertical-align:top;font-weight:600;color:#33404d}
th,td{padding:.25rem .4rem;border-top:1px solid #eef1f5}td{overflow-wrap:anywhere}
.good{background:#e7f5ec;border-left:5px solid #1d7a3e;padding:.8rem 1rem}.bad{background:#fdecea;border-left:5px solid #b3261e;padding:.8rem 1rem}
footer{color:#4c5b6b;font-size:.92rem}
@media(max-width:40rem){th{width:8rem}}
)";

std::string page(const std::string& title, const std::string& body) {
  return "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
         "name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" +
         escaped(title) + " · 明信</title>\n<style>" + style +
         "</style>\n</head>\n<body>\n<header><div><a href=\"/\">明信 · "
         "公共信用信息</a></div></header>\n<main>\n" +
         body +
         "</"
         "main>\n<footer><p>"
         "只展示依法公开公示的组织信息；自然人信息不公开，也不能按姓名查询（《山东省社会信用条例》"
         "第二十条）。"
         "<a href=\"/api/v1/openapi.json\">接口文档</a></p></footer>\n</body>\n</html>\n";
}

std::string search_form(const std::string& asked) {
  return "<form action=\"/\" method=\"get\" role=\"search\"><label "
         "for=\"q\">企业、事业单位、社会组织的名称、拼音或统一社会信用代码</label>"
         "<input id=\"q\" name=\"q\" type=\"search\" value=\"" +
         escaped(asked) + "\" autocomplete=\"off\"> <button type=\"submit\">查询</button></form>\n";
}

std::string hits_list(const app::NameHits& found) {
  if (found.hits.empty())
    return "<p role=\"status\">没有找到。请换一个名称片段，或输入完整的统一社会信用代码。</p>\n";
  std::string list = "<p role=\"status\">找到 " + std::to_string(found.hits.size()) +
                     (found.complete ? " 个" : " 个以上，请多输入几个字") +
                     "：</p>\n<ul class=\"hits\">\n";
  for (const auto& hit : found.hits) {
    list += "<li><a href=\"/org/" + percent_encode(hit.code) + "\">" + escaped(hit.name) +
            "</a><br><span class=\"code\">" + escaped(hit.code) + "</span></li>\n";
  }
  return list + "</ul>\n";
}

std::string row(const std::string& label, const std::string& value) {
  return value.empty() ? ""
                       : "<tr><th scope=\"row\">" + escaped(label) + "</th><td>" + escaped(value) +
                             "</td></tr>\n";
}

std::string record_article(const app::ShownRecord& record) {
  std::string html = "<article>\n<h3>" + escaped(record.item_label.zh + "：" + record.caption) +
                     "</h3>\n<table>\n";
  html += row("文书号", record.document_number) + row("决定机关", record.issuing_body);
  for (const auto& field : record.fields) html += row(field.label.zh, field.value);
  html += "</table>\n<p class=\"grey\">来源：" +
          escaped(record.source.provider_name.empty() ? record.source.provider
                                                      : record.source.provider_name) +
          "；" + escaped(record.reason.zh) + "（" + escaped(app::basis_in_words(record.basis)) +
          "）";
  if (record.publicity_end) html += "；公示至 " + to_string(*record.publicity_end) + " 前一日";
  return html + "</p>\n</article>\n";
}

std::string subject_page(const app::DisclosedFile& file) {
  std::string html = "<h1>" + escaped(file.subject.name) + "</h1>\n<table>\n";
  for (const auto& code : file.subject.codes)
    html += row(app::scheme_label(code.scheme), code.code);
  html +=
      row("登记机关所在区划", file.subject.region) + row("登记管理部门", file.subject.authority);
  for (const auto& name : file.subject.former_names) html += row("曾用名", name);
  html += "</table>\n<h2>公开信息（" + std::to_string(file.records.size()) + " 条）</h2>\n";
  for (const auto& record : file.records) html += record_article(record);
  if (file.records.empty()) html += "<p>没有可公开展示的记录。</p>\n";
  for (const auto& withheld : file.withheld) {
    html += "<p class=\"grey\">另有 " + std::to_string(withheld.count) + " 条未展示：" +
            escaped(withheld.reason.zh) + "（" + escaped(app::basis_in_words(withheld.basis)) +
            "）</p>\n";
  }
  return page(file.subject.name, html);
}

std::string sorry(const Error& error) {
  return page("查询", search_form("") + "<p class=\"bad\" role=\"alert\">" +
                          escaped(error.message.zh) + " " + escaped(error.remedy.zh) + "</p>\n");
}

}  // namespace

Response page_home(const Services& services, const Request& request) {
  const std::string& asked = request.value("q");
  std::string body = "<h1>查询组织的公共信用信息</h1>\n" + search_form(asked);
  if (!asked.empty()) body += hits_list(services.query.search(asked, 30));
  return html_response(page("首页", body));
}

void page_subject(const Services& services, const SharedRequest& request, Reply reply) {
  const auto permit =
      app::admit(services.book, {}, {"public", "", "", "http", request->id}).or_throw();
  const Instant present = services.clock.now();
  auto file = services.query.by_code(services.book, permit, request->value("code"),
                                     {present.day(), present});
  if (!file) return reply(html_response(sorry(file.error()), status_of(file.error().code)));
  services.ledger.release_later<app::DisclosedFile>(
      permit, std::move(*file),
      [reply](const app::DisclosedFile& shown) { reply(html_response(subject_page(shown))); },
      [reply](std::exception_ptr) {
        reply(
            html_response(page("稍后再试",
                               "<p class=\"bad\" "
                               "role=\"alert\">查询记录未能写入，因此不予答复。请稍后再试。</p>\n"),
                          503));
      });
}

Response page_confirm(const Services& services, const Request& request) {
  const auto answer = services.reports.confirm(request.value("number"), request.value("code"));
  if (!answer.genuine) {
    return html_response(
        page("核验报告",
             "<h1>核验报告</h1>\n<p class=\"bad\" "
             "role=\"alert\">未能确认：报告编号或校验码不符。请核对纸面上的编号和校验码。</p>\n"),
        404);
  }
  const bool superseded = answer.superseded.has_value();
  const std::string verdict =
      superseded ? "<p class=\"bad\" role=\"status\">这份报告由本平台出具，未被改动；但出具之后（" +
                       escaped(app::moment(*answer.superseded)) +
                       " 起）平台已有新的信息，请取得新的报告。</p>\n"
                 : "<p class=\"good\" "
                   "role=\"status\">这份报告由本平台出具，出具之后平台没有新的信息。</p>\n";
  return html_response(
      page("核验报告", "<h1>核验报告</h1>\n" + verdict + "<table>\n" +
                           row("报告编号", answer.number) + row("信用主体", answer.subject_name) +
                           row("出具时间", app::moment(answer.made)) +
                           row("快照 SHA-256", answer.sha256) +
                           "</table>\n<p class=\"grey\">手中的文件是否被改动，可离线核验：credence "
                           "verify 文件（PDF、HTML、JSON "
                           "均可），或直接打开 HTML 报告看页末结论。</p>\n"));
}

}  // namespace credence::http
