// SPDX-License-Identifier: Apache-2.0
#include "http/site.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>

#include "base/digest.h"
#include "http/address.h"
#include "http/encoding.h"
#include "http/identify.h"
#include "http/metrics.h"
#include "http/pages.h"
#include "http/problem.h"
#include "http/rates.h"

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
  const bool embedding =
      request.target == embed_address &&
      std::ranges::find(services.embed_origins, request.origin) != services.embed_origins.end();
  if (request.method == "POST" && (foreign || cross) && !embedding) {
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

Error wrong_method() {
  return http_error(
      ErrorCode::invalid, "method",
      {"该地址不支持这种方法。", "This address does not support the method."},
      {"可用方法见 /api/v1/openapi.json。", "/api/v1/openapi.json lists the methods."});
}

Response method_refused(const std::string& id) {
  Response response = problem(wrong_method(), id);
  response.status = 405;
  response.headers.emplace_back("Allow", "GET, HEAD, POST");
  return response;
}

// ETag and Cache-Control of a good answer; 304 when the asker has it already.
Response cached(Response response, const Request& request) {
  if (response.status == 200 && response.etag.empty() && response.caching != Caching::none) {
    response.etag = "\"" + to_hex(sha256(response.body)).substr(0, 24) + "\"";
  }
  pack(response, request);
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
  if (!response.framed) response.headers.emplace_back("X-Frame-Options", "DENY");
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

// A request on its way to its answer.
struct Visit {
  Visit(const Services& the_services, Request given, Reply to)
      : services(the_services),
        request(std::move(given)),
        reply(std::move(to)),
        begun(the_services.clock.now()) {}
  const Services& services;
  Request request;
  Reply reply;
  Instant begun;
  std::string_view pattern = "none";
  std::optional<Allowance> allowance;  // what is left of the caller's quota
  std::atomic<bool> answered = false;

  // Only the first answer counts: a handler may throw after it gave one.
  void finish(Response response) {
    if (answered.exchange(true)) return;
    const std::int64_t micros = services.clock.now().micros() - begun.micros();
    count_request(pattern, response.status, static_cast<double>(micros) / 1e6);
    log_request(request, pattern, response.status, micros);
    if (allowance) {
      response.headers.emplace_back("RateLimit-Limit", std::to_string(allowance->limit));
      response.headers.emplace_back("RateLimit-Remaining", std::to_string(allowance->remaining));
      response.headers.emplace_back("RateLimit-Reset", std::to_string(allowance->wait_seconds));
    }
    reply(guarded(cached(std::move(response), request), request));
  }
  void refuse(const Error& error) {
    finish(is_page(pattern) ? refusal_page(request, error) : problem(error, request.id));
  }
};
using SharedVisit = std::shared_ptr<Visit>;

Error too_often(std::int64_t wait) {
  Error error = http_error(
      ErrorCode::too_many, "too_many", {"请求过于频繁。", "Too many requests."},
      {"请在 " + std::to_string(wait) + " 秒后再试；批量需求请申请密钥。",
       "Try again in " + std::to_string(wait) + " seconds; for bulk needs ask for a key."});
  error.wait_seconds = wait;
  return error;
}

// Takes one request of a quota; the error when there is none left.
Result<void> take(Visit& visit, const Quota& quota) {
  if (visit.services.rates == nullptr) return {};
  visit.allowance =
      visit.services.rates->take(quota.who, quota.per_minute, visit.services.clock.now());
  if (visit.allowance->granted) return {};
  return too_often(visit.allowance->wait_seconds);
}

// Who it is, how often they came, whether they may. What is wrong with the credentials is counted
// against the address, so that nobody tries keys at leisure.
Result<void> admit(Visit& visit, const Route& route) {
  const auto identified = identify(visit.services, visit.request);
  if (auto within = take(visit, quota_of(visit.services, visit.request)); !within) return within;
  if (!identified) return identified;
  if (route.signing) {
    const auto most =
        visit.services.book.limit("rate.sign_in", visit.services.clock.now().day()).value;
    if (auto within = take(visit, {"sign-in at " + visit.request.remote, most}); !within)
      return within;
  }
  return check_guard(visit.services, route, visit.request);
}

Error internal_error(const std::string& id) {
  return make_error(
      ErrorCode::internal, "internal",
      {"平台内部错误。", "Something went wrong inside the platform."},
      {"请把编号 " + id + " 报告给管理员。", "Report the number " + id + " to the operators."});
}

// The catch site of a request (DESIGN 9): what was thrown becomes the answer, unless one was given.
void serve_route(const SharedVisit& visit, const Route& route) {
  try {
    if (auto admitted = admit(*visit, route); !admitted) return visit->refuse(admitted.error());
    const SharedRequest request(visit, &visit->request);
    route.handle(visit->services, request,
                 [visit](Response response) { visit->finish(std::move(response)); });
  } catch (const Failure& failure) {
    visit->refuse(failure.error());
  } catch (const std::exception& unexpected) {
    spdlog::error("{}", boost::json::serialize(boost::json::object{{"request", visit->request.id},
                                                                   {"error", unexpected.what()}}));
    visit->refuse(internal_error(visit->request.id));
  }
}

std::size_t body_most(const Services& services, const Route& route) {
  switch (route.body.kind) {
    case Body::Kind::file:
      return services.limits.upload_bytes;
    case Body::Kind::file_form:
      return services.limits.file_form_bytes;
    case Body::Kind::none:
    case Body::Kind::json:
    case Body::Kind::form:
    case Body::Kind::text:
      break;
  }
  return services.limits.form_bytes;
}

// Everything that can be wrong before it matters who asks. Errors: the problem's.
Result<const Route*> route_of(const Services& services, Request& request) {
  if (const auto wrong = stranger(services, request)) return *wrong;
  const auto address = parse_address(request.target);
  if (!address) {
    return http_error(ErrorCode::invalid, "address",
                      {"地址无法识别。", "The address cannot be read."},
                      {"请检查地址的编码。", "Check its encoding."});
  }
  auto query = parse_query(address->query);
  if (!query) return query.error();
  request.query = std::move(*query);
  bool known_path = false;
  const Route* route = find_route(request.method, address->path, request.path, known_path);
  if (route == nullptr && known_path) return wrong_method();
  if (route == nullptr) {
    return http_error(ErrorCode::not_found, "path", {"没有这个地址。", "There is no such address."},
                      {"地址见 /api/v1/openapi.json。", "/api/v1/openapi.json lists them."});
  }
  if (!route->any_parameters) {
    if (const auto wrong = wrong_parameters(*route, request.query)) return *wrong;
  }
  if (request.body.size() > body_most(services, *route)) {
    return http_error(ErrorCode::limit, "body", {"提交的内容过长。", "What was sent is too long."},
                      {"各项限制见 /api/v1/limits。", "/api/v1/limits serves every limit."});
  }
  return route;
}

// A browser opens an address; a program asks for JSON or for anything.
bool is_for_people(const Request& request) {
  return request.method == "GET" && request.accept.find("text/html") != std::string::npos;
}

Error busy() {
  return http_error(ErrorCode::unavailable, "busy",
                    {"等待处理的工作太多。", "Too much work is waiting."},
                    {"请稍后再试。", "Try again in a moment."});
}

}  // namespace

void answer(const Services& services, Request given, const Runners& runners, const Reply& reply) {
  const auto visit = std::make_shared<Visit>(services, std::move(given), reply);
  const auto route = route_of(services, visit->request);
  if (!route && route.error().id == "http.method")
    return visit->finish(method_refused(visit->request.id));
  if (!route && route.error().id == "http.path" && is_for_people(visit->request))
    return visit->finish(web_not_found(visit->request));
  if (!route) return visit->refuse(route.error());
  visit->pattern = (*route)->pattern;
  const auto work = [visit, at = *route] { serve_route(visit, *at); };
  const bool waits =
      (*route)->long_work || (*route)->guard.grave || is_slow_to_identify(visit->request);
  if (!(*route)->signing && !waits) return work();
  if (!((*route)->signing ? runners.sign_in(work) : runners.long_work(work))) visit->refuse(busy());
}

}  // namespace credence::http
