// SPDX-License-Identifier: Apache-2.0
#include "app/accounts/keys.h"

#include <algorithm>

#include "app/access/units.h"
#include "app/accounts/caller_maker.h"
#include "base/digest.h"
#include "base/text.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Power;
using rulebook::RuleBook;

constexpr const char* basis = "GBT22239-2019/8.1.4.2";
constexpr std::int32_t longest_days = 400;  // a year, and a month to replace it in
constexpr std::string_view prefix = "ck_";

Error wrong(const char* id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, id, std::move(message), std::move(remedy), basis);
}

Error refused() {
  return make_error(
      ErrorCode::unidentified, "key.refused",
      {"密钥或签名不被接受。", "The key or signature is not accepted."},
      {"请核对密钥编号、密钥和签名方式；密钥可能已注销或过期。",
       "Check key number, secret and how it is signed; it may be revoked or expired."},
      basis);
}

// What a machine never holds: deciding over others, and destroying.
bool is_for_people(const rulebook::RoleRule& role) {
  const auto grave = {Power::propose_erasure, Power::approve_erasure, Power::manage_accounts,
                      Power::manage_roles,    Power::read_ledger,     Power::enrol,
                      Power::lodge_consent,   Power::answer_requests, Power::handle_findings};
  return std::ranges::any_of(
      role.powers, [&](Power one) { return std::ranges::find(grave, one) != grave.end(); });
}

std::optional<Error> unfit_roles(const RuleBook& book, const Grant& grant) {
  for (const auto& id : grant.roles) {
    const auto at = book.roles.find(id);
    if (at == book.roles.end() || !is_for_people(at->second)) continue;
    return wrong("key.management",
                 {"角色“" + at->second.label.zh + "”的权限只能由人行使，不能授予密钥。",
                  "The role “" + at->second.label.en + "” is for people, not for machines."},
                 {"请选用查询或报送类的角色。", "Choose a role for asking or submitting."});
  }
  return std::nullopt;
}

bool is_fingerprint(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::optional<Error> unfit_form(const KeyForm& form, Date today) {
  if (form.mode != "bearer" && form.mode != "signed" && form.mode != "certificate") {
    return wrong("key.mode",
                 {"密钥方式应为 bearer、signed 或 certificate。",
                  "The mode is bearer, signed or certificate."},
                 {"请改正 mode。", "Correct `mode`."});
  }
  if ((form.mode == "certificate") != is_fingerprint(form.certificate)) {
    return wrong("key.certificate",
                 {"证书方式须给出证书的 SHA-256（64 位小写十六进制），其他方式不填。",
                  "Mode certificate needs its SHA-256 in 64 small hexadecimal digits; the others "
                  "none."},
                 {"请改正 certificate。", "Correct `certificate`."});
  }
  if (form.expires < today || form.expires > today.plus_days(longest_days)) {
    return wrong("key.expires",
                 {"密钥的到期日须在今天之后、" + std::to_string(longest_days) + " 日之内。",
                  "Its last day is at most " + std::to_string(longest_days) + " days away."},
                 {"请改正 expires。", "Correct `expires`."});
  }
  if (form.per_minute >= 0 && !trim(form.label).empty()) return std::nullopt;
  return wrong("key.label", {"须写明是哪个系统的密钥。", "Which system it is for must be said."},
               {"请填写 label。", "Give `label`."});
}

}  // namespace

Keys::Keys(store::Database& database, const Vault& vault, const Clock& clock)
    : database_(database),
      vault_(vault),
      clock_(clock),
      box_(vault.person_secret(), vault.random()) {}

