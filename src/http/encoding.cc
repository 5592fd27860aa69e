// SPDX-License-Identifier: Apache-2.0
#include "http/encoding.h"

#include <restinio/transforms/zlib.hpp>

#include <algorithm>

namespace credence::http {
namespace {

constexpr std::size_t worth_packing = 1'400;  // one packet carries less in any form
constexpr int level = 4;                      // a third of the time of 9, a few percent longer

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_refused(std::string_view weight) {
  weight = trimmed(weight);
  return weight.starts_with("q=0") && weight.find_first_of("123456789") == std::string_view::npos;
}

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos;
}

// Its handler chose among forms of its own.
bool has_chosen(const Response& response) {
  return std::ranges::any_of(response.headers, [](const auto& one) { return one.first == "Vary"; });
}

}  // namespace

bool takes_encoding(std::string_view accepted, std::string_view coding) {
  while (!accepted.empty()) {
    const auto comma = accepted.find(',');
    const std::string_view one = accepted.substr(0, comma);
    const auto semicolon = one.find(';');
    if (trimmed(one.substr(0, semicolon)) == coding)
      return semicolon == std::string_view::npos || !is_refused(one.substr(semicolon + 1));
    if (comma == std::string_view::npos) break;
    accepted.remove_prefix(comma + 1);
  }
  return false;
}

void pack(Response& response, const Request& request) {
  if (response.caching == Caching::none || response.status != 200 ||
      response.body.size() < worth_packing || !is_text(response.type) || has_chosen(response))
    return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!takes_encoding(request.accept_encoding, "gzip")) return;
  response.body = restinio::transforms::zlib::gzip_compress(response.body, level);
  response.headers.emplace_back("Content-Encoding", "gzip");
  if (response.etag.ends_with('"')) response.etag.insert(response.etag.size() - 1, "-gz");
}

}  // namespace credence::http
