// SPDX-License-Identifier: Apache-2.0
#include "app/report/parts.h"
#include "http/address.h"
#include "http/asking.h"
#include "http/case_asking.h"
#include "http/case_parts.h"
#include "http/page_forms.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/route_parts.h"

// What is due at a unit, and in public how the units keep their time limits.

namespace credence::http {
namespace {

using app::escaped;

std::string tile(const char* label, std::int64_t count, const char* kind) {
  return "<span class=\"tile " + std::string(kind) + "\"><strong>" + std::to_string(count) +
         "</strong> " + label + "</span> ";
}

std::string line_html(const Services& services, const Request& request, const app::DeskLine& one) {
  const std::string address = "/plain/cases/" + percent_encode(one.number);
  std::string html = "<article>\n<h3><a href=\"" + address + "\">" + escaped(one.label.zh) + " " +
                     escaped(one.number) + "</a></h3>\n<p>" + escaped(one.state_label.zh);
  if (!one.subject_name.empty()) html += " · " + escaped(one.subject_name);
  html += " · " + (one.officer.empty() ? "尚无人领办" : "经办人 " + escaped(one.officer));
  if (request.caller.may(domain::Power::supervise_cases))
    html += " · <a href=\"" + address + "#act-press\">督办</a>";
  const std::string owed_by = one.unit_name.empty() ? one.deadline.owed_by_label.zh : one.unit_name;
  return html + "</p>\n" + deadline_bar(one.deadline, owed_by, services.clock.now().day()) +
         "</article>\n";
}

std::string group_html(const Services& services, const Request& request, const app::Desk& desk,
                       const char* when, const char* label) {
  std::string html;
  for (const auto& one : desk.lines) {
    if (one.when == when) html += line_html(services, request, one);
  }
  return html.empty() ? "" : "<h2>" + std::string(label) + "</h2>\n" + html;
}

// For who supervises: the unit to look at.
std::string unit_choice(const Services& services, const Request& request) {
  if (!request.caller.may(domain::Power::supervise_cases)) return "";
  std::string options = "<option value=\"\">全部单位</option>";
  for (const auto& unit : services.members.units()) {
    const bool chosen = unit.code == request.value("unit");
    options += "<option value=\"" + escaped(unit.code) + "\"" + (chosen ? " selected" : "") + ">" +
               escaped(unit.name) + "</option>";
  }
  return "<form class=\"wide\" action=\"/plain/desk\" method=\"get\"><label "
         "for=\"unit\">单位</label><select id=\"unit\" name=\"unit\">" +
         options + "</select>\n<button type=\"submit\">查看</button></form>\n";
}

Response page_desk(const Services& services, const Request& request) {
  const auto desk =
      services.desks.desk(services.book, request.caller, request.value("unit")).or_throw();
  std::string body = "<h1>待办</h1>\n" + own_links(request) + "<p class=\"tiles\">" +
                     tile("逾期", desk.late, "late") + tile("今天到期", desk.today, "soon") +
                     tile("本周到期", desk.week, "") + tile("以后", desk.later, "") +
                     tile("中止计时", desk.paused, "") + "</p>\n" + unit_choice(services, request);
  if (desk.lines.empty()) body += "<p>没有待办的案件。</p>\n";
  body += group_html(services, request, desk, "late", "逾期") +
          group_html(services, request, desk, "today", "今天到期") +
          group_html(services, request, desk, "week", "本周到期") +
          group_html(services, request, desk, "later", "以后") +
          group_html(services, request, desk, "paused", "中止计时");
  return html_response(page("待办", body, &request));
}

// ---- the breach ledger

std::string period_form(const Request& request, const app::BreachLedger& ledger) {
  return "<form class=\"wide\" action=\"/plain/breaches\" method=\"get\">\n" +
         input("from", "到期日自", "type=\"date\" value=\"" + to_string(ledger.from) + "\"") +
         input("to", "至", "type=\"date\" value=\"" + to_string(ledger.to) + "\"") +
         (request.value("unit").empty() ? "" : hidden("unit", request.value("unit"))) +
         "<button type=\"submit\">查看</button>\n</form>\n";
}

std::string same_period(const app::BreachLedger& ledger) {
  return "from=" + to_string(ledger.from) + "&amp;to=" + to_string(ledger.to);
}

std::string conduct_html(const app::BreachLedger& ledger) {
  std::string html =
      "<h2>各单位</h2>\n<div class=\"scroll\"><table class=\"counts\"><thead><tr><th>单位</th>"
      "<th>应办结</th><th>按期</th><th>逾期办结</th><th>逾期未办</th></tr></thead><tbody>\n";
  for (const auto& one : ledger.units) {
    html += "<tr><td>";
    html += one.unit.empty() ? escaped(one.unit_name)
                             : "<a href=\"/plain/breaches?" + same_period(ledger) +
                                   "&amp;unit=" + percent_encode(one.unit) + "\">" +
                                   escaped(one.unit_name) + "</a>";
    html += "</td>";
    for (const auto count : {one.ended, one.in_time, one.late, one.owed})
      html += "<td>" + std::to_string(count) + "</td>";
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string breach_rows(const app::BreachLedger& ledger) {
  std::string html =
      "<h2>逾期</h2>\n<div class=\"scroll\"><table><thead><tr><th>单位</th><th>事项</th>"
      "<th>到期</th><th>办结</th><th>逾期</th><th>条文</th></tr></thead><tbody>\n";
  for (const auto& one : ledger.breaches) {
    html += "<tr><td>" + escaped(one.unit_name) + "</td><td>" + escaped(one.label.zh) + "：" +
            escaped(one.deadline_label.zh);
    if (!one.number.empty())
      html += "<br><a href=\"/plain/cases/" + percent_encode(one.number) + "\">" +
              escaped(one.number) + "</a>";
    html += "</td><td>" + to_string(one.due) + "</td><td>" +
            (one.done ? to_string(*one.done) : "未办") + "</td><td>" +
            std::to_string(one.days_late) + " 日</td><td>" + escaped(one.article.zh) +
            (one.provisional ? "（天数待核实）" : "") + "</td></tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

Response page_breaches(const Services& services, const Request& request) {
  const auto ledger = breaches_of(services, request);
  std::string body =
      "<h1>期限公示</h1>\n<p>各单位办理异议、修复等事项的期限，由平台按案件的办理时间自动计算和公"
      "布，不能由人增减。</p>\n" +
      period_form(request, ledger);
  if (ledger.units.empty()) body += "<p>这段时间没有到期的期限。</p>\n";
  if (!ledger.units.empty()) body += conduct_html(ledger);
  if (!ledger.breaches.empty()) body += breach_rows(ledger);
  if (!ledger.units.empty() && ledger.breaches.empty())
    body += "<p class=\"good\">没有逾期。</p>\n";
  if (!ledger.complete) body += "<p>条目过多，只列出一部分；请缩短时间段。</p>\n";
  body +=
      "<p><a href=\"/api/v1/breaches.csv?" + same_period(ledger) +
      (request.value("unit").empty() ? "" : "&amp;unit=" + percent_encode(request.value("unit"))) +
      "\">下载逾期清单（CSV）</a></p>\n";
  return html_response(page("期限公示", body, &request));
}

}  // namespace

std::vector<Route> desk_page_routes() {
  return {
      {"GET",
       "/plain/desk",
       {"待办", "What is due"},
       {{"unit", "单位代码（督办人）", "a unit's code, for who supervises"}},
       now(page_desk),
       false,
       nullptr,
       signed_in},
      {"GET",
       "/plain/breaches",
       {"期限公示", "How the units keep their time limits"},
       {{"from", "到期日自", "due from"},
        {"to", "到期日至", "due to"},
        {"unit", "单位代码", "a unit's code"}},
       now(page_breaches),
       true},
  };
}

}  // namespace credence::http
