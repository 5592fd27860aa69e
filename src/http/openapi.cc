// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "http/routes.h"

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
                    {"content",
                     json::object{{"application/problem+json",
                                   json::object{{"schema", json::object{{"type", "object"}}}}}}}}}};
}

json::object operation(const Route& route, wire::Schemas& schemas) {
  json::object out{{"summary", route.summary.zh + " / " + route.summary.en},
                   {"parameters", parameters(route)},
                   {"responses", responses(route, schemas)}};
  if (route.method == "POST") {
    out["requestBody"] = json::object{
        {"content", json::object{{"application/octet-stream",
                                  json::object{{"schema", json::object{{"type", "string"},
                                                                       {"format", "binary"}}}}}}}};
  }
  return out;
}

}  // namespace

std::string openapi_path(std::string_view pattern) {
  std::string path(pattern);
  if (const auto open = path.find("*}"); open != std::string::npos) path.erase(open, 1);
  return path;
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
                             "公共信用信息平台。查询人以 X-Credence-Asker、X-Credence-Unit "
                             "说明；日期为 YYYY-MM-DD，编号为文字。"}}},
      {"paths", std::move(paths)},
      {"components", json::object{{"schemas", schemas.components()}}}};
  return json::serialize(document);
}

}  // namespace credence::http
