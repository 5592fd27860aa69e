// SPDX-License-Identifier: Apache-2.0
#include "app/cases/documents.h"
#include "app/cases/procedure_page.h"
#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/case_asking.h"
#include "http/route_parts.h"

// Cases for programs: procedures, opening, acting, looking, what is due and what was late.

namespace credence::http {
namespace {

constexpr const char* open_address = "POST /api/v1/cases";
constexpr const char* act_address = "POST /api/v1/cases/{number}/acts";

Response get_procedures(const Services& services, const Request&) {
  return json_response(wire::to_line(app::procedures_in(services.book, services.cases.region())),
                       Caching::steady);
}

Response get_procedure(const Services& services, const Request& request) {
  const auto view = app::procedure_view(
      services.book, procedure_by_id(services, request.value("id")), services.clock.now().day());
  return json_response(wire::to_line(view), Caching::revalidate);
}

Response get_cases(const Services& services, const Request& request) {
  return json_of(services.cases
                     .list(services.book, request.caller,
                           {request.value("procedure"), request.value("open") == "true",
                            request.value("desk") == "true", request.value("after"),
                            number(request, "limit", page_rows, page_rows_max)})
                     .or_throw());
}

// Grave acts of a session. Throws Failure (forbidden, "confirmation.required").
void use_confirmation(const Services& services, const Request& request, const char* address) {
  services.sessions.use_confirmation(request.session_token, request.confirmation, address)
      .or_throw();
}

Response post_case(const Services& services, const Request& request) {
  const auto form = body_of<app::CaseForm>(request);
  if (must_confirm(services, request, form)) use_confirmation(services, request, open_address);
  return json_of(services.cases.open(services.book, request.caller, form).or_throw());
}

void get_case(const Services& services, const SharedRequest& request, const Reply& reply) {
  const std::string& number = request->value("number");
  const auto permit = case_permit(services, *request, number);
  auto pending = services.cases.show(services.book, request->caller, number).or_throw();
  release_as(services, permit, std::move(pending), json_of<app::CaseView>, request, reply);
}

Response post_act(const Services& services, const Request& request) {
  const auto form = body_of<app::ActForm>(request);
  const std::string& number = request.value("number");
  if (must_confirm(services, request, number, form.act))
    use_confirmation(services, request, act_address);
  return json_of(services.cases.act(services.book, request.caller, number, form).or_throw());
}

// Kept for a step that names it; without one it goes after a day.
Response post_document(const Services& services, const Request& request) {
  return json_of(
      services.documents.keep(services.book, request.value("name"), request.body).or_throw());
}

Response get_document(const Services& services, const Request& request) {
  return document_response(services, request);
}

Response get_desk(const Services& services, const Request& request) {
  return json_of(services.desks
                     .desk(services.book, request.caller, request.value("unit"),
                           number(request, "limit", page_rows_max, page_rows_max))
                     .or_throw());
}

Response get_breaches(const Services& services, const Request& request) {
  return json_of(breaches_of(services, request));
}

Response get_breaches_csv(const Services& services, const Request& request) {
  return file_response(breaches_csv(breaches_of(services, request)), "text/csv; charset=utf-8",
                       "breaches.csv");
}

std::vector<Route> procedure_routes() {
  return {
      {"GET",
       "/api/v1/procedures",
       {"办事程序", "The procedures in force here"},
       {},
       now(get_procedures),
       false,
       schema<std::vector<app::ProcedureLine>>},
      {"GET",
       "/api/v1/procedures/{id}",
       {"一个程序：步骤、期限、依据和状态图",
        "A procedure: states, acts, deadlines, articles, and its diagram as SVG"},
       {},
       now(get_procedure),
       false,
       schema<app::ProcedureView>},
  };
}

std::vector<Route> document_routes() {
  return {
      {"POST",
       "/api/v1/documents",
       {"上传案件材料（正文即文件）：PDF、OFD、PNG、JPEG",
        "Keep a document for a case; the body is the file: PDF, OFD, PNG, JPEG"},
       {{"name", "文件名", "file name"}},
       now(post_document),
       true,
       schema<app::KeptDocument>,
       signed_in,
       {Body::Kind::file, nullptr}},
      {"GET",
       "/api/v1/cases/{number}/documents/{sha256}",
       {"案件材料", "A document of a case"},
       {},
       now(get_document),
       true,
       nullptr,
       signed_in},
  };
}

std::vector<Route> due_routes() {
  const std::vector<Parameter> period = {{"from", "到期日自，缺省为今年", "due from; this year"},
                                         {"to", "到期日至", "due to"},
                                         {"unit", "单位代码", "code of a unit"},
                                         {"limit", "最多几条", "at most"}};
  return {
      {"GET",
       "/api/v1/desk",
       {"待办：逾期、今天、本周", "What is due: late, today, this week"},
       {{"unit", "单位代码（督办人）", "a unit's code, for who supervises"},
        {"limit", "最多几条", "at most"}},
       now(get_desk),
       false,
       schema<app::Desk>,
       signed_in},
      {"GET",
       "/api/v1/breaches",
       {"期限公示：各单位按期、逾期、未办", "Deadlines kept and not kept, by unit, with articles"},
       period,
       now(get_breaches),
       true,
       schema<app::BreachLedger>},
      {"GET",
       "/api/v1/breaches.csv",
       {"逾期清单（CSV）", "What was late, as CSV"},
       period,
       now(get_breaches_csv),
       true},
  };
}

}  // namespace

std::vector<Route> case_routes() {
  std::vector<Route> all = {
      {"GET",
       "/api/v1/cases",
       {"案件：本人的，或本单位的", "Cases: one's own, or those of the own unit"},
       {{"procedure", "程序", "procedure"},
        {"open", "true：只列未办结", "true: only open ones"},
        {"desk", "true：只列待本单位办理", "true: only what waits for the own unit"},
        {"after", "上一页最后一个编号", "the last number of the page before"},
        {"limit", "最多几条", "at most"}},
       now(get_cases),
       false,
       schema<std::vector<app::CaseLine>>,
       signed_in},
      {"POST",
       "/api/v1/cases",
       {"提出：异议、修复等", "Open a case: an objection, a repair"},
       {},
       now(post_case),
       true,
       schema<app::CaseView>,
       signed_in_and_at_times_grave,
       json<app::CaseForm>()},
      {"GET",
       "/api/v1/cases/{number}",
       {"案件", "A case: its steps, deadlines and what may be done next"},
       {},
       get_case,
       false,
       schema<app::CaseView>,
       signed_in},
      {"POST",
       "/api/v1/cases/{number}/acts",
       {"办理一个步骤", "Act in a case"},
       {},
       now(post_act),
       true,
       schema<app::CaseView>,
       signed_in_and_at_times_grave,
       json<app::ActForm>()},
  };
  for (auto more : {document_routes(), procedure_routes(), due_routes()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace credence::http
