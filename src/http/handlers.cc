// SPDX-License-Identifier: Apache-2.0
#include "http/handlers.h"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "app/intake/quality.h"
#include "app/report/proven.h"
#include "base/digest.h"
#include "base/ensure.h"
#include "http/asking.h"
#include "http/metrics.h"
#include "http/problem.h"
#include "http/tls.h"
#include "http/work_file.h"

namespace credence::http {

// No answer without a trace (DESIGN 2.7).
Response not_recorded(const std::string& request_id) {
  return problem(make_error(ErrorCode::unavailable, "access.not_recorded",
                            {"查询记录未能写入，因此不予答复。",
                             "The access entry could not be written, so there is no answer."},
                            {"请稍后再试。", "Try again in a moment."}),
                 request_id);
}

namespace {

const rulebook::Item& item_of(const Services& services, const Request& request) {
  const auto* item = services.book.catalogue.find(request.value("item"));
  if (item == nullptr) {
    refuse(ErrorCode::not_found, "http.item_unknown", {"没有这个事项。", "There is no such item."},
           {"可用事项见 /api/v1/items。", "/api/v1/items lists them."});
  }
  return *item;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string type_of(std::string_view format) {
  if (format == "csv") return "text/csv; charset=utf-8";
  if (format == "xlsx") return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (format == "pdf") return "application/pdf";
  return format == "html" ? "text/html; charset=utf-8" : "application/json";
}

// A report's page may run the script it checks itself with, and no other.
Response report_page(std::string html) {
  Response response = html_response(std::move(html));
  for (auto& [name, value] : response.headers) {
    if (name == "Content-Security-Policy") value += "; script-src " + app::self_check_source();
  }
  return response;
}

// Whose submissions the caller may see: every unit's for the credit centre, else the own unit's.
bool is_steward(const Request& request) { return request.caller.may(domain::Power::steward); }

[[noreturn]] void not_yours() {
  refuse(ErrorCode::forbidden, "receipt.not_yours",
         {"只能办理本单位的报送。", "Only the own unit's submissions."},
         {"请核对提供单位代码。", "Check the provider's code."}, "SD-2020/15");
}

std::string provider_of(const Request& request) {
  const std::string& asked = request.value("provider");
  if (!is_steward(request) && !asked.empty() && asked != request.caller.unit()) not_yours();
  return asked.empty() ? request.caller.unit() : asked;
}

std::string provider_name_of(const Request& request, const std::string& provider) {
  const std::string& given = request.value("provider_name");
  return given.empty() && provider == request.caller.unit() ? request.caller.unit_name() : given;
}

void check_format(const Request& request, std::initializer_list<std::string_view> known) {
  if (std::ranges::find(known, request.value("format")) != known.end()) return;
  refuse(ErrorCode::not_found, "http.format", {"没有这种格式。", "There is no such format."},
         {"请换一个扩展名。", "Use another ending."});
}

// Writes what is to be said of the certificate; false when it has expired.
bool certificate_in_force(const Services& services, Health& health) {
  if (services.certificates == nullptr) return true;
  const CertificateFacts facts = services.certificates->facts();
  const Instant now = services.clock.now();
  health.certificate_expires = facts.not_after;
  health.certificate_warning = facts.warning(now, services.limits.certificate_warning_days);
  return facts.seconds_left(now) >= 0;
}

}  // namespace

std::string provider_filter(const Request& request) {
  return is_steward(request) ? request.value("provider") : provider_of(request);
}

app::Receipt own_receipt(const Services& services, const Request& request) {
  auto receipt = services.intake.receipt(services.book, request.value("number")).or_throw();
  if (!is_steward(request) && receipt.provider != request.caller.unit()) not_yours();
  return receipt;
}

void get_subject(const Services& services, const SharedRequest& request, Reply reply) {
  const app::Permit permit = permit_of(services, *request);
  auto file =
      services.query.by_code(services.book, permit, code_of(*request), as_of(services, *request))
          .or_throw();
  release_file(services, permit, std::move(file), request, std::move(reply));
}

void post_lookup(const Services& services, const SharedRequest& request, Reply reply) {
  const auto form = body_of<LookupForm>(*request);
  const app::Permit permit =
      services.gate.admit(services.book, request->caller, question_of(*request, form)).or_throw();
  auto file = services.query
                  .by_code(services.book, permit, form.code,
                           as_of(services, form.as_of.value_or(""), form.known.value_or("")))
                  .or_throw();
  release_file(services, permit, std::move(file), request, std::move(reply));
}

void get_own_file(const Services& services, const SharedRequest& request, Reply reply) {
  const app::Permit permit = own_permit(services, *request);
  auto file = services.query.own(services.book, permit, as_of(services, *request)).or_throw();
  release_file(services, permit, std::move(file), request, std::move(reply));
}

void post_certificate(const Services& services, const SharedRequest& request, Reply reply) {
  const app::Permit permit = permit_of(services, *request);
  auto certificate = services.absence
                         .certify(services.book, permit, request->value("item"), code_of(*request),
                                  as_of(services, *request))
                         .or_throw();
  services.ledger.release_later<std::string>(
      permit, std::move(certificate),
      [reply](std::string text) { reply(json_response(std::move(text))); },
      [reply, request](std::exception_ptr) { reply(not_recorded(request->id)); });
}

void get_records(const Services& services, const SharedRequest& request, Reply reply) {
  const app::Permit permit = permit_of(services, *request);
  auto page = services.query
                  .list(services.book, permit, list_filter(*request),
                        number(*request, "limit", page_rows, page_rows_max),
                        request->value("after"), as_of(services, *request))
                  .or_throw();
  release_page(services, permit, std::move(page), request, std::move(reply));
}

Response get_search(const Services& services, const Request& request) {
  return json_response(wire::to_line(services.query.search(
                           request.value("q"), number(request, "limit", 20, page_rows_max))),
                       Caching::revalidate);
}

Response get_screen(const Services& services, const Request& request) {
  return json_response(wire::to_line(services.query.screen(
                           request.value("name"), number(request, "limit", 5, page_rows_max))),
                       Caching::revalidate);
}

Response get_code(const Services& services, const Request& request) {
  return json_response(wire::to_line(services.query.explain_code(services.book, code_of(request),
                                                                 services.clock.now().day())),
                       Caching::revalidate);
}

Response get_items(const Services& services, const Request&) {
  std::vector<ItemSummary> items;
  for (const auto& [n, item] : services.book.catalogue.items()) {
    items.push_back(
        {item.id, item.label, item.class_code, static_cast<std::int64_t>(item.fields.size())});
  }
  return json_response(wire::to_line(items), Caching::steady);
}

Response get_item(const Services& services, const Request& request) {
  const auto& item = item_of(services, request);
  ItemDetail detail{item.id,
                    item.label,
                    item.class_code,
                    item.standard,
                    item.validity,
                    item.providers,
                    item.basis,
                    {},
                    {}};
  for (const auto& field : item.fields) {
    detail.fields.push_back({field.code, field.label, field.length,
                             field.required != rulebook::Required::no, field.personal,
                             field.provisional, field.choices, field.note});
  }
  for (const auto& check : item.checks)
    detail.checks.push_back({check.id, check.message, check.remedy, check.basis, check.warning});
  return json_response(wire::to_line(detail), Caching::steady);
}

Response get_template(const Services& services, const Request& request) {
  check_format(request, {"csv", "xlsx"});
  const auto& item = item_of(services, request);
  const std::string format = request.value("format");
  const WorkFile file(services, request, "." + format);
  app::write_template(services.book, item.id, format, file.path()).or_throw();
  return file_response(read_file(file.path()), type_of(format), item.label.zh + "模板." + format);
}

Response post_submission(const Services& services, const Request& request) {
  const auto& item = item_of(services, request);
  const std::string provider = provider_of(request);
  const WorkFile file(services, request, ".upload");
  file.write(request.body);
  const std::string& name = request.value("file_name");
  const auto receipt = services.intake.submit(
      services.book, {file.path(), name.empty() ? "upload" : name, item.id, provider,
                      provider_name_of(request, provider), services.open_upload});
  services.query.follow();
  if (receipt) services.members.note_submission(request.caller, receipt->receipt, item.id);
  return json_response(wire::to_line(receipt.or_throw()));
}

Response get_submissions(const Services& services, const Request& request) {
  return json_response(wire::to_line(
      services.intake.receipts(services.book, provider_filter(request), request.value("item"),
                               number(request, "limit", 20, page_rows_max))));
}

Response get_submission(const Services& services, const Request& request) {
  return json_response(wire::to_line(own_receipt(services, request)));
}

Response get_rejects(const Services& services, const Request& request) {
  check_format(request, {"csv", "xlsx"});
  const auto receipt = own_receipt(services, request);
  const std::string format = request.value("format");
  for (const auto& file : receipt.reject_files) {
    if (file.ends_with(format))
      return file_response(read_file(services.folder / file), type_of(format),
                           "拒收清单-" + receipt.receipt + "." + format);
  }
  refuse(ErrorCode::not_found, "intake.no_rejects",
         {"这次报送没有拒收的行。", "No row of this submission was refused."},
         {"无需更正。", "Nothing need be corrected."});
}

Response post_report(const Services& services, const Request& request) {
  const auto form = request.body.empty() ? LookupForm{code_of(request), {}, {}, {}, {}, {}, {}}
                                         : body_of<LookupForm>(request);
  const auto asked = request.body.empty() ? question_of(request) : question_of(request, form);
  const app::Permit permit = services.gate.admit(services.book, request.caller, asked).or_throw();
  const auto when = request.body.empty()
                        ? as_of(services, request)
                        : as_of(services, form.as_of.value_or(""), form.known.value_or(""));
  auto pending = services.query.by_code(services.book, permit, form.code, when).or_throw();
  const auto file = services.ledger.release(permit, std::move(pending)).or_throw();
  const auto report = services.reports.issue(
      permit, file, services.book.purposes.at(permit.question().purpose).label.zh);
  const auto link = [&](const char* ending) {
    return "/api/v1/reports/" + report.number + ending + "?code=" + report.check_code;
  };
  return json_response(
      wire::to_line(ReportLinks{report.number, report.check_code, report.confirm_url, link(".json"),
                                link(".html"), link(".pdf")}));
}

Response get_report(const Services& services, const Request& request) {
  check_format(request, {"json", "html", "pdf"});
  const std::string& number = request.value("number");
  // A wrong check code and an unknown number cannot be told apart.
  if (!services.reports.confirm(number, request.value("code")).genuine) {
    refuse(ErrorCode::not_found, "report.not_found",
           {"没有这份报告，或校验码不符。",
            "There is no such report, or the check code does not fit."},
           {"请核对报告编号和校验码。", "Check the number and the check code."});
  }
  const std::string& format = request.value("format");
  auto file = services.reports.file(number, format).or_throw();
  if (format == "html") return report_page(std::move(file));
  return file_response(std::move(file), type_of(format), "信用报告-" + number + "." + format);
}

Response get_confirmation(const Services& services, const Request& request) {
  return json_response(
      wire::to_line(services.reports.confirm(request.value("number"), request.value("code"))));
}

Response get_quality(const Services& services, const Request& request) {
  const Date today = services.clock.now().day();
  return json_response(wire::to_line(app::quality(
      services.database, services.book, provider_filter(request), request.value("item"),
      day(request, "from", Date(2000, 1, 1)), day(request, "to", today))));
}

Response get_limits(const Services& services, const Request&) {
  const Limits& limits = services.limits;
  const Date today = services.clock.now().day();
  const auto rate = [&](const char* id) { return services.book.limit(id, today).value; };
  return json_response(wire::to_line(LimitsAnswer{
                           static_cast<std::int64_t>(limits.url_bytes),
                           static_cast<std::int64_t>(limits.header_bytes),
                           static_cast<std::int64_t>(limits.upload_bytes),
                           static_cast<std::int64_t>(limits.long_work), page_rows_max,
                           static_cast<std::int64_t>(limits.form_bytes),
                           static_cast<std::int64_t>(limits.file_form_bytes),
                           rate("rate.anonymous"), rate("rate.account"), rate("rate.sign_in")}),
                       Caching::steady);
}

Response get_openapi(const Services&, const Request&) {
  return json_response(openapi(), Caching::steady);
}

Response get_health(const Services& services, const Request&) {
  Health health;
  services.database.ping();
  health.edition = services.book.edition;
  health.indexed = services.query.followed_at();
  health.organizations = static_cast<std::int64_t>(services.names.size());
  health.facts_backlog = static_cast<std::int64_t>(services.database.facts().backlog());
  health.access_backlog = static_cast<std::int64_t>(services.database.access().backlog());
  const auto age = services.clock.now().micros() - health.indexed.micros();
  const bool fresh = age < std::chrono::microseconds(services.limits.index_age).count();
  health.healthy = certificate_in_force(services, health) && fresh;
  Response response = json_response(wire::to_line(health));
  if (!health.healthy) response.status = 503;
  return response;
}

Response get_metrics(const Services& services, const Request&) {
  Response response = json_response(metrics_text(services));
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

}  // namespace credence::http
