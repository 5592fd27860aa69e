// SPDX-License-Identifier: Apache-2.0
#include "http/cookie.h"

#include "base/text.h"

namespace credence::http {
namespace {

constexpr std::string_view over_tls = "__Host-credence", on_loopback = "credence";

}  // namespace

std::string cookie_value(std::string_view header) {
  for (const auto pair : split(header, ";")) {
    const auto trimmed = trim(pair);
    const auto equals = trimmed.find('=');
    if (equals == std::string_view::npos) continue;
    const auto name = trimmed.substr(0, equals);
    if (name == over_tls || name == on_loopback) return std::string(trimmed.substr(equals + 1));
  }
  return {};
}

std::string set_cookie(std::string_view secret, bool secure) {
  std::string cookie = std::string(secure ? over_tls : on_loopback) + "=" + std::string(secret) +
                       "; Path=/; HttpOnly; SameSite=Strict";
  if (secure) cookie += "; Secure";
  if (secret.empty()) cookie += "; Max-Age=0";
  return cookie;
}

}  // namespace credence::http
