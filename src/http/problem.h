// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"
#include "http/message.h"
#include "wire/json.h"

// Errors as problem documents (RFC 9457): what is wrong, where, by which article, what to do; both
// languages.

namespace credence::http {

struct Problem {
  std::string type;   // "urn:credence:problem:cell.required"
  std::string title;  // the message in Chinese
  std::int64_t status = 0;
  Words detail, remedy;
  std::string basis;  // the article; empty when there is none
  std::string code;   // "cell.required"
  Place place;
  std::string request;  // our number for it: what to report to the operators
};
BOOST_DESCRIBE_STRUCT(Problem, (),
                      (type, title, status, detail, remedy, basis, code, place, request))

int status_of(ErrorCode code);
Response problem(const Error& error, const std::string& request_id);

}  // namespace credence::http
