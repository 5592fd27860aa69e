// SPDX-License-Identifier: Apache-2.0
#include "http/identify.h"

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "http/address.h"
#include "http/multipart.h"
#include "http/signature.h"

namespace credence::http {
namespace {

constexpr std::string_view bearer = "Bearer ";
constexpr std::int64_t second = 1'000'000;

Error two_credentials() {
  return make_error(
      ErrorCode::invalid, "access.two_credentials",
      {"请求同时出示了多种身份凭据。", "The request shows several credentials at once."},
      {"请只用一种：会话、密钥、签名或客户端证书。",
       "Use one: a session, a key, a signature or a client certificate."});
}

Error too_old(std::int64_t window) {
  return make_error(ErrorCode::unidentified, "signature.old",
                    {"请求签名的时间与平台相差超过 " + std::to_string(window) + " 秒。",
                     "The signature's time is more than " + std::to_string(window) +
                         " seconds off the platform's."},
                    {"请校准时钟后重新签名。", "Set the clock right and sign anew."});
}

Error refused_signature() {
  return make_error(
      ErrorCode::unidentified, "key.refused",
      {"密钥或签名不被接受。", "The key or signature is not accepted."},
      {"请核对密钥编号、密钥和签名内容。", "Check key number, secret and what is signed."});
}

Result<app::Caller> by_signature(const Services& services, const Request& request) {
  const auto input = read_signature(request);
  if (!input) return input.error();
  const Instant now = services.clock.now();
  const auto window = services.book.limit("signature.seconds", now.day()).value;
  const auto age = now.micros() / second - input->created;
  if (age > window || age < -window) return too_old(window);
  const auto secret = services.keys.signing_secret(input->key);
  if (!secret) return secret.error();
  if (!signature_fits(request, *input, *secret)) return refused_signature();
  return services.keys.by_signature(services.book, input->key, input->nonce,
                                    Instant((input->created + window + 1) * second));
}

Result<void> by_session(const Services& services, Request& request) {
  auto session = services.sessions.session(services.book, request.session_token);
  if (!session)
    return session.error().code == ErrorCode::unidentified ? Result<void>() : session.error();
  request.caller = session->caller;
  request.session = std::move(*session);
  return {};
}

Result<void> take(Request& request, Result<app::Caller> caller) {
  if (!caller) return caller.error();
  request.caller = std::move(*caller);
  return {};
}

Error outdated() {
  return make_error(
      ErrorCode::forbidden, "account.password_outdated",
      {"口令已到更换期限，更换之前不能办理其他事项。",
       "The password must be changed before anything else is done."},
      {"请更换口令（/api/v1/account/password）。", "Change it (/api/v1/account/password)."},
      "GBT22239-2019/8.1.4.1");
}

Error forged() {
  return make_error(ErrorCode::forbidden, "csrf",
                    {"缺少页面令牌，拒绝提交。", "The page's token is missing: not accepted."},
                    {"请刷新页面后重新提交；程序请带上 X-Credence-Csrf。",
                     "Reload the page and submit again; programs send X-Credence-Csrf."});
}

Error people_only() {
  return make_error(ErrorCode::forbidden, "access.people_only",
                    {"这项操作须由人登录后办理，密钥不能代替。",
                     "This act is for people who signed in, not for keys."},
                    {"请登录后办理。", "Sign in."}, "GBT22239-2019/8.1.4.1");
}

// The token stands in a header, or in a form's field.
bool has_token(const Request& request, const app::Session& session) {
  if (equal_in_constant_time(request.csrf, session.csrf)) return true;
  if (is_multipart(request.content_type)) {
    const auto parts = read_multipart(request.content_type, request.body);
    if (!parts) return false;
    const auto token = std::ranges::find(*parts, "csrf", &Part::name);
    return token != parts->end() && equal_in_constant_time(token->bytes, session.csrf);
  }
  if (!request.content_type.starts_with("application/x-www-form-urlencoded")) return false;
  const auto form = parse_query(request.body);
  if (!form) return false;
  for (const auto& [name, value] : *form) {
    if (name == "csrf") return equal_in_constant_time(value, session.csrf);
  }
  return false;
}

Result<void> check_grave(const Services& services, const Route& route, const Request& request) {
  if (!request.session) return people_only();
  return services.sessions.use_confirmation(
      request.session_token, request.confirmation,
      std::string(route.method) + " " + std::string(route.pattern));
}

}  // namespace

bool is_slow_to_identify(const Request& request) { return !request.signature_input.empty(); }

Result<void> identify(const Services& services, Request& request) {
  const bool key = request.authorization.starts_with(bearer),
             signed_request = !request.signature_input.empty(),
             session = !request.session_token.empty();
  if (key + signed_request + session > 1) return two_credentials();
  if (key)
    return take(request, services.keys.by_bearer(
                             services.book,
                             trim(std::string_view(request.authorization).substr(bearer.size()))));
  if (signed_request) return take(request, by_signature(services, request));
  if (session) return by_session(services, request);
  if (request.client_certificate.empty()) return {};
  // A certificate alone is a machine's key, or nobody's yet: somebody about to sign in with it.
  auto caller = services.keys.by_certificate(services.book, request.client_certificate);
  if (caller) request.caller = std::move(*caller);
  return {};
}

Result<void> check_guard(const Services& services, const Route& route, const Request& request) {
  if (route.method != "GET" && request.session && !has_token(request, *request.session))
    return forged();
  if (route.guard.who == Guard::Who::anyone) return {};
  if (request.caller.is_anonymous()) return app::unidentified();
  if (request.session && request.session->password_outdated && !route.guard.upkeep)
    return outdated();
  if (route.guard.who == Guard::Who::holder) {
    if (auto may = request.caller.require(route.guard.power); !may) return may;
  }
  return route.guard.grave ? check_grave(services, route, request) : Result<void>();
}

Quota quota_of(const Services& services, const Request& request) {
  const Date today = services.clock.now().day();
  const auto limit = [&](const char* id) { return services.book.limit(id, today).value; };
  if (request.caller.is_anonymous()) return {"at " + request.remote, limit("rate.anonymous")};
  const auto own = request.caller.per_minute();
  return {request.caller.id(), own > 0 ? own : limit("rate.account")};
}

}  // namespace credence::http
