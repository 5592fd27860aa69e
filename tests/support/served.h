// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

#include "base/one_time.h"
#include "http/rates.h"
#include "http/site.h"
#include "support/platform.h"

// A platform as its ways in see it, without a socket.

namespace credence::testing {

inline http::Services services_of(Platform& platform, const Place& place) {
  return {
      *platform.database,    *platform.book,       *platform.query,        *platform.names,
      *platform.intake,      *platform.reports,    *platform.absence,      *platform.ledger,
      *platform.gate,        *platform.members,    *platform.sessions,     *platform.keys,
      *platform.consents,    *platform.looks,      *platform.patrol,       *platform.rights,
      *platform.cases,       *platform.desks,      *platform.documents,    *platform.corrections,
      *platform.repairs,     *platform.recalls,    *platform.checks,       *platform.signer,
      *platform.check_files, *platform.feedback,   *platform.measure_uses, *platform.lists,
      *platform.campaigns,   *platform.statistics, *platform.editions,     platform.clock,
      platform.random,       place.folder(),       app::reading_here()};
}

// Sends requests straight to the site.
class Site {
 public:
  Site(Platform& platform, const Place& place)
      : platform_(platform), services_(services_of(platform, place)) {}

  http::Services& services() { return services_; }

  http::Response send(http::Request request) {
    if (request.host.empty()) request.host = "127.0.0.1";
    if (request.remote.empty()) request.remote = "127.0.0.1";
    request.id = "r" + std::to_string(++count_);
    std::mutex mutex;
    std::condition_variable told;
    std::optional<http::Response> got;
    const http::Runners::Run here = [](const std::function<void()>& work) {
      work();
      return true;
    };
    http::answer(services_, std::move(request), {here, here}, [&](http::Response response) {
      const std::lock_guard lock(mutex);
      got = std::move(response);
      told.notify_all();
    });
    std::unique_lock lock(mutex);
    told.wait(lock, [&] { return got.has_value(); });
    return std::move(*got);
  }

  static http::Request get(const std::string& target) {
    http::Request request;
    request.method = "GET";
    request.target = target;
    return request;
  }
  static http::Request post(const std::string& target, const std::string& body = "") {
    http::Request request = get(target);
    request.method = "POST";
    request.body = body;
    request.content_type = "application/json";
    return request;
  }
  // The same, as somebody.
  static http::Request with_key(http::Request request, const std::string& key) {
    request.authorization = "Bearer " + key;
    return request;
  }
  http::Request in_session(http::Request request, const std::string& token) {
    request.session_token = token;
    request.csrf =
        app::SecretBox(platform_.vault.person_secret(), platform_.random).mark("csrf", token);
    return request;
  }
  // A session of an account that is put into the register for it.
  std::string session(const std::string& name, app::Grant grant, const std::string& unit = bureau,
                      const std::string& subject = "") {
    (void)platform_.caller(name, grant, unit, subject);
    platform_.put(with_totp(platform_.account(name, std::move(grant), unit, subject)));
    return platform_.sessions->sign_in(*platform_.book, {name, password, code()}, {})
        .or_throw()
        .token;
  }
  // A confirmation of one act; time goes on, since a code serves once.
  std::string confirmation(const std::string& token, const std::string& act) {
    platform_.clock.set(Instant(platform_.clock.now().micros() + 60'000'000));
    return platform_.sessions->confirm(*platform_.book, token, {"", password, code()}, {}, act)
        .or_throw();
  }
  // A bearer key of the bureau.
  std::string key(app::Grant grant, std::int64_t per_minute = 0) {
    if (!app::find<app::Unit>(platform_.database->read_access().sql(), bureau))
      platform_.put_units();
    const std::string id = "k" + std::to_string(++count_);
    app::Key one;
    one.id = id;
    one.label = "审批系统";
    one.unit = bureau;
    one.grant = std::move(grant);
    one.per_minute = per_minute;
    one.mode = "bearer";
    one.secret = app::SecretBox::fingerprint("secret");
    one.expires = platform_.clock.now().day().plus_days(90);
    platform_.put(one);
    return "ck_" + id + "_secret";
  }
  std::string code() const { return totp_code(totp_secret, platform_.clock.now()); }

  static inline const std::string password = "Correct-horse-7";
  static inline const std::string totp_secret = "12345678901234567890";

 private:
  app::Account with_totp(app::Account account) {
    account.totp = app::SecretBox(platform_.vault.person_secret(), platform_.random)
                       .seal("totp", account.name, totp_secret);
    return account;
  }
  Platform& platform_;
  http::Services services_;
  int count_ = 0;
};

}  // namespace credence::testing
