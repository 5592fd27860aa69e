// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <restinio/all.hpp>

#include "http/message.h"

// Our request out of RESTinio's, and our response into it.

namespace credence::http {

// What the connection says of itself (remote, secure, client_certificate) is for the caller to add.
Request request_of(const restinio::request_handle_t& given);

// HEAD is answered like GET, without the body but with its length.
void send(const restinio::request_handle_t& given, Response response);

}  // namespace credence::http
