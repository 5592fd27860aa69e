// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// One function per address. Those that take a Reply answer when the access entry is durable.

namespace credence::http {

void get_subject(const Services& services, const SharedRequest& request, Reply reply);
void post_lookup(const Services& services, const SharedRequest& request, Reply reply);
void get_own_file(const Services& services, const SharedRequest& request, Reply reply);
void get_records(const Services& services, const SharedRequest& request, Reply reply);
Response get_search(const Services& services, const Request& request);
Response get_screen(const Services& services, const Request& request);
Response get_code(const Services& services, const Request& request);
Response get_items(const Services& services, const Request& request);
Response get_item(const Services& services, const Request& request);
Response get_template(const Services& services, const Request& request);
Response post_submission(const Services& services, const Request& request);
Response get_submissions(const Services& services, const Request& request);
Response get_submission(const Services& services, const Request& request);
Response get_rejects(const Services& services, const Request& request);
// A receipt of the caller's own unit; of any, for the credit centre. Throws Failure: not_found,
// forbidden ("receipt.not_yours").
app::Receipt own_receipt(const Services& services, const Request& request);
std::vector<Route> reject_routes();
void get_row_proof(const Services& services, const SharedRequest& request, Reply reply);
Response get_log_keys(const Services& services, const Request& request);
Response get_checkpoint(const Services& services, const Request& request);
void post_certificate(const Services& services, const SharedRequest& request, Reply reply);
Response post_checkpoint(const Services& services, const Request& request);
Response get_tile(const Services& services, const Request& request);
Response post_report(const Services& services, const Request& request);
Response get_report(const Services& services, const Request& request);
Response get_confirmation(const Services& services, const Request& request);
Response get_quality(const Services& services, const Request& request);
// Whose submissions are asked for: of any unit, or of all when empty, for the credit centre; of the
// own unit for everybody else. Throws Failure (forbidden, "receipt.not_yours").
std::string provider_filter(const Request& request);
// When the access entry of an answer could not be written.
Response not_recorded(const std::string& request_id);
Response get_limits(const Services& services, const Request& request);
Response get_openapi(const Services& services, const Request& request);
Response get_health(const Services& services, const Request& request);
Response get_metrics(const Services& services, const Request& request);

struct ItemSummary {
  std::string id;
  Words label;
  std::string item_class;
  std::int64_t fields = 0;
};
BOOST_DESCRIBE_STRUCT(ItemSummary, (), (id, label, item_class, fields))

struct FieldSummary {
  std::string code;
  Words label;
  std::int64_t length = 0;
  bool required = false, personal = false, provisional = false;
  std::vector<std::string> choices;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(FieldSummary, (),
                      (code, label, length, required, personal, provisional, choices, note))

struct CheckSummary {
  std::string id;
  Words message, remedy;
  std::string basis;
  bool warning = false;
};
BOOST_DESCRIBE_STRUCT(CheckSummary, (), (id, message, remedy, basis, warning))

struct ItemDetail {
  std::string id;
  Words label;
  std::string item_class, standard, validity;
  std::vector<std::string> providers, basis;
  std::vector<FieldSummary> fields;
  std::vector<CheckSummary> checks;
};
BOOST_DESCRIBE_STRUCT(ItemDetail, (),
                      (id, label, item_class, standard, validity, providers, basis, fields, checks))

struct ReportLinks {
  std::string number, check_code, confirm_url, json, html, pdf;
};
BOOST_DESCRIBE_STRUCT(ReportLinks, (), (number, check_code, confirm_url, json, html, pdf))

struct Health {
  bool healthy = false;
  std::string edition;
  Instant indexed;  // the name index holds what was committed by then
  std::int64_t organizations = 0;
  std::int64_t facts_backlog = 0, access_backlog = 0;
  // Of the server's own certificate, over TLS.
  std::optional<Instant> certificate_expires;
  std::optional<Words> certificate_warning;
};
BOOST_DESCRIBE_STRUCT(Health, (),
                      (healthy, edition, indexed, organizations, facts_backlog, access_backlog,
                       certificate_expires, certificate_warning))

struct LimitsAnswer {
  std::int64_t url_bytes = 0, header_bytes = 0, upload_bytes = 0, long_work = 0, page_rows = 0,
               form_bytes = 0, file_form_bytes = 0;
  // Requests a minute, where a grant says nothing else.
  std::int64_t anonymous_per_minute = 0, account_per_minute = 0, sign_ins_per_minute = 0;
};
BOOST_DESCRIBE_STRUCT(LimitsAnswer, (),
                      (url_bytes, header_bytes, upload_bytes, long_work, page_rows, form_bytes,
                       file_form_bytes, anonymous_per_minute, account_per_minute,
                       sign_ins_per_minute))

}  // namespace credence::http
