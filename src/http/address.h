// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

// Request targets (RFC 9112 §3.2, RFC 3986): percent-decoding, path segments, query values.

namespace credence::http {

// The bytes behind %XX (and '+' as a space when `plus_is_space`). Nothing when a % is not followed
// by two hexadecimal digits, or when the result has a NUL or is not UTF-8: neither can name
// anything of ours.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space = false);
// Everything but letters, digits and "-._~" as %XX.
std::string percent_encode(std::string_view text);

// A target taken apart; views into it, still encoded.
struct Address {
  std::string_view path;   // "/api/v1/items"
  std::string_view query;  // without the '?'
};
// Accepts the origin form and the absolute form; nothing for anything else.
std::optional<Address> parse_address(std::string_view target);

// The segments of a path: "/a/b" gives a, b; "/" gives none.
std::vector<std::string_view> segments(std::string_view path);

// The decoded query. Errors: invalid ("http.encoding", "http.parameter_repeated").
Result<Values> parse_query(std::string_view query);

// Whether a Host header ("localhost:8080", "[::1]:8080") names this machine's loopback. A page of a
// foreign site whose name was pointed at 127.0.0.1 (DNS rebinding) sends its own name here.
bool is_loopback_host(std::string_view host);
// Whether two hosts of https ("credit.example.cn", "Credit.Example.cn:443") are one; an empty one
// is no host.
bool is_same_host(std::string_view host, std::string_view other);
// Host and port of a web address: "https://credit.example.cn/start" gives "credit.example.cn".
std::string_view host_of(std::string_view address);

}  // namespace credence::http
