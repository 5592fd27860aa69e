// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "app/cases/way_in.h"
#include "app/report/parts.h"
#include "http/address.h"
#include "http/asking.h"
#include "http/case_forms.h"
#include "http/case_parts.h"
#include "http/page_frame.h"
#include "http/pages.h"
#include "http/problem.h"
#include "http/route_parts.h"

// Cases for people: opening one, its file, and what may be done next. All work without JavaScript.

namespace credence::http {
namespace {

using app::escaped;

// ---- the file of a case

std::string head_html(const Services& services, const app::CaseView& view) {
  const auto* item = services.book.catalogue.find(view.item);
  std::string html = "<h1>" + escaped(view.label.zh) + " <span class=\"code\">" +
                     escaped(view.number) + "</span></h1>\n<p><span class=\"badge\">" +
                     escaped(view.state_label.zh) + "</span> <a href=\"/plain/procedures/" +
                     escaped(view.procedure) + "\">这个程序怎样办</a></p>\n";
  if (view.closed)
    html += "<p class=\"facts\"><strong>" + escaped(view.outcome.zh) + "</strong></p>\n";
  return html + "<table>\n" + row("信用主体", view.subject_name) +
         row("记录", item == nullptr ? "" : item->label.zh) +
         row("提供单位", view.provider.empty() ? "" : unit_label(services, view.provider)) +
         row("提出时间", app::moment(view.opened)) + row("经办人", view.officer) + "</table>\n";
}

std::string deadlines_html(const Services& services, const app::CaseView& view) {
  if (view.deadlines.empty()) return "";
  std::string html = "<h2>期限</h2>\n";
  for (const auto& one : view.deadlines) {
    const bool office = one.owed_by != "subject" && one.owed_by != "applicant";
    html += deadline_bar(one, office ? unit_label(services, one.unit) : one.owed_by_label.zh,
                         services.clock.now().day());
  }
  return html;
}

// Of a case that the page shows anyway.
bool is_confirmed(const ActPage& page, const std::string& number, const std::string& act) {
  const auto lease = page.services.database.read();
  return is_official(page.request) &&
         app::decides(page.services.book, page.services.cases, lease.sql(), number, act);
}

std::string act_form(const ActPage& page, const app::CaseView& view, const app::OfferedAct& act) {
  const bool confirmed = is_confirmed(page, view.number, act.id);
  const bool open =
      field(page.given, "act") == act.id || (page.record != nullptr && asks_for_record(act));
  return "<details id=\"act-" + escaped(act.id) + "\"" + (open ? " open" : "") + "><summary>" +
         escaped(act.label.zh) + " <span class=\"grey\">" +
         escaped(app::basis_in_words(act.basis)) +
         "</span></summary>\n<form class=\"wide\" method=\"post\" enctype=\"multipart/form-data\" "
         "action=\"/plain/cases/" +
         percent_encode(view.number) + (confirmed ? "/decisions" : "/acts") + "\">\n" +
         hidden("after", std::to_string(view.steps_done)) + act_inputs(page, act, confirmed) +
         "<button type=\"submit\">" + escaped(act.label.zh) + "</button>\n</form></details>\n";
}

std::string offers_html(const ActPage& page, const app::CaseView& view) {
  if (view.can.empty()) return "";
  std::string html = "<h2>可以办理</h2>\n";
  for (const auto& act : view.can) html += act_form(page, view, act);
  return html;
}

std::string case_html(const ActPage& page, const app::CaseView& view, const std::string& message) {
  std::string html = head_html(page.services, view) + message +
                     deadlines_html(page.services, view) + offers_html(page, view) +
                     steps_html(page.services, view);
  if (page.record != nullptr) html += "<h2>记录</h2>\n" + record_html(*page.record);
  return html;
}

// One record of a file that was asked for; nothing when it is not shown to the asker.
std::optional<app::ShownRecord> record_in(const Result<app::DisclosedFile>& file,
                                          const std::string& key) {
  if (!file) return std::nullopt;
  for (const auto* records : {&file->records, &file->archived}) {
    const auto at = std::ranges::find(*records, key, [](const app::ShownRecord& one) {
      return std::to_string(one.record.value);
    });
    if (at != records->end()) return *at;
  }
  return std::nullopt;
}

// The file of the permit's only subject, released.
Result<app::DisclosedFile> file_of(const Services& services, const app::Permit& permit) {
  auto pending = services.query.own(services.book, permit, as_of(services, "", ""));
  if (!pending) return pending.error();
  return services.ledger.release(permit, std::move(*pending));
}

// As it is now: what a form offers follows the rules of today, what is taken those of the case.
const rulebook::Procedure* known_procedure(const Services& services, const std::string& id) {
  const auto at = services.book.procedures.find(id);
  return at == services.book.procedures.end() ? nullptr : &at->second;
}

// The page of a case as it is now. Waits until the look is written down.
Response case_response(const Services& services, const Request& request, const Form& given,
                       const std::string& message, int status) {
  const std::string& number = request.value("number");
  const auto permit = case_permit(services, request, number);
  const auto view = services.ledger.release(
      permit, services.cases.show(services.book, request.caller, number).or_throw());
  std::optional<app::ShownRecord> record;
  if (request.value("record") == "open" || !field(given, "changes").empty())
    record = record_in(file_of(services, permit), view.record);
  const ActPage act_page{services, request, record ? &*record : nullptr, given,
                         known_procedure(services, view.procedure)};
  return html_response(
      page(view.label.zh + " " + view.number, case_html(act_page, view, message), &request),
      status);
}

Response page_case(const Services& services, const Request& request) {
  return case_response(services, request, {}, "", 200);
}

app::ActForm act_of(const Services& services, const Request& request, const Form& form) {
  app::ActForm act;
  act.act = field(form, "act");
  const std::string after = field(form, "after");
  std::from_chars(after.data(), after.data() + after.size(), act.after);
  act.fields = filled_in(form);
  act.documents = documents_in(services, request);
  return act;
}

Response do_act(const Services& services, const Request& request) {
  const Form form = form_of(request);
  const std::string& number = request.value("number");
  const auto acted = [&]() -> Result<app::CaseView> {
    try {
      if (must_confirm(services, request, number, field(form, "act")))
        prove(services, request, form);
      return services.cases.act(services.book, request.caller, number,
                                act_of(services, request, form));
    } catch (const Failure& refused) {
      return refused.error();
    }
  }();
  if (!acted) {
    if (acted.error().code == ErrorCode::not_found) throw Failure(acted.error());
    return case_response(services, request, form, alert(acted.error()),
                         status_of(acted.error().code));
  }
  // Shown from here: who has handed it on may no longer open it.
  const ActPage act_page{
      services, request, nullptr, {}, known_procedure(services, acted->procedure)};
  return html_response(page(
      acted->label.zh + " " + acted->number,
      case_html(act_page, *acted, "<p class=\"good\" role=\"status\">已办理，已记入案卷。</p>\n"),
      &request));
}

// ---- opening one

// The record as its subject, or as the public, sees it.
std::optional<app::ShownRecord> record_asked(const Services& services, const Request& request,
                                             const std::string& code, const std::string& key) {
  if (key.empty()) return std::nullopt;
  if (code.empty() && request.caller.is_subject()) {
    const auto permit = own_permit(services, request);
    return record_in(file_of(services, permit), key);
  }
  if (code.empty()) return std::nullopt;
  const auto permit = services.gate
                          .admit(services.book, app::Caller::anonymous(),
                                 {"public", "", "", "http", request.id, false})
                          .or_throw();
  auto pending = services.query.by_code(services.book, permit, code, as_of(services, "", ""));
  if (!pending) return std::nullopt;
  return record_in(services.ledger.release(permit, std::move(*pending)), key);
}

std::string whose_inputs(const Request& request, const rulebook::Procedure& procedure,
                         const Form& given, const std::string& act) {
  const std::string code = field(given, "code"), record = field(given, "record");
  const bool about_record = procedure.about == rulebook::About::record;
  if (request.caller.is_subject())
    return hidden("code", code) + (about_record ? hidden("record", record) : "");
  const auto text = [&](const char* name, const char* label, const std::string& value) {
    const std::string id = act + "." + name;
    return "<label for=\"" + id + "\">" + label + "</label><input id=\"" + id + "\" name=\"" +
           name + "\" value=\"" + escaped(value) + "\" required autocomplete=\"off\">\n";
  };
  return text("code", "信用主体的代码", code) +
         (about_record ? text("record", "记录编号", record) : "");
}

std::string new_case_html(const ActPage& page, const rulebook::Procedure& procedure,
                          const std::string& message) {
  std::string html = "<h1>" + escaped(procedure.label.zh) + "</h1>\n<p>" +
                     escaped(procedure.summary.zh) + " <a href=\"/plain/procedures/" +
                     escaped(procedure.id) + "\">怎样办、多久办完</a></p>\n" + message;
  if (page.record != nullptr) html += record_html(*page.record);
  const auto acts = openings(page.services, procedure, page.request.caller);
  if (acts.empty())
    return html + "<p class=\"bad\" role=\"alert\">您的账号不能提出这类事项。</p>\n";
  for (const auto& act : acts) {
    const bool confirmed = must_confirm(page.services, page.request,
                                        app::CaseForm{procedure.kind, act.id, "", "", {}, {}});
    html +=
        "<h2>" + escaped(act.label.zh) +
        "</h2>\n<form class=\"wide\" method=\"post\" enctype=\"multipart/form-data\" action=\"" +
        (confirmed ? "/plain/cases/decided" : "/plain/cases") + "\">\n" +
        hidden("procedure", procedure.id) +
        whose_inputs(page.request, procedure, page.given, act.id) +
        act_inputs(page, act, confirmed) + "<button type=\"submit\">" + escaped(act.label.zh) +
        "</button>\n</form>\n";
  }
  return html;
}

Response new_case_response(const Services& services, const Request& request, const Form& given,
                           const std::string& message, int status) {
  const auto& procedure = procedure_by_id(services, field(given, "procedure"));
  const auto record = record_asked(services, request, field(given, "code"), field(given, "record"));
  const ActPage act_page{services, request, record ? &*record : nullptr, given, &procedure};
  return html_response(
      page(procedure.label.zh, new_case_html(act_page, procedure, message), &request), status);
}

Response page_new_case(const Services& services, const Request& request) {
  if (!request.value("code").empty()) (void)code_of(request);
  return new_case_response(services, request,
                           {{"procedure", request.value("procedure")},
                            {"code", request.value("code")},
                            {"record", request.value("record")}},
                           "", 200);
}

Response do_open(const Services& services, const Request& request) {
  const Form form = form_of(request);
  const auto& procedure = procedure_by_id(services, field(form, "procedure"));
  app::CaseForm wanted{procedure.kind,        field(form, "act"), field(form, "code"),
                       field(form, "record"), filled_in(form),    {}};
  const auto opened = [&]() -> Result<app::CaseView> {
    try {
      if (must_confirm(services, request, wanted)) prove(services, request, form);
      wanted.documents = documents_in(services, request);
      return services.cases.open(services.book, request.caller, wanted);
    } catch (const Failure& refused) {
      return refused.error();
    }
  }();
  if (opened) return see("/plain/cases/" + percent_encode(opened->number));
  return new_case_response(services, request, form, alert(opened.error()),
                           status_of(opened.error().code));
}

// ---- lists

std::string case_row(const app::CaseLine& one) {
  std::string due = one.due ? to_string(*one.due) : "";
  if (one.days_left && *one.days_left < 0)
    due += "（逾期 " + std::to_string(-*one.days_left) + " 日）";
  return "<tr><td><a href=\"/plain/cases/" + percent_encode(one.number) + "\">" +
         escaped(one.number) + "</a></td><td>" + escaped(one.label.zh) + "</td><td>" +
         escaped(one.subject_name) + "</td><td>" + escaped(one.state_label.zh) + "</td><td>" +
         escaped(due) + "</td><td>" + to_string(one.opened.day()) + "</td></tr>\n";
}

Response page_cases(const Services& services, const Request& request) {
  const bool open_only = request.value("open") == "true";
  const auto lines =
      services.cases
          .list(services.book, request.caller,
                {"", open_only, request.value("desk") == "true", request.value("after"), page_rows})
          .or_throw();
  std::string body =
      "<h1>案件</h1>\n" + own_links(request) +
      "<p><a href=\"/plain/cases\">全部</a> · <a href=\"/plain/cases?open=true\">未办结</a> · "
      "<a href=\"/plain/procedures\">可以办什么</a></p>\n";
  if (lines.empty()) {
    body += "<p>没有案件。</p>\n";
  } else {
    body +=
        "<div class=\"scroll\"><table><thead><tr><th>编号</th><th>程序</th><th>信用主体</th>"
        "<th>状态</th><th>期限</th><th>提出</th></tr></thead><tbody>\n";
    for (const auto& one : lines) body += case_row(one);
    body += "</tbody></table></div>\n";
  }
  if (lines.size() == static_cast<std::size_t>(page_rows))
    body += "<p><a href=\"/plain/cases?" + std::string(open_only ? "open=true&amp;" : "") +
            "after=" + percent_encode(lines.back().number) + "\">下一页</a></p>\n";
  return html_response(page("案件", body, &request));
}

}  // namespace

std::string record_links(const Services& services, const std::string& code,
                         const app::ShownRecord& record) {
  std::string html;
  for (const auto& [id, one] : services.book.procedures) {
    if (one.about != rulebook::About::record ||
        rulebook::procedure_in(services.book, one.kind, services.cases.region()) != &one)
      continue;
    for (const auto& act : one.acts) {
      if (!act.opens() || std::ranges::count(act.by, rulebook::Party::subject) == 0) continue;
      html += std::string(html.empty() ? "" : " · ") +
              "<a href=\"/plain/cases/new?procedure=" + percent_encode(id) +
              (code.empty() ? "" : "&amp;code=" + percent_encode(code)) +
              "&amp;record=" + std::to_string(record.record.value) + "\">" + escaped(act.label.zh) +
              "</a>";
    }
  }
  return html.empty() ? "" : "<p>不是我的、有误？" + html + "</p>\n";
}

std::vector<Route> case_page_routes() {
  const std::vector<Parameter> opening = {{"procedure", "程序", "procedure", true},
                                          {"code", "信用主体代码", "the subject's code"},
                                          {"record", "记录编号", "record"}};
  return {
      {"GET",
       "/plain/cases",
       {"案件", "Cases"},
       {{"open", "true：未办结", "true: open ones"},
        {"desk", "true：待本单位办理", "true: what waits for the own unit"},
        {"after", "上一页最后一个", "the last of the page before"}},
       now(page_cases),
       false,
       nullptr,
       signed_in},
      {"GET",
       "/plain/cases/new",
       {"提出", "Open a case"},
       opening,
       now(page_new_case),
       true,
       nullptr,
       signed_in},
      {"POST",
       "/plain/cases",
       {"提出", "Open a case"},
       {},
       now(do_open),
       true,
       nullptr,
       signed_in,
       file_form_body},
      {"POST",
       "/plain/cases/decided",
       {"提出并确认", "Open one that decides, confirmed"},
       {},
       now(do_open),
       false,
       nullptr,
       signed_in,
       file_form_body,
       true},
      {"GET",
       "/plain/cases/{number}",
       {"案件", "A case"},
       {{"record", "open：并打开记录", "open: with the record"}},
       now(page_case),
       true,
       nullptr,
       signed_in},
      {"POST",
       "/plain/cases/{number}/acts",
       {"办理", "Act in a case"},
       {},
       now(do_act),
       true,
       nullptr,
       signed_in,
       file_form_body},
      {"POST",
       "/plain/cases/{number}/decisions",
       {"决定", "Decide in a case, confirmed"},
       {},
       now(do_act),
       false,
       nullptr,
       signed_in,
       file_form_body,
       true},
  };
}

}  // namespace credence::http
