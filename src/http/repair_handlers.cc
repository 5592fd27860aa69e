// SPDX-License-Identifier: Apache-2.0
#include "app/repair/repair_notice.h"
#include "app/report/parts.h"
#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/page_forms.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/route_parts.h"

// The path to repair, for its subject and for who handles its cases; and recalls, for who was
// shown a record.

namespace credence::http {
namespace {

using app::escaped;

// What is not public decides about repair, so the public's file does not do.
app::Permit path_permit(const Services& services, const Request& request) {
  auto permit = permit_of(services, request);
  if (permit.audience() == domain::Audience::open)
    refuse(
        ErrorCode::forbidden, "repair.audience",
        {"修复路径只向信用主体本人和办理人员提供。",
         "The path to repair is for the subject itself and for those who handle its cases."},
        {"请写明目的（purpose）：stewardship 或 case_handling；本人请用 /api/v1/me/repair-path。",
         "Give a purpose: stewardship or case_handling; for one's own use /api/v1/me/repair-path."},
        "SD-2020/41");
  return permit;
}

// Released first, then worked out: the look is in the ledger before anything of it is used.
app::RepairPath path_of(const Services& services, const app::Permit& permit,
                        app::PendingFile file) {
  const auto open = services.ledger.release(permit, std::move(file)).or_throw();
  return services.repairs.path(services.book, open);
}

Response get_path(const Services& services, const Request& request) {
  const auto permit = path_permit(services, request);
  auto file =
      services.query.by_code(services.book, permit, code_of(request), as_of(services, request))
          .or_throw();
  return json_of(path_of(services, permit, std::move(file)));
}

app::RepairPath own_path(const Services& services, const Request& request) {
  const auto permit = own_permit(services, request);
  auto file = services.query.own(services.book, permit, as_of(services, request)).or_throw();
  return path_of(services, permit, std::move(file));
}

// 两书同达: the notice goes out together with the penalty, so its provider makes it.
Response get_notices(const Services& services, const Request& request) {
  const auto permit = path_permit(services, request);
  const std::string& document = request.value("document");
  auto pending =
      services.query.by_code(services.book, permit, code_of(request), as_of(services, request))
          .or_throw();
  auto file = services.ledger.release(permit, std::move(pending)).or_throw();
  if (!document.empty())
    std::erase_if(file.records,
                  [&](const auto& record) { return record.document_number != document; });
  const auto notices = app::repair_notices(services.book, file.records);
  if (notices.empty())
    refuse(
        ErrorCode::not_found, "repair.no_notice",
        {"没有可出具告知书的处罚记录。", "There is no penalty to give a notice for."},
        {"请核对代码和文书号（document）。", "Check the code and the document number (document)."},
        "GBF-2025-22/三");
  return html_response(app::to_html(services.book, notices, permit.unit_name()));
}

Response get_own_path(const Services& services, const Request& request) {
  return json_of(own_path(services, request));
}

Response get_recalls(const Services& services, const Request& request) {
  return json_of(services.recalls
                     .waiting(services.book, request.caller, request.value("after"),
                              number(request, "limit", page_rows, page_rows_max))
                     .or_throw());
}

// ---- the page of the subject

std::string day_text(const std::optional<Date>& day, const char* otherwise) {
  return day ? to_string(*day) : otherwise;
}

// What was repaired still stands in the archive of its subject.
std::string seen_by(const app::Standing& one) {
  if (one.shown) return "可见" + (one.until ? "至 " + to_string(*one.until) : std::string());
  return one.audience == "self" ? "仅在档案中可见" : "不可见";
}

std::string standings_html(const std::vector<app::Standing>& all) {
  std::string html;
  for (const auto& one : all)
    html += (html.empty() ? "" : "；") + escaped(one.label.zh) + seen_by(one);
  return html;
}

std::string materials_html(const app::Repairability& repair) {
  std::string html;
  for (const auto& one : repair.materials)
    html += (html.empty() ? "" : "；") + escaped(one.label.zh);
  return html.empty() ? "无须提交材料" : html;
}

std::string obstacles_html(const app::Repairability& repair) {
  std::string html;
  for (const auto& one : repair.obstacles) html += row("现在不能", escaped(one.reason.zh));
  return html;
}

std::string step_html(const app::RepairStep& step) {
  const auto& repair = step.repair;
  std::string html =
      "<section class=\"card\"><h2>" + escaped(step.item_label.zh) + "</h2>\n<p>" +
      escaped(step.caption) + "</p>\n<table>" + row("文书号", escaped(step.document_number)) +
      row("现在", standings_html(step.today)) +
      row("最早可申请", day_text(repair.from, "依规不予修复")) + obstacles_html(repair);
  if (repair.from) {
    html += row("需要", materials_html(repair)) + row("在哪里办", escaped(repair.where.zh)) +
            row("修复以后", standings_html(step.afterwards));
  }
  html += row("不修复", "公示至 " + day_text(step.publicity_end, "有效期内") + "；使用至 " +
                            day_text(step.disclosure_end, "有效期内")) +
          "</table>\n";
  if (repair.now) {
    html += "<p><a href=\"/plain/cases/new?procedure=" + escaped(repair.procedure) +
            "&amp;record=" + std::to_string(step.record.value) + "\">申请修复</a></p>\n";
  }
  return html + "</section>\n";
}

Response path_page(const Request& request, const app::RepairPath& path) {
  std::string body =
      "<h1>信用修复路径</h1>\n" + own_links(request) + "<p>" + escaped(path.summary.zh) + "</p>\n";
  for (const auto& step : path.steps) body += step_html(step);
  return html_response(page("信用修复路径", body, &request));
}

Response page_path(const Services& services, const Request& request) {
  return path_page(request, own_path(services, request));
}

}  // namespace

std::vector<Route> repair_routes() {
  const std::vector<Parameter> times = {{"as_of", "有效日", "valid day"},
                                        {"known", "已知时刻", "known instant"}};
  return {
      {"GET",
       "/api/v1/me/repair-path",
       {"本人的修复路径", "One's own path to repair"},
       times,
       now(get_own_path),
       true,
       schema<app::RepairPath>,
       signed_in},
      {"GET",
       "/api/v1/subjects/{code}/repair-path",
       {"修复路径（办理人员）", "A subject's path to repair, for those who handle its cases"},
       {{"purpose", "查询目的", "purpose"}, {"matter", "办件编号", "matter number"}},
       now(get_path),
       true,
       schema<app::RepairPath>,
       signed_in},
      {"GET",
       "/api/v1/subjects/{code}/repair-notices",
       {"信用修复告知书（随处罚决定送达）",
        "Repair notices that go out with penalties, to print; purpose own_submission for their "
        "provider"},
       {{"purpose", "查询目的", "purpose"},
        {"document", "文书号，缺省为全部", "document number; all when absent"}},
       now(get_notices),
       true,
       nullptr,
       signed_in},
      {"GET",
       "/api/v1/recalls",
       {"待本单位确认的召回", "Recalls that wait for the own unit, each signed"},
       {{"after", "上一页的 next", "`next` of the page before"}, {"limit", "最多几条", "at most"}},
       now(get_recalls),
       true,
       schema<app::RecallPage>,
       holder(domain::Power::handle_cases)},
  };
}

std::vector<Route> repair_page_routes() {
  return {{"GET",
           "/plain/me/repair",
           {"信用修复路径", "The own path to repair"},
           {},
           now(page_path),
           true,
           nullptr,
           signed_in}};
}

}  // namespace credence::http
