// SPDX-License-Identifier: Apache-2.0
#include "app/report/parts.h"
#include "http/asking.h"
#include "http/page_forms.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/problem.h"
#include "http/route_parts.h"

// What a subject asks of the platform (PIPL arts. 44–50), and by which day it is answered.

namespace credence::http {
namespace {

using app::escaped;

std::string state_of(const app::RightsRequest& one) {
  if (one.state == "answered") return "已办理";
  if (one.state == "refused") return "未予办理";
  return one.state == "withdrawn" ? "已撤回" : "办理中";
}

std::string label_of(const Services& services, const std::string& right) {
  const auto kind = services.book.rights.find(right);
  return kind == services.book.rights.end() ? right : kind->second.label.zh;
}

std::string request_row(const Services& services, const Request& request,
                        const app::RightsRequest& one) {
  std::string html = "<tr><td>" + escaped(one.number) + "</td><td>" +
                     escaped(label_of(services, one.right)) + "<br><span class=\"grey\">" +
                     escaped(app::basis_in_words(one.basis)) + "</span></td><td>" +
                     escaped(one.text) + "</td><td>" + to_string(one.due) +
                     (one.provisional ? "（暂定）" : "") + "</td><td>" + state_of(one);
  if (!one.answer.empty()) html += "<br>" + escaped(one.answer);
  if (!one.reasons.empty()) html += "<br><span class=\"grey\">" + escaped(one.reasons) + "</span>";
  if (one.state == "open") {
    html += "<form action=\"/plain/me/requests/withdraw\" method=\"post\">" + csrf_field(request) +
            hidden("number", one.number) + "<button>撤回</button></form>";
  }
  return html + "</td></tr>\n";
}

std::string request_form(const Services& services, const Request& request) {
  std::string kinds;
  for (const auto& [id, kind] : services.book.rights) {
    // Looking at the own file and withdrawing a consent have pages of their own.
    if (kind.answer != rulebook::RightsKind::Answer::decision) continue;
    kinds += "<option value=\"" + id + "\">" + escaped(kind.label.zh) + "</option>";
  }
  return "<h2>提出请求</h2>\n<form class=\"wide\" action=\"/plain/me/requests\" "
         "method=\"post\">\n" +
         csrf_field(request) +
         "<label for=\"right\">请求</label><select id=\"right\" name=\"right\" required>" + kinds +
         "</select>\n" + input("text", "说明哪条信息、要求怎样处理", "required maxlength=\"600\"") +
         "<button type=\"submit\">提出</button>\n</form>\n<p "
         "class=\"grey\">查阅、复制见“本人信息”，"
         "撤回授权见“书面授权”，均即时办理。不予办理的，会说明理由（《个人信息保护法》第五十条）。<"
         "/p>\n";
}

std::string requests_page(const Services& services, const Request& request,
                          const std::string& message) {
  const auto list = services.rights.list(request.caller).or_throw();
  std::string body = "<h1>权利请求</h1>\n" + own_links(request) + message;
  if (list.requests.empty()) {
    body += "<p>没有提出过请求。</p>\n";
  } else {
    body +=
        "<div class=\"scroll\"><table><thead><tr><th>编号</th><th>请求</th><th>说明</th>"
        "<th>答复期限</th><th>状态</th></tr></thead><tbody>\n";
    for (const auto& one : list.requests) body += request_row(services, request, one);
    body += "</tbody></table></div>\n";
  }
  return body + request_form(services, request);
}

Response page_requests(const Services& services, const Request& request) {
  return html_response(page("权利请求", requests_page(services, request, ""), &request));
}

Response requests_after(const Services& services, const Request& request,
                        const Result<app::RightsRequest>& done) {
  if (done) return see("/plain/me/requests");
  return html_response(
      page("权利请求", requests_page(services, request, alert(done.error())), &request),
      status_of(done.error().code));
}

Response do_request(const Services& services, const Request& request) {
  const Form form = form_of(request);
  return requests_after(
      services, request,
      services.rights.open(services.book, request.caller,
                           {field(form, "right"), field(form, "text"), "", "", ""}));
}

Response do_withdraw_request(const Services& services, const Request& request) {
  return requests_after(
      services, request,
      services.rights.withdraw(request.caller, field(form_of(request), "number")));
}

}  // namespace

std::vector<Route> rights_page_routes() {
  return {
      {"GET",
       "/plain/me/requests",
       {"权利请求", "Requests"},
       {},
       now(page_requests),
       false,
       nullptr,
       signed_in},
      {"POST",
       "/plain/me/requests",
       {"提出权利请求", "Make a request"},
       {},
       now(do_request),
       true,
       nullptr,
       signed_in,
       form_body},
      {"POST",
       "/plain/me/requests/withdraw",
       {"撤回权利请求", "Take one back"},
       {},
       now(do_withdraw_request),
       true,
       nullptr,
       signed_in,
       form_body},
  };
}

}  // namespace credence::http
