// SPDX-License-Identifier: Apache-2.0
#include "http/asking.h"

#include <algorithm>
#include <charconv>

#include "app/access/named_code.h"
#include "base/digest.h"
#include "http/problem.h"

namespace credence::http {
namespace {

// The tag of a public answer: all of it but the instant it was asked at.
template <class T>
std::string tag_of(T answer) {
  answer.as_of.known = Instant();
  return "\"" + to_hex(sha256(wire::to_line(answer))).substr(0, 24) + "\"";
}

template <class T>
Response written(const T& answer) {
  return json_response(wire::to_line(answer), Caching::none);
}

template <class T>
Response written_openly(const T& answer) {
  Response response = json_response(wire::to_line(answer), Caching::revalidate);
  response.etag = tag_of(answer);
  return response;
}

Result<Response> file_written(const Result<app::DisclosedFile>& file) {
  return file ? Result<Response>(written(*file)) : file.error();
}

Result<Response> file_written_openly(const Result<app::DisclosedFile>& file) {
  return file ? Result<Response>(written_openly(*file)) : file.error();
}

}  // namespace

bool is_open(const app::Permit& permit) {
  return permit.audience() == domain::Audience::open && !permit.attributed();
}

void refuse(ErrorCode code, std::string id, Words message, Words remedy, std::string basis) {
  throw Failure(
      make_error(code, std::move(id), std::move(message), std::move(remedy), std::move(basis)));
}

int number(const Request& request, std::string_view name, int otherwise, int most) {
  const std::string& text = request.value(name);
  if (text.empty()) return otherwise;
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || value < 1) {
    refuse(ErrorCode::invalid, "http.parameter",
           {std::string(name) + " 应为正整数。",
            std::string(name) + " must be a positive whole number."},
           {"请改正该参数。", "Correct the parameter."});
  }
  return std::min(value, most);
}

namespace {

Date day_in(std::string_view name, std::string_view text, Date otherwise) {
  if (text.empty()) return otherwise;
  const auto parsed = parse_date(text);
  if (!parsed) {
    refuse(ErrorCode::invalid, "http.parameter",
           {std::string(name) + " 不是日期。", std::string(name) + " is not a day."},
           {"请写成 2024-03-01。", "Write it as 2024-03-01."});
  }
  return *parsed;
}

}  // namespace

Date day(const Request& request, std::string_view name, Date otherwise) {
  return day_in(name, request.value(name), otherwise);
}

app::AsOf as_of(const Services& services, std::string_view valid_day, std::string_view known) {
  const Instant present = services.clock.now();
  app::AsOf asked{day_in("as_of", valid_day, present.day()), present};
  if (known.empty()) return asked;
  const auto instant = parse_instant(known);
  if (!instant) {
    refuse(ErrorCode::invalid, "http.parameter", {"known 不是时刻。", "known is not an instant."},
           {"请写成 2024-03-01T09:30:00+08:00，或一个日期。",
            "Write it as 2024-03-01T09:30:00+08:00, or as a day."});
  }
  asked.known = *instant;
  return asked;
}

app::AsOf as_of(const Services& services, const Request& request) {
  return as_of(services, request.value("as_of"), request.value("known"));
}

boost::json::value json_body(const Request& request) {
  boost::system::error_code fault;
  auto value = boost::json::parse(request.body, fault);
  if (fault) {
    refuse(ErrorCode::invalid, "json.syntax", {"正文不是 JSON。", "The body is not JSON."},
           {"请按接口文档提交 application/json。", "Send application/json as the API says."});
  }
  return value;
}

app::Question question_of(const Request& request) {
  return {request.value("purpose"),
          request.value("matter"),
          request.value("consent"),
          "http",
          request.id,
          request.value("sealed") == "true"};
}

app::Question question_of(const Request& request, const LookupForm& form) {
  return {form.purpose.value_or(""),
          form.matter.value_or(""),
          form.consent.value_or(""),
          "http",
          request.id,
          form.sealed.value_or(false)};
}

app::Permit own_permit(const Services& services, const Request& request) {
  return services.gate
      .admit(services.book, request.caller, {"self", "", "", "http", request.id, false})
      .or_throw();
}

app::Permit permit_of(const Services& services, const Request& request) {
  return services.gate.admit(services.book, request.caller, question_of(request)).or_throw();
}

app::ListFilter list_filter(const Request& request) {
  return {request.value("item"), request.value("region"), request.value("body"),
          request.value("from"), request.value("to")};
}

const std::string& code_of(const Request& request) {
  const std::string& code = request.value("code");
  const auto named = app::named_code(code);
  if (named.scheme && domain::is_personal(*named.scheme)) {
    refuse(ErrorCode::not_found, "http.personal_code",
           {"自然人的证件号码不得出现在网址中，也不向社会公开查询。",
            "A person's document number does not belong in an address, and persons are not open to "
            "the public."},
           {"有法定目的或授权的，请用 POST /api/v1/lookups，把代码放在正文中。",
            "With a statutory purpose or consent use POST /api/v1/lookups, the code in the body."},
           "SD-2020/20");
  }
  return code;
}

void release_file(const Services& services, const app::Permit& permit, app::PendingFile pending,
                  SharedRequest request, Reply reply) {
  services.ledger.release_later<Result<Response>>(
      permit, std::move(pending).as(is_open(permit) ? file_written_openly : file_written),
      [request, reply](Result<Response> answer) {
        reply(answer ? std::move(*answer) : problem(answer.error(), request->id));
      },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

void release_page(const Services& services, const app::Permit& permit,
                  app::Pending<app::DisclosedPage> pending, SharedRequest request, Reply reply) {
  services.ledger.release_later<Response>(
      permit,
      std::move(pending).as(is_open(permit) ? written_openly<app::DisclosedPage>
                                            : written<app::DisclosedPage>),
      [reply](Response answer) { reply(std::move(answer)); },
      [request, reply](std::exception_ptr) { reply(not_recorded(request->id)); });
}

}  // namespace credence::http
