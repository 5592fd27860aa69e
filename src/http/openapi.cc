// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "http/problem.h"
#include "http/routes.h"
#include "rulebook/terms.h"

namespace credence::http {
namespace {

namespace json = boost::json;

json::object parameter(std::string_view name, std::string_view where, std::string_view text,
                       bool required) {
  return {{"name", name},
          {"in", where},
          {"description", text},
          {"required", required},
          {"schema", {{"type", "string"}}}};
}

// The names between braces.
std::vector<std::string_view> path_names(std::string_view pattern) {
  std::vector<std::string_view> names;
  for (std::size_t open = 0; (open = pattern.find('{', open)) != std::string_view::npos; ++open) {
    const auto end = pattern.find_first_of("*}", open);
    names.push_back(pattern.substr(open + 1, end - open - 1));
  }
  return names;
}

json::array parameters(const Route& route) {
  json::array list;
  for (const auto name : path_names(route.pattern))
    list.push_back(parameter(name, "path", "", true));
  for (const auto& one : route.parameters) {
    list.push_back(parameter(one.name, "query", std::string(one.zh) + " / " + std::string(one.en),
                             one.required));
  }
  return list;
}

json::object responses(const Route& route, wire::Schemas& schemas) {
  json::object good{{"description", route.summary.en}};
  if (route.schema != nullptr) {
    good["content"] =
        json::object{{"application/json", json::object{{"schema", route.schema(schemas)}}}};
  }
  return {
      {"200", std::move(good)},
      {"default",
       json::object{{"description", "A problem document (RFC 9457)"},
                    {"content", json::object{{"application/problem+json",
                                              json::object{{"schema", schemas.of<Problem>()}}}}}}}};
}

std::string_view media_type(Body::Kind kind) {
  switch (kind) {
    case Body::Kind::none:
      break;
    case Body::Kind::json:
      return "application/json";
    case Body::Kind::form:
      return "application/x-www-form-urlencoded";
    case Body::Kind::file_form:
      return "multipart/form-data";
    case Body::Kind::text:
      return "text/plain";
    case Body::Kind::file:
      return "application/octet-stream";
  }
  return "";
}

json::object request_body(const Route& route, wire::Schemas& schemas) {
  json::value schema =
      route.body.schema != nullptr ? route.body.schema(schemas) : json::object{{"type", "string"}};
  return {{"content", json::object{{media_type(route.body.kind),
                                    json::object{{"schema", std::move(schema)}}}}}};
}

// Who may call it, in the terms of OpenAPI and of our roles.
void add_guard(const Guard& guard, json::object& out) {
  if (guard.who == Guard::Who::anyone) return;
  json::array ways;
  for (const char* way : {"session", "bearer", "signature", "certificate"})
    if (!guard.grave || way == std::string_view("session"))
      ways.push_back(json::object{{way, json::array()}});
  out["security"] = std::move(ways);
  if (guard.who == Guard::Who::holder)
    out["x-power"] = rulebook::term_of(rulebook::power_terms, guard.power).name;
  if (guard.grave || guard.at_times_grave) {
    out["parameters"].as_array().push_back(parameter(
        "Credence-Confirmation", "header",
        "重大操作的确认，见 /api/v1/confirmations / confirmation of a grave act", guard.grave));
  }
}

json::object security_schemes() {
  const auto scheme = [](const char* type, json::object more) {
    more["type"] = type;
    return more;
  };
  return {{"session", scheme("apiKey", {{"in", "cookie"}, {"name", "__Host-credence"}})},
          {"bearer", scheme("http", {{"scheme", "bearer"}})},
          {"signature",
           scheme("apiKey", {{"in", "header"},
                             {"name", "Signature"},
                             {"description", "HTTP Message Signatures (RFC 9421), hmac-sha256"}})},
          {"certificate", scheme("mutualTLS", {})}};
}

json::object operation(const Route& route, wire::Schemas& schemas) {
  json::object out{{"operationId", operation_id(route)},
                   {"summary", route.summary.zh + " / " + route.summary.en},
                   {"parameters", parameters(route)},
                   {"responses", responses(route, schemas)}};
  if (route.body.kind != Body::Kind::none) out["requestBody"] = request_body(route, schemas);
  add_guard(route.guard, out);
  return out;
}

}  // namespace

std::string openapi_path(std::string_view pattern) {
  std::string path(pattern);
  if (const auto open = path.find("*}"); open != std::string::npos) path.erase(open, 1);
  return path;
}

std::string operation_id(const Route& route) {
  std::string id = route.method == "GET" ? "get" : "post";
  bool begins = true;  // a word
  for (const char c : route.pattern) {
    const bool of_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (of_word) id += begins ? upper_ascii(std::string_view(&c, 1)) : std::string(1, c);
    begins = !of_word;
  }
  return id;
}

std::string openapi() {
  wire::Schemas schemas;
  json::object paths;
  for (const Route& route : routes()) {
    const std::string method = route.method == "GET" ? "get" : "post";
    auto& path =
        paths.emplace(openapi_path(route.pattern), json::object{}).first->value().as_object();
    path.emplace(method, operation(route, schemas));
  }
  json::object document{
      {"openapi", "3.1.0"},
      {"info", json::object{{"title", "明信 Credence"},
                            {"version", "0.1.0"},
                            {"description",
                             "公共信用信息平台。以会话、密钥、签名或客户端证书证明身份；会话提交时"
                             "附 X-Credence-Csrf；日期为 YYYY-MM-DD，编号为文字。"}}},
      {"paths", std::move(paths)},
      {"components",
       json::object{{"schemas", schemas.components()}, {"securitySchemes", security_schemes()}}}};
  return json::serialize(document);
}

}  // namespace credence::http
