// SPDX-License-Identifier: Apache-2.0
#include "http/signature.h"

#include <algorithm>
#include <charconv>

#include "base/base64.h"
#include "base/digest.h"
#include "base/text.h"
#include "http/address.h"

namespace credence::http {
namespace {

Error malformed() {
  return make_error(
      ErrorCode::invalid, "signature.malformed",
      {"请求签名的格式不对。", "The request's signature cannot be read."},
      {"按 RFC 9421 书写：Signature-Input: sig1=(\"@method\" \"@authority\" \"@path\" "
       "\"@query\");created=…;keyid=\"…\";nonce=\"…\";alg=\"hmac-sha256\"。",
       "Write it as RFC 9421 says: Signature-Input: sig1=(\"@method\" \"@authority\" "
       "\"@path\" \"@query\");created=…;keyid=\"…\";nonce=\"…\";alg=\"hmac-sha256\"."});
}

Error uncovered(std::string_view component) {
  const std::string name(component);
  return make_error(ErrorCode::invalid, "signature.uncovered",
                    {"签名没有覆盖 " + name + "。", "The signature does not cover " + name + "."},
                    {"请把它加入签名的组成部分。", "Add it to the covered components."});
}

std::string bytes_of(const Digest& digest) { return {digest.begin(), digest.end()}; }

// "(…)" of quoted names; nothing when it is not.
std::optional<std::vector<std::string>> read_components(std::string_view list) {
  std::vector<std::string> names;
  for (const auto part : split(list, " ")) {
    if (part.empty()) continue;
    if (part.size() < 3 || part.front() != '"' || part.back() != '"') return std::nullopt;
    names.emplace_back(part.substr(1, part.size() - 2));
  }
  return names;
}

std::string unquoted(std::string_view text) {
  return text.size() >= 2 && text.front() == '"' && text.back() == '"'
             ? std::string(text.substr(1, text.size() - 2))
             : std::string(text);
}

bool read_parameter(std::string_view parameter, SignatureInput& input) {
  const auto equals = parameter.find('=');
  if (equals == std::string_view::npos) return false;
  const auto name = parameter.substr(0, equals);
  const std::string value = unquoted(parameter.substr(equals + 1));
  if (name == "created") {
    const auto [end, fault] =
        std::from_chars(value.data(), value.data() + value.size(), input.created);
    return fault == std::errc{} && end == value.data() + value.size();
  }
  if (name == "keyid") input.key = value;
  if (name == "nonce") input.nonce = value;
  if (name == "alg") input.algorithm = value;
  return name == "keyid" || name == "nonce" || name == "alg";
}

std::optional<SignatureInput> read_input(std::string_view header) {
  SignatureInput input;
  const auto equals = header.find('='), open = header.find('('), close = header.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || equals + 1 != open ||
      close < open)
    return std::nullopt;
  input.label = trim(header.substr(0, equals));
  input.parameters = header.substr(open);
  auto components = read_components(header.substr(open + 1, close - open - 1));
  if (!components) return std::nullopt;
  input.components = std::move(*components);
  for (const auto parameter : split(header.substr(close + 1), ";")) {
    if (!parameter.empty() && !read_parameter(parameter, input)) return std::nullopt;
  }
  return input;
}

std::optional<std::string> read_value(std::string_view header, const std::string& label) {
  const std::string begin = label + "=:";
  if (!header.starts_with(begin) || !header.ends_with(':') || header.size() <= begin.size())
    return std::nullopt;
  return from_base64(header.substr(begin.size(), header.size() - begin.size() - 1));
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

std::optional<std::string> component_value(const Request& request, std::string_view name) {
  const auto address = parse_address(request.target);
  if (name == "@method") return request.method;
  if (name == "@authority") return lower(request.host);
  if (name == "@path") return address ? std::string(address->path) : "";
  if (name == "@query") return "?" + (address ? std::string(address->query) : "");
  if (name == "content-digest") return request.content_digest;
  if (name == "content-type") return request.content_type;
  return std::nullopt;
}

std::string digest_of(std::string_view body) {
  return "sha-256=:" + to_base64(bytes_of(sha256(body))) + ":";
}

}  // namespace

Result<SignatureInput> read_signature(const Request& request) {
  auto input = read_input(request.signature_input);
  if (!input || input->key.empty() || input->nonce.size() < 8 || input->nonce.size() > 200)
    return malformed();
  auto value = read_value(request.signature, input->label);
  const bool known = input->algorithm.empty() || input->algorithm == "hmac-sha256";
  const auto readable = [&](const auto& name) {
    return component_value(request, name).has_value();
  };
  if (!value || !known || !std::ranges::all_of(input->components, readable)) return malformed();
  input->signature = std::move(*value);
  std::vector<std::string_view> needed = {"@method", "@authority", "@path", "@query"};
  if (!request.body.empty()) needed.push_back("content-digest");
  for (const auto component : needed) {
    if (std::ranges::find(input->components, component) == input->components.end())
      return uncovered(component);
  }
  return std::move(*input);
}

std::string signature_base(const Request& request, const SignatureInput& input) {
  std::string base;
  for (const auto& name : input.components)
    base += "\"" + name + "\": " + component_value(request, name).value_or("") + "\n";
  return base + "\"@signature-params\": " + input.parameters;
}

bool signature_fits(const Request& request, const SignatureInput& input, std::string_view secret) {
  if (!request.body.empty() && request.content_digest != digest_of(request.body)) return false;
  return equal_in_constant_time(bytes_of(hmac_sha256(secret, signature_base(request, input))),
                                input.signature);
}

SignedHeaders sign(const Request& given, std::string_view key, std::string_view secret,
                   std::int64_t created, std::string_view nonce) {
  Request request = given;
  SignatureInput input;
  input.components = {"@method", "@authority", "@path", "@query"};
  SignedHeaders headers;
  if (!request.body.empty()) {
    headers.content_digest = request.content_digest = digest_of(request.body);
    input.components.emplace_back("content-digest");
  }
  std::string list;
  for (const auto& name : input.components) list += (list.empty() ? "\"" : " \"") + name + "\"";
  input.parameters = "(" + list + ");created=" + std::to_string(created) + ";keyid=\"" +
                     std::string(key) + "\";nonce=\"" + std::string(nonce) +
                     "\";alg=\"hmac-sha256\"";
  headers.signature_input = "sig1=" + input.parameters;
  headers.signature =
      "sig1=:" + to_base64(bytes_of(hmac_sha256(secret, signature_base(request, input)))) + ":";
  return headers;
}

}  // namespace credence::http
