// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "http/account_handlers.h"
#include "http/asking.h"
#include "http/route_parts.h"

// Consents, who looked, and what auditors read.

namespace credence::http {
namespace {

using domain::Power;

// ---- consents

Response post_consent(const Services& services, const Request& request) {
  return json_of(
      services.consents.give(services.book, request.caller, body_of<app::ConsentForm>(request))
          .or_throw());
}

Response get_consents(const Services& services, const Request& request) {
  return json_of(services.consents
                     .of(request.caller, request.value("after"),
                         number(request, "limit", page_rows, page_rows_max))
                     .or_throw());
}

Response withdraw_consent(const Services& services, const Request& request) {
  return json_of(services.consents.withdraw(request.caller, request.value("id")).or_throw());
}

// ---- looks

Response get_looks(const Services& services, const Request& request) {
  return json_of(services.looks
                     .at_me(services.book, request.caller, request.value("after"),
                            number(request, "limit", page_rows, page_rows_max))
                     .or_throw());
}

// An auditor's question; in a body, because whom it is about may be a person.
struct LedgerForm {
  std::string reason;
  std::optional<std::string> code, asker, unit, purpose, matter;
  std::optional<Date> from, to;
  std::optional<std::int64_t> before, limit;
};
BOOST_DESCRIBE_STRUCT(LedgerForm, (),
                      (reason, code, asker, unit, purpose, matter, from, to, before, limit))

Response post_ledger_search(const Services& services, const Request& request) {
  const auto form = body_of<LedgerForm>(request);
  app::LedgerFilter filter;
  if (form.code && !form.code->empty())
    filter.subject = services.query.subject_of(services.book, *form.code).or_throw();
  filter.asker = form.asker.value_or("");
  filter.unit = form.unit.value_or("");
  filter.purpose = form.purpose.value_or("");
  filter.matter = form.matter.value_or("");
  filter.from = form.from;
  filter.to = form.to;
  filter.before = static_cast<std::uint64_t>(std::max<std::int64_t>(0, form.before.value_or(0)));
  filter.limit =
      static_cast<int>(std::clamp<std::int64_t>(form.limit.value_or(page_rows), 1, page_rows_max));
  return json_of(services.looks.search(request.caller, filter, form.reason).or_throw());
}

// ---- acts

ActAnswer answer_of(const app::RegisterEntry& entry) {
  return {entry.kind,
          entry.id,
          entry.version,
          entry.at,
          entry.actor,
          entry.unit,
          entry.act,
          without_secrets(entry.body),
          static_cast<std::int64_t>(entry.leaf)};
}

std::uint64_t before_of(const Request& request) {
  std::uint64_t before = 0;
  const std::string& text = request.value("before");
  std::from_chars(text.data(), text.data() + text.size(), before);
  return before;
}

Response get_acts(const Services& services, const Request& request) {
  const auto lease = services.database.read_access();
  std::vector<ActAnswer> all;
  for (const auto& entry :
       app::acts(lease.sql(), {request.value("kind"), request.value("actor"), before_of(request),
                               number(request, "limit", page_rows, page_rows_max)}))
    all.push_back(answer_of(entry));
  return json_of(all);
}

Response get_history(const Services& services, const Request& request) {
  const auto lease = services.database.read_access();
  std::vector<ActAnswer> all;
  for (const auto& entry : app::history(lease.sql(), request.value("kind"), request.value("id")))
    all.push_back(answer_of(entry));
  return json_of(all);
}

}  // namespace

// Encoded passwords, sealed second factors and fingerprints of links stay in the database.
boost::json::object without_secrets(const std::string& body) {
  boost::system::error_code fault;
  auto value = boost::json::parse(body, fault);
  if (fault || !value.is_object()) return {};
  auto object = std::move(value.get_object());
  for (const char* secret : {"password", "former_passwords", "totp", "token", "secret"})
    object.erase(secret);
  return object;
}

std::vector<Route> access_routes() {
  const Guard audit = holder(Power::read_ledger);
  return {
      {"POST",
       "/api/v1/lookups",
       {"按代码查询（代码在正文中，含自然人）",
        "A subject's file, the code in the body; the way to persons' files"},
       {},
       post_lookup,
       false,
       schema<app::DisclosedFile>,
       {},
       json<LookupForm>()},
      {"GET",
       "/api/v1/me/file",
       {"本人信息", "The own file"},
       {{"as_of", "有效日", "valid day"}, {"known", "已知时刻", "known instant"}},
       get_own_file,
       false,
       schema<app::DisclosedFile>,
       signed_in},
      {"GET",
       "/api/v1/me/looks",
       {"谁查询过我", "Who looked at me"},
       {{"after", "上一页的 next", "`next` of the page before"}, {"limit", "最多几条", "at most"}},
       now(get_looks),
       false,
       schema<app::LooksAtMe>,
       signed_in},
      {"GET",
       "/api/v1/consents",
       {"书面授权", "Consents given, or given to the own unit"},
       {{"after", "上一页最后一个", "the last of the page before"},
        {"limit", "最多几条", "at most"}},
       now(get_consents),
       false,
       schema<std::vector<app::Consent>>,
       signed_in},
      {"POST",
       "/api/v1/consents",
       {"授权（本人），或登记纸质授权书", "Give a consent, or lodge one on paper"},
       {},
       now(post_consent),
       true,
       schema<app::Consent>,
       signed_in,
       json<app::ConsentForm>()},
      {"POST",
       "/api/v1/consents/{id}/withdrawal",
       {"撤回授权", "Withdraw a consent, at once"},
       {},
       now(withdraw_consent),
       true,
       schema<app::Consent>,
       signed_in},
      {"POST",
       "/api/v1/ledger/searches",
       {"检索查询记录（审计）", "Search the access ledger (audit); the search is itself recorded"},
       {},
       now(post_ledger_search),
       true,
       schema<std::vector<app::LedgerEntry>>,
       audit,
       json<LedgerForm>()},
      {"GET",
       "/api/v1/acts",
       {"管理操作记录", "Acts on the register, newest first"},
       {{"kind", "类别", "kind"},
        {"actor", "经办人", "actor"},
        {"before", "此前的日志条目", "entries of the log before this one"},
        {"limit", "最多几条", "at most"}},
       now(get_acts),
       false,
       schema<std::vector<ActAnswer>>,
       audit},
      {"GET",
       "/api/v1/acts/{kind}/{id}",
       {"一项登记的全部版本", "Every version of one thing"},
       {},
       now(get_history),
       false,
       schema<std::vector<ActAnswer>>,
       audit},
  };
}

}  // namespace credence::http