Result<IssuedKey> Keys::issue(const RuleBook& book, const Caller& caller, const KeyForm& form) {
  if (auto may = caller.require(Power::manage_roles); !may) return may.error();
  if (auto unfit = unfit_form(form, clock_.now().day())) return std::move(*unfit);
  const auto unit = find<Unit>(database_.read_access().sql(), form.unit);
  if (!unit || !unit->active) {
    return make_error(ErrorCode::not_found, "unit.not_found",
                      {"没有这个单位，或已停用。", "There is no such unit, or it is closed."},
                      {"请先登记单位。", "Register the unit first."}, basis);
  }
  if (auto unfit = unfit_roles(book, form.grant)) return std::move(*unfit);
  if (auto fit = check_grant(book, form.grant, unit->kinds); !fit) return fit.error();
  Key key{box_.new_id(), form.label, form.unit,        form.grant,   form.per_minute,
          form.mode,     "",         form.certificate, form.expires, true};
  IssuedKey issued;
  if (form.mode != "certificate") {
    const std::string secret = box_.new_secret();
    key.secret = form.mode == "bearer" ? SecretBox::fingerprint(secret)
                                       : box_.seal("signing", key.id, secret);
    issued.secret = form.mode == "bearer" ? std::string(prefix) + key.id + "_" + secret : secret;
  }
  issued.key = view_of(key);
  database_.access().run(
      [&](store::Write& write) { put(write, vault_.random(), caller.actor(), "issue", key); });
  return issued;
}

Result<KeyView> Keys::revoke(const Caller& caller, std::string_view id) {
  if (auto may = caller.require(Power::manage_roles); !may) return may.error();
  std::optional<Key> key;
  database_.access().run([&](store::Write& write) {
    key = find<Key>(write.sql, id);
    if (!key || !key->active) return;
    key->active = false;
    key->secret.clear();
    put(write, vault_.random(), caller.actor(), "revoke", *key);
  });
  if (key) return view_of(*key);
  return make_error(ErrorCode::not_found, "key.not_found",
                    {"没有这个密钥。", "There is no such key."},
                    {"请核对编号。", "Check its number."}, basis);
}

std::vector<KeyView> Keys::keys(std::string_view unit, std::string_view after, int limit) const {
  std::vector<KeyView> all;
  for (const auto& key : list<Key>(database_.read_access().sql(),
                                   unit.empty() ? Under::any : Under::parent, unit, after, limit))
    all.push_back(view_of(key));
  return all;
}

Result<Caller> Keys::by_bearer(const RuleBook& book, std::string_view token) const {
  if (!token.starts_with(prefix)) return refused();
  const auto parts = split(token.substr(prefix.size()), "_");
  if (parts.size() != 2) return refused();
  const auto lease = database_.read_access();
  const auto key = find<Key>(lease.sql(), parts[0]);
  if (!key || key->mode != "bearer" ||
      !equal_in_constant_time(key->secret, SecretBox::fingerprint(parts[1])))
    return refused();
  return CallerMaker::of(book, lease.sql(), *key, clock_.now().day());
}

Result<Caller> Keys::by_certificate(const RuleBook& book, std::string_view fingerprint) const {
  const auto lease = database_.read_access();
  if (fingerprint.empty()) return refused();
  for (const auto& key : list<Key>(lease.sql(), Under::also, fingerprint)) {
    if (key.active) return CallerMaker::of(book, lease.sql(), key, clock_.now().day());
  }
  return refused();
}

Result<std::string> Keys::signing_secret(std::string_view id) const {
  const auto key = find<Key>(database_.read_access().sql(), id);
  if (!key || key->mode != "signed" || !key->active) return refused();
  return box_.open("signing", key->id, key->secret);
}

Result<Caller> Keys::by_signature(const RuleBook& book, std::string_view id, std::string_view nonce,
                                  Instant until) {
  bool fresh = false;
  const std::string name = SecretBox::fingerprint(std::string(id) + " " + std::string(nonce));
  database_.access().run([&](store::Write& write) {
    write.sql.run("DELETE FROM nonce WHERE until < $1", {write.now.micros()});
    fresh = !write.sql.query("SELECT 1 FROM nonce WHERE nonce_id = $1", {std::string_view(name)})
                 ->next();
    if (!fresh) return;
    write.sql.run("INSERT INTO nonce (nonce_id, until, sum) VALUES ($1, $2, $3)",
                  {std::string_view(name), until.micros(),
                   box_.sum("nonce " + name + " " + std::to_string(until.micros()))});
  });
  if (!fresh) {
    return make_error(
        ErrorCode::unidentified, "key.replayed",
        {"这个已签名的请求用过了。", "This signed request was used before."},
        {"请以新的 nonce 和时间重新签名。", "Sign it anew, with a new nonce and time."}, basis);
  }
  const auto lease = database_.read_access();
  const auto key = find<Key>(lease.sql(), id);
  if (!key) return refused();
  return CallerMaker::of(book, lease.sql(), *key, clock_.now().day());
}

}  // namespace credence::app
