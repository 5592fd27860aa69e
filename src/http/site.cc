// SPDX-License-Identifier: Apache-2.0
#include "http/site.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>

#include "base/digest.h"
#include "http/address.h"
#include "http/metrics.h"
#include "http/problem.h"

namespace credence::http {
namespace {

Error http_error(ErrorCode code, std::string id, Words message, Words remedy) {
  return make_error(code, "http." + id, std::move(message), std::move(remedy));
}

// Only our own names are served (DNS rebinding), and no page of a foreign site may speak through a
// browser.
std::optional<Error> stranger(const Services& services, const Request& request) {
  const bool ours = is_loopback_host(request.host) ||
                    (request.secure && is_same_host(request.host, services.public_host));
  if (!ours) {
    return http_error(
        ErrorCode::forbidden, "host",
        {"只接受对本平台自己地址的访问。", "Only this platform's own address is served."},
        {"请用 credence.toml 中的 public_address（经 TLS），或在本机用 127.0.0.1 访问。",
         "Use the public_address of credence.toml (over TLS), or 127.0.0.1 on the machine."});
  }
  const std::string own = (request.secure ? "https://" : "http://") + request.host;
  const bool foreign = !request.origin.empty() && request.origin != own;
  const bool cross = request.fetch_site == "cross-site";
  if (request.method == "POST" && (foreign || cross)) {
    return http_error(
        ErrorCode::forbidden, "origin",
        {"拒绝来自其他网站的提交。", "A submission from another site is refused."},
        {"请从本平台的页面或程序提交。", "Send it from this platform's pages or a program."});
  }
  return std::nullopt;
}

std::string names_of(const Route& route) {
  std::string names;
  for (const auto& one : route.parameters)
    names += (names.empty() ? "" : ", ") + std::string(one.name);
  return names.empty() ? "(none)" : names;
}

std::optional<Error> wrong_parameters(const Route& route, const Values& query) {
  for (const auto& [name, value] : query) {
    const auto known = [&](const Parameter& one) { return one.name == name; };
    if (std::ranges::any_of(route.parameters, known)) continue;
    return http_error(ErrorCode::invalid, "parameter_unknown",
                      {"没有参数“" + name + "”。", "There is no parameter “" + name + "”."},
                      {"可用：" + names_of(route), "Known: " + names_of(route)});
  }
  for (const auto& one : route.parameters) {
    const auto given = [&](const auto& value) {
      return value.first == one.name && !value.second.empty();
    };
    if (!one.required || std::ranges::any_of(query, given)) continue;
    return http_error(ErrorCode::invalid, "parameter_missing",
                      {"缺少参数 " + std::string(one.name) + "。",
                       "The parameter " + std::string(one.name) + " is missing."},
                      {std::string(one.zh), std::string(one.en)});
  }
  return std::nullopt;
}

Response method_refused(const std::string& id) {
  Response response = problem(
      http_error(ErrorCode::invalid, "method",
                 {"该地址不支持这种方法。", "This address does not support the method."},
                 {"可用方法见 /api/v1/openapi.json。", "/api/v1/openapi.json lists the methods."}),
      id);
  response.status = 405;
  response.headers.emplace_back("Allow", "GET, HEAD, POST");
  return response;
}

// ETag and Cache-Control of a good answer; 304 when the asker has it already.
Response cached(Response response, const Request& request) {
  if (response.status == 200 && response.etag.empty() && response.caching != Caching::none) {
    response.etag = "\"" + to_hex(sha256(response.body)).substr(0, 24) + "\"";
  }
  switch (response.caching) {
    case Caching::none:
      response.headers.emplace_back("Cache-Control", "no-store");
      break;
    case Caching::revalidate:
      response.headers.emplace_back("Cache-Control", "no-cache");
      break;
    case Caching::steady:
      response.headers.emplace_back("Cache-Control", "max-age=3600");
      break;
    case Caching::brief:
      response.headers.emplace_back("Cache-Control", "max-age=1");
      break;
    case Caching::forever:
      response.headers.emplace_back("Cache-Control", "max-age=31536000, immutable");
      break;
  }
  if (!response.etag.empty()) response.headers.emplace_back("ETag", response.etag);
  if (!response.etag.empty() && request.if_none_match == response.etag) {
    response.status = 304;
    response.body.clear();
  }
  response.headers.emplace_back("X-Request-Id", request.id);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  return response;
}

// What browsers are told of every answer: nobody frames or embeds it, a page brings its own policy
// and all else may load nothing, and over TLS the browser stays with TLS for a year.
Response guarded(Response response, const Request& request) {
  const bool page = std::ranges::any_of(
      response.headers, [](const auto& one) { return one.first == "Content-Security-Policy"; });
  if (!page) {
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; frame-ancestors 'none'");
  }
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.headers.emplace_back("X-Frame-Options", "DENY");
  if (request.secure) {
    response.headers.emplace_back("Strict-Transport-Security",
                                  "max-age=31536000; includeSubDomains");
  }
  return response;
}

// One line of JSON per request. Targets hold codes and names, so only the route is logged.
void log_request(const Request& request, std::string_view pattern, int status,
                 std::int64_t micros) {
  spdlog::info(R"({{"request":"{}","method":"{}","route":"{}","status":{},"micros":{}}})",
               request.id, request.method, pattern, status, micros);
}

// The catch site of a request (DESIGN 9): what was thrown becomes the answer, unless one was given.
void run_handler(const Services& services, const Route& route, const SharedRequest& request,
                 const Reply& reply) {
  const auto done = std::make_shared<std::atomic<bool>>(false);
  const Reply once = [done, reply](Response response) {
    if (!done->exchange(true)) reply(std::move(response));
  };
  try {
    route.handle(services, request, once);
  } catch (const Failure& failure) {
    once(problem(failure.error(), request->id));
  } catch (const std::exception& unexpected) {
    once(problem(make_error(ErrorCode::internal, "internal",
                            {"平台内部错误。", "Something went wrong inside the platform."},
                            {"请把编号 " + request->id + " 报告给管理员。",
                             "Report the number " + request->id + " to the operators."}),
                 request->id));
    (void)unexpected;
  }
}

}  // namespace

void answer(const Services& services, Request given,
            const std::function<bool(std::function<void()>)>& run_long, const Reply& reply) {
  const auto request = std::make_shared<Request>(std::move(given));
  const auto pattern = std::make_shared<std::string_view>("none");
  const Instant begun = services.clock.now();
  const Reply finish = [&services, request, reply, pattern, begun](Response response) {
    const std::int64_t micros = services.clock.now().micros() - begun.micros();
    count_request(*pattern, response.status, static_cast<double>(micros) / 1e6);
    log_request(*request, *pattern, response.status, micros);
    reply(guarded(cached(std::move(response), *request), *request));
  };
  const auto refuse = [&](const Error& error) { finish(problem(error, request->id)); };
  if (const auto wrong = stranger(services, *request)) return refuse(*wrong);
  const auto address = parse_address(request->target);
  auto query = address
                   ? parse_query(address->query)
                   : Result<Values>(http_error(ErrorCode::invalid, "address",
                                               {"地址无法识别。", "The address cannot be read."},
                                               {"请检查地址的编码。", "Check its encoding."}));
  if (!query) return refuse(query.error());
  request->query = std::move(*query);
  bool known_path = false;
  const Route* route = find_route(request->method, address->path, request->path, known_path);
  if (route == nullptr && known_path) return finish(method_refused(request->id));
  if (route == nullptr) {
    return refuse(
        http_error(ErrorCode::not_found, "path", {"没有这个地址。", "There is no such address."},
                   {"地址见 /api/v1/openapi.json。", "/api/v1/openapi.json lists them."}));
  }
  *pattern = route->pattern;
  if (const auto wrong = wrong_parameters(*route, request->query)) return refuse(*wrong);
  if (!route->long_work) return run_handler(services, *route, request, finish);
  const bool taken = run_long(
      [&services, route, request, finish] { run_handler(services, *route, request, finish); });
  if (!taken) {
    refuse(http_error(ErrorCode::unavailable, "busy",
                      {"等待处理的工作太多。", "Too much work is waiting."},
                      {"请稍后再试。", "Try again in a moment."}));
  }
}

}  // namespace credence::http
