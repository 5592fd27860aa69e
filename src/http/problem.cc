// SPDX-License-Identifier: Apache-2.0
#include "http/problem.h"

#include "wire/json.h"

namespace credence::http {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::forbidden:
      return 403;
    case ErrorCode::conflict:
      return 409;
    case ErrorCode::too_late:
      return 410;
    case ErrorCode::limit:
      return 413;
    case ErrorCode::unavailable:
      return 503;
    case ErrorCode::internal:
      return 500;
  }
  return 500;
}

Response problem(const Error& error, const std::string& request_id) {
  Response response;
  response.status = status_of(error.code);
  response.type = "application/problem+json";
  boost::json::object document{{"type", "urn:credence:problem:" + error.id},
                               {"title", error.message.zh},
                               {"status", response.status},
                               {"detail", wire::to_json(error.message)},
                               {"remedy", wire::to_json(error.remedy)},
                               {"basis", error.basis},
                               {"code", error.id},
                               {"place", wire::to_json(error.place)},
                               {"request", request_id}};
  response.body = boost::json::serialize(document);
  if (response.status == 503) response.headers.emplace_back("Retry-After", "5");
  return response;
}

}  // namespace credence::http
