// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"

#include <algorithm>

#include "http/address.h"

namespace credence::http {

const std::string& Request::value(std::string_view name) const {
  static const std::string none;
  for (const Values* values : {&path, &query}) {
    const auto at =
        std::ranges::find(*values, name, [](const auto& v) -> std::string_view { return v.first; });
    if (at != values->end()) return at->second;
  }
  return none;
}

Response json_response(std::string body, Caching caching) {
  Response response;
  response.body = std::move(body);
  response.caching = caching;
  return response;
}

Response html_response(std::string body, int status) {
  Response response;
  response.status = status;
  response.type = "text/html; charset=utf-8";
  response.body = std::move(body);
  // No script, no foreign content, no framing; styles stand in the page.
  response.headers = {
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; "
       "base-uri 'none'; frame-ancestors 'none'"},
      {"Referrer-Policy", "same-origin"}};
  return response;
}

Response file_response(std::string body, std::string type, std::string_view name) {
  Response response;
  response.type = std::move(type);
  response.body = std::move(body);
  response.headers = {
      {"Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(name)}};
  return response;
}

}  // namespace credence::http
