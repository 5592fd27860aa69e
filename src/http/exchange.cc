// SPDX-License-Identifier: Apache-2.0
#include "http/exchange.h"

#include <type_traits>
#include <utility>

#include "http/address.h"
#include "http/cookie.h"

namespace credence::http {
namespace {

using RequestHandle = restinio::request_handle_t;

std::string header(const RequestHandle& given, const char* name) {
  return given->header().get_field_or(name, "");
}

std::string method_of(const RequestHandle& given) {
  if (given->header().method() == restinio::http_method_get() ||
      given->header().method() == restinio::http_method_head())
    return "GET";
  if (given->header().method() == restinio::http_method_post()) return "POST";
  return "OTHER";
}

const char* reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

template <class Output>
void send_as(const RequestHandle& given, Response& response) {
  const restinio::http_status_code_t code{static_cast<std::uint16_t>(response.status)};
  auto out =
      given->create_response<Output>(restinio::http_status_line_t{code, reason(response.status)});
  out.append_header(restinio::http_field::content_type, response.type);
  for (auto& [name, value] : response.headers) out.append_header(std::move(name), std::move(value));
  if constexpr (std::is_same_v<Output, restinio::user_controlled_output_t>) {
    out.set_content_length(response.body.size());
  } else {
    out.set_body(std::move(response.body));
  }
  out.done();
}

}  // namespace

Request request_of(const RequestHandle& given) {
  Request request;
  request.method = method_of(given);
  request.target = given->header().request_target();
  request.host = header(given, "Host");
  request.origin = header(given, "Origin");
  request.fetch_site = header(given, "Sec-Fetch-Site");
  request.if_none_match = header(given, "If-None-Match");
  request.accept = header(given, "Accept");
  request.accept_encoding = header(given, "Accept-Encoding");
  request.content_type = header(given, "Content-Type");
  request.authorization = header(given, "Authorization");
  request.session_token = cookie_value(header(given, "Cookie"));
  request.csrf = header(given, "X-Credence-Csrf");
  request.confirmation = header(given, "Credence-Confirmation");
  request.signature = header(given, "Signature");
  request.signature_input = header(given, "Signature-Input");
  request.content_digest = header(given, "Content-Digest");
  request.body = given->body();
  return request;
}

void send(const RequestHandle& given, Response response) {
  const bool head = given->header().method() == restinio::http_method_head();
  head ? send_as<restinio::user_controlled_output_t>(given, response)
       : send_as<restinio::restinio_controlled_output_t>(given, response);
}

}  // namespace credence::http
