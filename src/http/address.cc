// SPDX-License-Identifier: Apache-2.0
#include "http/address.h"

#include <algorithm>

#include "base/text.h"

namespace credence::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// The byte at text[i] == '%', or -1.
int escaped_byte(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size()) return -1;
  const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

Error bad_encoding() {
  return make_error(ErrorCode::invalid, "http.encoding",
                    {"网址中的百分号编码有误。", "The address has a wrong percent-encoding."},
                    {"请用 UTF-8 编码后再作百分号编码，例如 %E6%98%8E。",
                     "Percent-encode the UTF-8 bytes, as in %E6%98%8E."});
}

Error repeated(const std::string& name) {
  return make_error(ErrorCode::invalid, "http.parameter_repeated",
                    {"参数 " + name + " 出现了两次。", "The parameter " + name + " appears twice."},
                    {"请只保留一个。", "Give it once."});
}

Result<std::pair<std::string, std::string>> parse_pair(std::string_view part) {
  const auto equals = part.find('=');
  auto name = percent_decode(part.substr(0, equals), true);
  auto value = equals == part.npos ? std::optional<std::string>("")
                                   : percent_decode(part.substr(equals + 1), true);
  if (!name || !value) return bad_encoding();
  return std::pair(std::move(*name), std::move(*value));
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int byte = escaped_byte(text, i);
      if (byte <= 0) return std::nullopt;
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (out.find('\0') != out.npos || !is_valid_utf8(out)) return std::nullopt;
  return out;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

std::optional<Address> parse_address(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto slash = target.find('/', scheme.size());
    target = slash == target.npos ? std::string_view("/") : target.substr(slash);
    break;
  }
  if (!target.starts_with('/')) return std::nullopt;
  const auto question = target.find('?');
  if (question == target.npos) return Address{target, {}};
  return Address{target.substr(0, question), target.substr(question + 1)};
}

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> parts;
  while (path.size() > 1) {
    path.remove_prefix(1);
    const auto slash = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, slash));
    path.remove_prefix(slash);
    if (path == "/")
      parts.emplace_back();  // a trailing slash is a segment of its own, and matches nothing
  }
  return parts;
}

Result<Values> parse_query(std::string_view query) {
  Values values;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto part = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (part.empty()) continue;
    auto pair = parse_pair(part);
    if (!pair) return pair.error();
    const bool known =
        std::ranges::any_of(values, [&](const auto& value) { return value.first == pair->first; });
    if (known) return repeated(pair->first);
    values.push_back(std::move(*pair));
  }
  return values;
}

bool is_loopback_host(std::string_view host) {
  const auto colon = host.rfind(':');
  const bool has_port = colon != host.npos && host.find(']', colon) == host.npos;
  if (has_port) host = host.substr(0, colon);
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

bool is_same_host(std::string_view host, std::string_view other) {
  const auto plain = [](std::string_view one) {
    const std::string_view default_port = ":443";
    return upper_ascii(one.ends_with(default_port) ? one.substr(0, one.size() - default_port.size())
                                                   : one);
  };
  return !host.empty() && plain(host) == plain(other);
}

std::string_view host_of(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme != address.npos) address.remove_prefix(scheme + 3);
  return address.substr(0, address.find('/'));
}

}  // namespace credence::http
