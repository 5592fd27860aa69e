// SPDX-License-Identifier: Apache-2.0
#include "http/case_asking.h"

#include <algorithm>

#include "app/cases/way_in.h"
#include "http/asking.h"
#include "wire/csv.h"

namespace credence::http {

const rulebook::Procedure& procedure_by_id(const Services& services, std::string_view id) {
  const auto at = services.book.procedures.find(id);
  if (at != services.book.procedures.end()) {
    const auto& one = at->second;
    if (rulebook::procedure_in(services.book, one.kind, services.cases.region()) == &one)
      return one;
  }
  refuse(ErrorCode::not_found, "procedure.not_found",
         {"没有这个办事程序。", "There is no such procedure."},
         {"全部程序见 /procedures。", "/procedures lists them."});
}

app::Permit case_permit(const Services& services, const Request& request,
                        const std::string& number) {
  return services.gate
      .admit(services.book, request.caller,
             {app::purpose_of_look(request.caller), number, "", "http", request.id, false})
      .or_throw();
}

bool is_official(const Request& request) {
  return request.session.has_value() && !request.caller.is_subject();
}

bool must_confirm(const Services& services, const Request& request, const std::string& number,
                  const std::string& act) {
  if (!is_official(request)) return false;
  (void)services.cases.show(services.book, request.caller, number).or_throw();
  return app::decides(services.book, services.cases, services.database.read().sql(), number, act);
}

bool must_confirm(const Services& services, const Request& request, const app::CaseForm& form) {
  return is_official(request) && app::opening_decides(services.book, services.cases, form);
}

Error confirmation_needed() {
  return make_error(ErrorCode::forbidden, "confirmation.required",
                    {"这一步骤决定记录的去留，须以口令和动态口令确认。",
                     "This act decides about a record: it is confirmed with password and code."},
                    {"请在案件页面填写口令后办理。", "Give them on the page of the case."},
                    "GBT22239-2019/8.1.4.1");
}

Response document_response(const Services& services, const Request& request) {
  const std::string &number = request.value("number"), &sha256 = request.value("sha256");
  const auto permit = case_permit(services, request, number);
  const auto view = services.ledger.release(
      permit, services.cases.show(services.book, request.caller, number).or_throw());
  for (const auto& step : view.steps) {
    const auto at = std::ranges::find(step.documents, sha256, &app::AttachedDocument::sha256);
    if (at != step.documents.end())
      return file_response(services.documents.open(sha256).or_throw(), at->media, at->name);
  }
  refuse(ErrorCode::not_found, "document.not_found",
         {"案件中没有这份材料。", "The case has no such document."},
         {"请在案件页面打开材料。", "Open it from the page of the case."});
}

app::BreachLedger breaches_of(const Services& services, const Request& request) {
  const Date today = services.clock.now().day();
  return services.desks.breaches(services.book, request.caller,
                                 day(request, "from", Date(today.year(), 1, 1)),
                                 day(request, "to", today), request.value("unit"),
                                 number(request, "limit", 10 * page_rows_max, 10 * page_rows_max));
}

std::string breaches_csv(const app::BreachLedger& ledger) {
  std::string csv =
      "\xEF\xBB\xBF单位代码,单位,程序,期限,依据,条文,到期日,办结日,逾期天数,状态,待核实\r\n";
  for (const auto& one : ledger.breaches) {
    for (const std::string& text :
         {one.unit, one.unit_name, one.label.zh, one.deadline_label.zh, one.basis, one.article.zh,
          to_string(one.due), one.done ? to_string(*one.done) : "", std::to_string(one.days_late)})
      csv += wire::csv_cell(text) + ",";
    csv += std::string(one.done ? "逾期办结" : "逾期未办") + "," + (one.provisional ? "是" : "") +
           "\r\n";
  }
  return csv;
}

}  // namespace credence::http
