// SPDX-License-Identifier: Apache-2.0
#include "app/accounts/sessions.h"

#include "app/access/audit.h"
#include "app/access/units.h"
#include "app/accounts/caller_maker.h"
#include "app/accounts/passwords.h"
#include "base/digest.h"
#include "base/one_time.h"
#include "base/text.h"
#include "store/session.h"

namespace credence::app {
namespace {

using rulebook::RuleBook;

constexpr const char* basis = "GBT22239-2019/8.1.4.1";
constexpr std::int64_t second = 1'000'000, minute = 60 * second, hour = 60 * minute;
// A session's last sign of life is written down at most this often.
constexpr std::int64_t seen_every = minute;

Error ended() {
  return make_error(ErrorCode::unidentified, "session.ended",
                    {"会话已结束或已超时。", "The session has ended or timed out."},
                    {"请重新登录。", "Sign in again."}, basis);
}

Error locked(std::int64_t seconds) {
  Error error = make_error(
      ErrorCode::too_many, "sign_in.locked",
      {"登录失败次数过多，账号暂时锁定。",
       "Too many failed sign-ins: the account is locked for now."},
      {"请在 " + std::to_string((seconds + 59) / 60) + " 分钟后再试，或请安全管理员重设。",
       "Try again in " + std::to_string((seconds + 59) / 60) +
           " minutes, or let the security administrator renew it."},
      basis);
  error.wait_seconds = seconds;
  return error;
}

Error code_required() {
  return make_error(ErrorCode::unidentified, "sign_in.code_required",
                    {"须同时提供动态口令。", "A code of the authenticator app is needed too."},
                    {"请输入动态口令应用当前显示的六位数字。",
                     "Enter the six digits the authenticator app shows now."},
                    basis);
}

Error unconfirmed() {
  return make_error(
      ErrorCode::forbidden, "confirmation.required",
      {"这是重大操作，须就这一次操作再次认证。",
       "This is a grave act; it must be confirmed for itself."},
      {"请以口令和动态口令取得确认（/api/v1/confirmations），随请求一并提交。",
       "Get a confirmation with password and code (/api/v1/confirmations) and send it "
       "along."},
      basis);
}

// ---- stored rows and their sums

struct Row {
  std::string id, account;
  std::int64_t started = 0, seen = 0, second_factor = 0;
};

std::string text_of(const Row& row) {
  return "session " + row.id + " " + row.account + " " + std::to_string(row.started) + " " +
         std::to_string(row.seen) + " " + std::to_string(row.second_factor);
}

std::string tries_text(std::string_view account, std::int64_t failures, std::int64_t until,
                       std::int64_t step) {
  return "sign_in " + std::string(account) + " " + std::to_string(failures) + " " +
         std::to_string(until) + " " + std::to_string(step);
}

std::string confirmation_text(std::string_view id, std::string_view session, std::string_view act,
                              std::int64_t until) {
  return "confirmation " + std::string(id) + " " + std::string(session) + " " + std::string(act) +
         " " + std::to_string(until);
}

Failure altered(const char* what) {
  return Failure(make_error(ErrorCode::internal, "session.altered",
                            {std::string("数据库中的") + what + "被改动过。",
                             "A row of the sessions was altered in the database."},
                            {"请运行 credence fsck。", "Run credence fsck."}));
}

std::optional<Row> read_session(store::Session& sql, const SecretBox& box, const std::string& id) {
  const auto row = sql.query(
      "SELECT session_id, account, started, seen, second_factor, sum FROM session WHERE session_id "
      "= $1",
      {std::string_view(id)});
  if (!row->next()) return std::nullopt;
  Row found{std::string(row->bytes(0)), std::string(row->bytes(1)), row->number(2), row->number(3),
            row->number(4)};
  if (box.sum(text_of(found)) != row->number(5)) throw altered("会话");
  return found;
}

void put_session(store::Write& write, const SecretBox& box, const Row& row) {
  write.sql.run(
      "INSERT INTO session (session_id, account, started, seen, second_factor, sum) VALUES ($1, "
      "$2, $3, $4, $5, $6) ON CONFLICT (session_id) DO UPDATE SET seen = EXCLUDED.seen, sum = "
      "EXCLUDED.sum",
      {std::string_view(row.id), std::string_view(row.account), row.started, row.seen,
       row.second_factor, box.sum(text_of(row))});
}

void end_oldest(store::Write& write, const std::string& account, std::int64_t keep) {
  const auto rows =
      write.sql.query("SELECT session_id FROM session WHERE account = $1 ORDER BY seen DESC",
                      {std::string_view(account)});
  std::vector<std::string> old;
  for (std::int64_t n = 0; rows->next(); ++n) {
    if (n >= keep) old.emplace_back(rows->bytes(0));
  }
  for (const auto& id : old)
    write.sql.run("DELETE FROM session WHERE session_id = $1", {std::string_view(id)});
}

bool is_over(const RuleBook& book, const Row& row, Instant now) {
  const auto idle = book.limit("session.idle_minutes", now.day()).value * minute;
  const auto longest = book.limit("session.hours", now.day()).value * hour;
  return now.micros() - row.seen >= idle || now.micros() - row.started >= longest;
}

}  // namespace

Error sign_in_refused() {
  return make_error(ErrorCode::unidentified, "sign_in.refused",
                    {"账号、口令或动态口令不正确。", "Name, password or code is wrong."},
                    {"请核对后重试；连续失败会暂时锁定账号。",
                     "Check them and try again; repeated failures lock the account for a while."},
                    basis);
}

void end_sessions(store::Write& write, std::string_view account) {
  write.sql.run("DELETE FROM session WHERE account = $1", {account});
}

Sessions::Sessions(store::Database& database, const Vault& vault, const Clock& clock,
                   PasswordCost cost, bool demonstration)
    : database_(database),
      vault_(vault),
      clock_(clock),
      box_(vault.person_secret(), vault.random()),
      cost_(cost),
      demonstration_(demonstration),
      dummy_(password_hash("nobody has this one", "0123456789abcdef", cost)) {}

// ---- tries

Sessions::Tries Sessions::tries_of(store::Session& sql, std::string_view account) const {
  const auto row = sql.query(
      "SELECT failures, locked_until, totp_step, sum FROM sign_in WHERE account = $1", {account});
  if (!row->next()) return {};
  if (box_.sum(tries_text(account, row->number(0), row->number(1), row->number(2))) !=
      row->number(3)) {
    throw altered("登录记录");
  }
  return {row->number(0), Instant(row->number(1)), row->number(2)};
}

void Sessions::put_tries(store::Write& write, std::string_view account, const Tries& tries) const {
  write.sql.run(
      "INSERT INTO sign_in (account, failures, locked_until, totp_step, sum) VALUES ($1, $2, $3, "
      "$4, $5) ON CONFLICT (account) DO UPDATE SET failures = EXCLUDED.failures, locked_until = "
      "EXCLUDED.locked_until, totp_step = EXCLUDED.totp_step, sum = EXCLUDED.sum",
      {account, tries.failures, tries.locked_until.micros(), tries.totp_step,
       box_.sum(
           tries_text(account, tries.failures, tries.locked_until.micros(), tries.totp_step))});
}

void Sessions::record(store::Write& write, const Account& account, std::string_view outcome,
                      const Channel& channel, bool second_factor) const {
  put(write, vault_.random(), {account.name, account.unit}, outcome,
      SignInAttempt{box_.new_id(), account.name, std::string(outcome), channel.remote,
                    second_factor});
}

// An unknown name is neither counted nor kept: it may be anything, a password too.
Result<void> Sessions::count_failure(const RuleBook& book, const std::string& name,
                                     const Account* account, const Channel& channel) {
  if (account == nullptr) return sign_in_refused();
  database_.access().run([&](store::Write& write) {
    Tries tries = tries_of(write.sql, name);
    const Date today = write.now.day();
    if (++tries.failures >= book.limit("sign_in.failures", today).value) {
      tries.failures = 0;
      tries.locked_until =
          Instant(write.now.micros() + book.limit("sign_in.lock_minutes", today).value * minute);
    }
    put_tries(write, name, tries);
    record(write, *account, "refused", channel, false);
  });
  return sign_in_refused();
}

// Whether one was proven. A code proves something once: its step must be later than the last.
Result<bool> Sessions::second_factor(const RuleBook& book, const Account& account,
                                     const SignInForm& form, const Channel& channel) {
  if (!account.certificate.empty() && account.certificate == channel.certificate) return true;
  if (account.totp.empty()) {
    const bool needed = !demonstration_ && needs_second_factor(book, account.grant);
    if (needed || !account.certificate.empty()) return code_required();
    return false;
  }
  if (form.code.empty()) return code_required();
  const auto secret = box_.open("totp", account.name, account.totp);
  if (!secret) throw Failure(secret.error());
  const auto step = totp_step(*secret, form.code, clock_.now());
  bool fresh = false;
  if (step) {
    database_.access().run([&](store::Write& write) {
      Tries tries = tries_of(write.sql, account.name);
      fresh = *step > tries.totp_step;
      if (!fresh) return;
      tries.totp_step = *step;
      put_tries(write, account.name, tries);
    });
  }
  if (fresh) return true;
  return count_failure(book, account.name, &account, channel).error();
}

Result<std::pair<Account, bool>> Sessions::check(const RuleBook& book, const SignInForm& form,
                                                 const Channel& channel) {
  const std::string name = account_name(form.name);
  const auto account = find<Account>(database_.read_access().sql(), name);
  const auto until = account ? tries_of(database_.read_access().sql(), name).locked_until.micros()
                             : std::int64_t{0};
  if (const auto left = until - clock_.now().micros(); left > 0)
    return locked((left + second - 1) / second);
  if (!password_fits(account ? account->password : dummy_, form.password) || !account)
    return count_failure(book, name, account ? &*account : nullptr, channel).error();
  const auto factor = second_factor(book, *account, form, channel);
  if (!factor) return factor.error();
  return std::pair(*account, *factor);
}

void Sessions::rehash(const Account& account, std::string_view password) {
  if (!needs_rehash(account.password, cost_)) return;
  const std::string fresh = password_hash(password, vault_.random().bytes(16), cost_);
  database_.access().run([&](store::Write& write) {
    auto now = find<Account>(write.sql, account.name);
    if (!now || now->password != account.password) return;
    now->password = fresh;
    put(write, vault_.random(), {account.name, account.unit}, "rehash", *now);
  });
}

// ---- sessions

Result<SignedIn> Sessions::sign_in(const RuleBook& book, const SignInForm& form,
                                   const Channel& channel) {
  const auto checked = check(book, form, channel);
  if (!checked) return checked.error();
  const auto& [account, factor] = *checked;
  {
    const auto lease = database_.read_access();
    if (auto caller = CallerMaker::of(book, lease.sql(), account); !caller) return caller.error();
  }
  rehash(account, form.password);
  SignedIn signed_in;
  signed_in.token = box_.new_secret();
  database_.access().run([&](store::Write& write) {
    Tries tries = tries_of(write.sql, account.name);
    if (tries.failures > 0) {
      tries.failures = 0;
      put_tries(write, account.name, tries);
    }
    const auto most = book.limit("session.most", write.now.day()).value;
    end_oldest(write, account.name, most - 1);
    put_session(write, box_,
                {SecretBox::fingerprint(signed_in.token), account.name, write.now.micros(),
                 write.now.micros(), factor ? 1 : 0});
    record(write, account, "ok", channel, factor);
    const auto unit = find<Unit>(write.sql, account.unit);
    signed_in.account = view_of(account, unit ? unit->name : "");
  });
  return signed_in;
}

Result<Session> Sessions::session(const RuleBook& book, std::string_view token) {
  const std::string id = SecretBox::fingerprint(token);
  const Instant now = clock_.now();
  const auto lease = database_.read_access();
  auto row = read_session(lease.sql(), box_, id);
  if (!row || is_over(book, *row, now)) return ended();
  const auto account = find<Account>(lease.sql(), row->account);
  if (!account) return ended();
  auto caller = CallerMaker::of(book, lease.sql(), *account);
  if (!caller) return caller.error();
  if (now.micros() - row->seen >= seen_every) {
    database_.access().submit(
        [box = box_, id, at = now.micros()](store::Write& write) {
          auto fresh = read_session(write.sql, box, id);
          if (!fresh || fresh->seen >= at) return;
          fresh->seen = at;
          put_session(write, box, *fresh);
        },
        [](const std::exception_ptr&) {});  // the next request tries again
  }
  return Session{std::move(*caller),
                 row->account,
                 box_.mark("csrf", token),
                 Instant(row->started),
                 Instant(row->seen),
                 row->second_factor == 1,
                 is_outdated(book, *account, now.day())};
}

void Sessions::sign_out(std::string_view token) {
  const std::string id = SecretBox::fingerprint(token);
  database_.access().run([&](store::Write& write) {
    write.sql.run("DELETE FROM session WHERE session_id = $1", {std::string_view(id)});
  });
}

void Sessions::end_others(std::string_view token) {
  const std::string id = SecretBox::fingerprint(token);
  database_.access().run([&](store::Write& write) {
    const auto own = read_session(write.sql, box_, id);
    if (!own) return;
    write.sql.run("DELETE FROM session WHERE account = $1 AND session_id <> $2",
                  {std::string_view(own->account), std::string_view(id)});
  });
}

std::vector<SessionView> Sessions::sessions_of(const RuleBook& book, std::string_view token) const {
  const std::string id = SecretBox::fingerprint(token);
  const auto lease = database_.read_access();
  const auto own = read_session(lease.sql(), box_, id);
  std::vector<SessionView> all;
  if (!own) return all;
  const auto rows = lease.sql().query(
      "SELECT session_id, started, seen, second_factor FROM session WHERE account = $1 ORDER BY "
      "seen DESC",
      {std::string_view(own->account)});
  while (rows->next()) {
    const Row row{std::string(rows->bytes(0)), own->account, rows->number(1), rows->number(2),
                  rows->number(3)};
    if (is_over(book, row, clock_.now())) continue;
    all.push_back({row.account, Instant(row.started), Instant(row.seen), row.second_factor == 1,
                   row.id == id});
  }
  return all;
}

// ---- grave acts

Result<void> Sessions::prove(const RuleBook& book, std::string_view account,
                             const SignInForm& proof, const Channel& channel) {
  SignInForm form = proof;
  form.name = account;
  const auto checked = check(book, form, channel);
  if (!checked) return checked.error();
  return {};
}

Result<std::string> Sessions::confirm(const RuleBook& book, std::string_view token,
                                      const SignInForm& proof, const Channel& channel,
                                      std::string_view act) {
  const auto own = session(book, token);
  if (!own) return own.error();
  if (auto proven = prove(book, own->account, proof, channel); !proven) return proven.error();
  const std::string confirmation = box_.new_secret();
  database_.access().run([&](store::Write& write) {
    const std::string id = SecretBox::fingerprint(confirmation), by = SecretBox::fingerprint(token);
    const auto until =
        write.now.micros() + book.limit("confirmation.seconds", write.now.day()).value * second;
    write.sql.run("DELETE FROM confirmation WHERE until < $1", {write.now.micros()});
    write.sql.run(
        "INSERT INTO confirmation (confirmation_id, session_id, act, until, sum) VALUES ($1, $2, "
        "$3, $4, $5)",
        {std::string_view(id), std::string_view(by), act, until,
         box_.sum(confirmation_text(id, by, act, until))});
  });
  return confirmation;
}

Result<void> Sessions::use_confirmation(std::string_view token, std::string_view confirmation,
                                        std::string_view act) {
  bool used = false;
  const std::string id = SecretBox::fingerprint(confirmation), by = SecretBox::fingerprint(token);
  database_.access().run([&](store::Write& write) {
    used = false;
    const auto row = write.sql.query(
        "SELECT until, sum FROM confirmation WHERE confirmation_id = $1 AND session_id = $2 AND "
        "act = $3",
        {std::string_view(id), std::string_view(by), act});
    if (!row->next()) return;
    const std::int64_t until = row->number(0);
    used = until > write.now.micros() &&
           row->number(1) == box_.sum(confirmation_text(id, by, act, until));
    write.sql.run("DELETE FROM confirmation WHERE confirmation_id = $1", {std::string_view(id)});
  });
  if (used) return {};
  return unconfirmed();
}

// ---- fsck

namespace {

void check_sum(Audit& audit, const SecretBox& box, const std::string& text, std::int64_t sum,
               const std::string& where) {
  if (box.sum(text) == sum) return;
  audit.differ("fsck.session", where,
               {"内容与其校验和不符：被改动过。", "It is not what its sum says: it was altered."});
}

}  // namespace

void audit_sessions(Audit& audit, const SecretBox& box) {
  const auto sessions = audit.access().query(
      "SELECT session_id, account, started, seen, second_factor, sum FROM session");
  while (sessions->next()) {
    const Row row{std::string(sessions->bytes(0)), std::string(sessions->bytes(1)),
                  sessions->number(2), sessions->number(3), sessions->number(4)};
    check_sum(audit, box, text_of(row), sessions->number(5), "session of " + row.account);
  }
  const auto tries =
      audit.access().query("SELECT account, failures, locked_until, totp_step, sum FROM sign_in");
  while (tries->next()) {
    const std::string account(tries->bytes(0));
    check_sum(audit, box, tries_text(account, tries->number(1), tries->number(2), tries->number(3)),
              tries->number(4), "sign-ins of " + account);
  }
  const auto confirmations =
      audit.access().query("SELECT confirmation_id, session_id, act, until, sum FROM confirmation");
  while (confirmations->next()) {
    check_sum(audit, box,
              confirmation_text(confirmations->bytes(0), confirmations->bytes(1),
                                confirmations->bytes(2), confirmations->number(3)),
              confirmations->number(4), "a confirmation");
  }
  const auto nonces = audit.access().query("SELECT nonce_id, until, sum FROM nonce");
  while (nonces->next()) {
    check_sum(audit, box,
              "nonce " + std::string(nonces->bytes(0)) + " " + std::to_string(nonces->number(1)),
              nonces->number(2), "a nonce");
  }
}

}  // namespace credence::app
