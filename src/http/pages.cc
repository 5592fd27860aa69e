// SPDX-License-Identifier: Apache-2.0
#include "http/pages.h"
#include "app/report/parts.h"
#include "http/address.h"
#include "http/asking.h"
#include "http/check_handlers.h"
#include "http/page_frame.h"
#include "http/problem.h"
#include "http/route_parts.h"

// Pages for everybody, working without JavaScript: find an organisation, see what is public about
// it, confirm a report.

namespace credence::http {
namespace {

using app::escaped;

std::string search_form(const std::string& asked) {
  return "<form action=\"/plain\" method=\"get\" role=\"search\"><label "
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
    list += "<li><a href=\"/plain/org/" + percent_encode(hit.code) + "\">" + escaped(hit.name) +
            "</a><br><span class=\"code\">" + escaped(hit.code) + "</span></li>\n";
  }
  return list + "</ul>\n";
}

std::string badges(const app::ShownRecord& record) {
  std::string html;
  for (const auto& mark : record.marks) {
    if (mark.kind != "statement")
      html += " <span class=\"badge\">" + escaped(mark.label.zh) + "</span>";
  }
  return html;
}

}  // namespace

std::string record_html(const app::ShownRecord& record, const BelowRecord& below) {
  std::string html = "<article>\n<h3>" + escaped(record.item_label.zh + "：" + record.caption) +
                     badges(record) + "</h3>\n<table>\n";
  html += row("文书号", record.document_number) + row("决定机关", record.issuing_body);
  for (const auto& field : record.fields) html += row(field.label.zh, field.value);
  for (const auto& mark : record.marks) html += row(mark.label.zh, app::mark_told(mark));
  html += "</table>\n<p class=\"grey\">来源：" +
          escaped(record.source.provider_name.empty() ? record.source.provider
                                                      : record.source.provider_name) +
          "；" + escaped(record.reason.zh) + "（" + escaped(app::basis_in_words(record.basis)) +
          "）";
  if (record.publicity_end) html += "；公示至 " + to_string(*record.publicity_end) + " 前一日";
  return html + "</p>\n" + (below ? below(record) : "") + "</article>\n";
}

namespace {

// Repaired and withdrawn records, told to who may see the archive.
std::string archive_html(const std::vector<app::ShownRecord>& archived) {
  if (archived.empty()) return "";
  std::string html =
      "<h2>档案（" + std::to_string(archived.size()) +
      " 条）</h2>\n<p class=\"grey\">以下记录已完成信用修复或者已撤回，不再公示、共享"
      "和使用，只供本人和平台监督人员查阅，不出现在信用报告中。</p>\n";
  for (const auto& record : archived) html += record_html(record);
  return html;
}

}  // namespace

std::string file_html(const app::DisclosedFile& file, std::string_view title,
                      const BelowRecord& below) {
  std::string html =
      file.subject.name.empty() ? "" : "<h1>" + escaped(file.subject.name) + "</h1>\n";
  html += "<table>\n";
  for (const auto& code : file.subject.codes)
    html += row(app::scheme_label(code.scheme), code.code);
  html +=
      row("登记机关所在区划", file.subject.region) + row("登记管理部门", file.subject.authority);
  for (const auto& name : file.subject.former_names) html += row("曾用名", name);
  html += "</table>\n<h2>" + std::string(title) + "（" + std::to_string(file.records.size()) +
          " 条）</h2>\n";
  for (const auto& record : file.records) html += record_html(record, below);
  if (file.records.empty()) html += "<p>没有可展示的记录。</p>\n";
  for (const auto& withheld : file.withheld) {
    html += "<p class=\"grey\">另有 " + std::to_string(withheld.count) + " 条未展示：" +
            escaped(withheld.reason.zh) + "（" + escaped(app::basis_in_words(withheld.basis)) +
            "）</p>\n";
  }
  return html + archive_html(file.archived);
}

namespace {

// The code is that of an organisation, as it stands in the address.
std::string subject_page(const Services& services, const std::string& code,
                         const app::DisclosedFile& file, const Request& request) {
  const auto below = [&](const app::ShownRecord& record) {
    return record_links(services, code, record);
  };
  return page(file.subject.name, file_html(file, "公开信息", below), &request);
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
  return html_response(page("首页", body, &request));
}

void page_subject(const Services& services, const SharedRequest& request, Reply reply) {
  const auto permit = services.gate
                          .admit(services.book, app::Caller::anonymous(),
                                 {"public", "", "", "http", request->id, false})
                          .or_throw();
  const Instant present = services.clock.now();
  auto file =
      services.query.by_code(services.book, permit, code_of(*request), {present.day(), present});
  if (!file) return reply(html_response(sorry(file.error()), status_of(file.error().code)));
  services.ledger.release_later<Result<app::DisclosedFile>>(
      permit, std::move(*file),
      [reply, request, &services](const Result<app::DisclosedFile>& shown) {
        reply(shown
                  ? html_response(subject_page(services, request->value("code"), *shown, *request))
                  : html_response(sorry(shown.error()), status_of(shown.error().code)));
      },
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

bool is_page(std::string_view pattern) {
  const auto first = pattern.substr(0, pattern.find('/', 1));
  return first == "/plain" || first == "/embed" || is_web_page(pattern);
}

Response refusal_page(const Request& request, const Error& error) {
  if (error.code == ErrorCode::unidentified && request.method == "GET") {
    Response response = html_response("", 303);
    response.headers.emplace_back("Location",
                                  "/plain/sign-in?then=" + percent_encode(request.target));
    return response;
  }
  Response response = html_response(
      page("无法办理", "<h1>无法办理</h1>\n" + alert(error), &request), status_of(error.code));
  if (error.wait_seconds > 0)
    response.headers.emplace_back("Retry-After", std::to_string(error.wait_seconds));
  return response;
}

std::vector<Route> page_routes() {
  std::vector<Route> all = {
      {"GET",
       "/plain",
       {"首页", "Home page"},
       {{"q", "名称或代码", "name or code"}},
       now(page_home)},
      {"GET",
       "/plain/org/{code}",
       {"组织的公开信息", "An organisation's public file"},
       {},
       page_subject},
      {"GET",
       "/plain/confirm/{number}",
       {"核验报告", "Confirm a report"},
       {{"code", "校验码", "check code"}},
       now(page_confirm)},
  };
  for (auto more :
       {web_page_routes(), check_page_routes(), own_page_routes(), rights_page_routes(),
        procedure_page_routes(), case_page_routes(), desk_page_routes(), repair_page_routes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace credence::http
