// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "http/message.h"

// Errors as problem documents (RFC 9457): what is wrong, where, by which article, what to do; both
// languages.

namespace credence::http {

int status_of(ErrorCode code);
Response problem(const Error& error, const std::string& request_id);

}  // namespace credence::http
