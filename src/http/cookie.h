// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// The one cookie there is: a session's secret. HttpOnly, SameSite=Strict; over TLS Secure and bound
// to the host by its name (RFC 6265bis, __Host-).

namespace credence::http {

// The session's secret in a Cookie header; empty when there is none.
std::string cookie_value(std::string_view header);
// The Set-Cookie value that keeps it, or, for an empty secret, ends it.
std::string set_cookie(std::string_view secret, bool secure);

}  // namespace credence::http
