// SPDX-License-Identifier: Apache-2.0
#include "http/problem.h"

namespace credence::http {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::unidentified:
      return 401;
    case ErrorCode::forbidden:
      return 403;
    case ErrorCode::conflict:
      return 409;
    case ErrorCode::too_late:
      return 410;
    case ErrorCode::limit:
      return 413;
    case ErrorCode::too_many:
      return 429;
    case ErrorCode::unavailable:
      return 503;
    case ErrorCode::internal:
      return 500;
  }
  return 500;
}

namespace {

// What is unavailable is worth another try soon, where nothing better is known.
std::int64_t wait_of(const Error& error) {
  if (error.wait_seconds > 0) return error.wait_seconds;
  return error.code == ErrorCode::unavailable ? 5 : 0;
}

}  // namespace

Response problem(const Error& error, const std::string& request_id) {
  Response response;
  response.status = status_of(error.code);
  response.type = "application/problem+json";
  response.body = wire::to_line(Problem{"urn:credence:problem:" + error.id, error.message.zh,
                                        response.status, error.message, error.remedy, error.basis,
                                        error.id, error.place, request_id});
  if (const auto wait = wait_of(error); wait > 0)
    response.headers.emplace_back("Retry-After", std::to_string(wait));
  if (response.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

}  // namespace credence::http
