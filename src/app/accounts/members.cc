// SPDX-License-Identifier: Apache-2.0
#include "app/accounts/members.h"

#include <algorithm>
#include <array>

#include "app/access/named_code.h"
#include "app/accounts/caller_maker.h"
#include "app/accounts/passwords.h"
#include "app/accounts/sessions.h"
#include "base/one_time.h"
#include "base/text.h"
#include "domain/identifiers.h"
#include "rulebook/terms.h"
#include "store/session.h"

namespace credence::app {
namespace {

using domain::Management;
using domain::Power;
using rulebook::RuleBook;

constexpr const char* accounts_basis = "GBT22239-2019/8.1.4.2";
constexpr auto administrators = std::to_array<std::string_view>(
    {"system_administrator", "security_administrator", "audit_administrator"});

Error problem(ErrorCode code, const char* id, Words message, Words remedy) {
  return make_error(code, id, std::move(message), std::move(remedy), accounts_basis);
}

Error no_unit() {
  return problem(ErrorCode::not_found, "unit.not_found",
                 {"没有这个单位，或已停用。", "There is no such unit, or it is closed."},
                 {"请先登记单位。", "Register the unit first."});
}

Error no_invitation() {
  return problem(ErrorCode::not_found, "invitation.not_found",
                 {"没有这个开户申请。", "There is no such invitation."},
                 {"请核对编号。", "Check its number."});
}

Error no_account() {
  return problem(ErrorCode::not_found, "account.not_found",
                 {"没有这个账号。", "There is no such account."},
                 {"请核对账号。", "Check its name."});
}

Error dead_link() {
  return problem(ErrorCode::not_found, "invitation.link",
                 {"链接无效：不存在、已使用、已撤回或已过期。",
                  "The link is not valid: unknown, used, withdrawn or too old."},
                 {"请向管理员要一个新的链接。", "Ask the administrators for a new one."});
}

// ---- units

std::optional<Error> unfit_unit(const RuleBook& book, const UnitForm& form, Date today) {
  const auto verdict = domain::check_code(domain::Scheme::uscc, form.code, book.regions, today);
  if (!verdict.well_formed) {
    return problem(ErrorCode::invalid, "unit.code",
                   {"单位代码不是统一社会信用代码。", "The unit's code is no credit code."},
                   {"请核对 18 位代码。", "Check its eighteen characters."});
  }
  if (trim(form.name).empty() || form.name.size() > 300) {
    return problem(ErrorCode::invalid, "unit.name",
                   {"单位名称为空或过长。", "Its name is missing or too long."},
                   {"请填写全称。", "Give its full name."});
  }
  for (const auto& kind : form.kinds) {
    const auto known = rulebook::value_named(rulebook::unit_kind_terms, kind);
    if (known && *known != domain::UnitKind::subject) continue;
    return problem(ErrorCode::invalid, "unit.kinds",
                   {"没有单位类别“" + kind + "”。", "There is no kind of unit “" + kind + "”."},
                   {"可用：" + rulebook::names_of(rulebook::unit_kind_terms),
                    "Known: " + rulebook::names_of(rulebook::unit_kind_terms)});
  }
  if (form.kinds.empty()) {
    return problem(ErrorCode::invalid, "unit.kinds",
                   {"须写明单位类别。", "Its kinds must be said."},
                   {"可用：" + rulebook::names_of(rulebook::unit_kind_terms),
                    "Known: " + rulebook::names_of(rulebook::unit_kind_terms)});
  }
  return std::nullopt;
}

Unit unit_of(const UnitForm& form) {
  return {domain::canonical_code(form.code), std::string(trim(form.name)), form.kinds, form.region,
          true};
}

// ---- holders of the management powers

std::vector<Account> holders(store::Session& sql, const RuleBook& book, Management management) {
  auto all = list<Account>(sql, Under::any, "", "", 1'000'000);
  std::erase_if(all, [&](const Account& one) {
    return !one.is_active() || management_of(book, one.grant) != management;
  });
  return all;
}

// Nobody may be left without an administrator of each kind.
Result<void> leaves_a_holder(store::Session& sql, const RuleBook& book, const Account& account) {
  const auto management = management_of(book, account.grant);
  if (management == Management::none) return {};
  const auto all = holders(sql, book, management);
  const bool another =
      std::ranges::any_of(all, [&](const Account& one) { return one.name != account.name; });
  if (another) return {};
  return problem(ErrorCode::conflict, "account.last_holder",
                 {"这是最后一名在任的" +
                      std::string(rulebook::term_of(rulebook::management_terms, management).zh) +
                      "员，不能停用。",
                  "This is the last active administrator of its kind."},
                 {"请先为继任者开户。", "Open an account for the successor first."});
}

Result<void> not_oneself(const Caller& caller, const Account& account) {
  if (caller.id() != account.name) return {};
  return problem(ErrorCode::forbidden, "account.own",
                 {"不能对自己的账号办理这项操作。", "Nobody does this to the own account."},
                 {"请由另一人办理。", "Let somebody else do it."});
}

// ---- names

// No colon: "key:…" and "operator:…" name machines and the terminal.
std::optional<Error> unfit_name(const std::string& name) {
  const auto text = to_code_points(name);
  const auto fits = [](char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'_' || c == U'-' ||
           c == U'.' || c == U'@' || (c >= 0x4E00 && c <= 0x9FFF);
  };
  const bool personal = domain::is_resident_id(domain::modern_resident_id(upper_ascii(name)));
  if (text.size() >= 2 && text.size() <= 64 && std::ranges::all_of(text, fits) && !personal)
    return std::nullopt;
  return problem(ErrorCode::invalid, "account.name",
                 {"账号名须为 2–64 个小写字母、数字、汉字或 _-.@，且不得为证件号码。",
                  "A name has 2–64 small letters, digits, Chinese characters or _-.@, and is no "
                  "document number."},
                 {"请换一个账号名。", "Choose another name."});
}

Error taken() {
  return problem(ErrorCode::conflict, "account.taken", {"账号名已被使用。", "The name is taken."},
                 {"请换一个。", "Choose another."});
}

bool is_minor(const NamedSubject& subject, Date today) {
  if (subject.scheme != domain::Scheme::resident_id) return false;
  const auto born = parse_date(std::string_view(subject.code).substr(6, 8));
  return born && born->plus_months(18 * 12) > today;
}

bool is_open(const Invitation& one, std::string_view token, Instant now) {
  return one.state == "open" && one.token == SecretBox::fingerprint(token) && one.expires &&
         now < *one.expires;
}

std::optional<Invitation> invitation_of(store::Session& sql, std::string_view token, Instant now) {
  const auto dot = token.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  auto one = find<Invitation>(sql, token.substr(0, dot));
  return one && is_open(*one, token, now) ? one : std::nullopt;
}

}  // namespace

Members::Members(store::Database& database, const Vault& vault, const Clock& clock,
                 PasswordCost cost, bool demonstration)
    : database_(database),
      vault_(vault),
      clock_(clock),
      box_(vault.person_secret(), vault.random()),
      cost_(cost),
      demonstration_(demonstration) {}

bool Members::asks_second_factor(const RuleBook& book, const Grant& grant) const {
  return !demonstration_ && needs_second_factor(book, grant);
}

AccountView Members::shown(store::Session& sql, const Account& account) const {
  const auto unit = find<Unit>(sql, account.unit);
  return view_of(account, unit ? unit->name : "");
}

// ---- links

OneTimeLink Members::open_link(store::Write& write, const RuleBook& book, const Actor& by,
                               std::string_view act, Invitation invitation) {
  const auto hours = book.limit("invitation.hours", write.now.day()).value;
  OneTimeLink link{invitation.id, invitation.id + "." + box_.new_secret(),
                   Instant(write.now.micros() + hours * 3'600'000'000)};
  invitation.state = "open";
  invitation.token = SecretBox::fingerprint(link.token);
  invitation.expires = link.expires;
  put(write, vault_.random(), by, act, invitation);
  return link;
}

Result<OneTimeLink> Members::link_for(const RuleBook& book, const Caller& caller,
                                      std::string_view act, Invitation invitation) {
  OneTimeLink link;
  database_.access().run(
      [&](store::Write& write) { link = open_link(write, book, caller.actor(), act, invitation); });
  return link;
}

bool Members::has_administrators(const RuleBook& book) const {
  const auto lease = database_.read_access();
  return std::ranges::all_of(
      std::initializer_list<Management>{Management::system, Management::security,
                                        Management::audit},
      [&](Management one) { return !holders(lease.sql(), book, one).empty(); });
}

Result<std::vector<std::pair<std::string, OneTimeLink>>> Members::first_links(
    const RuleBook& book, const UnitForm& centre, const Actor& by) {
  std::vector<std::pair<std::string, OneTimeLink>> links;
  if (auto unfit = unfit_unit(book, centre, clock_.now().day())) return std::move(*unfit);
  database_.access().run([&](store::Write& write) {
    links.clear();
    const Unit unit = unit_of(centre);
    if (!find<Unit>(write.sql, unit.code)) put(write, vault_.random(), by, "register", unit);
    for (const auto role : administrators) {
      if (!holders(write.sql, book, book.roles.at(std::string(role)).management).empty()) continue;
      for (auto& old : list<Invitation>(write.sql, Under::parent, unit.code)) {
        if (old.state != "open" || old.proposed_by != by.id || old.grant.roles.front() != role)
          continue;
        old.state = "withdrawn";
        put(write, vault_.random(), by, "withdraw", old);
      }
      Invitation invitation;
      invitation.id = box_.new_id();
      invitation.person = book.roles.at(std::string(role)).label.zh;
      invitation.unit = unit.code;
      invitation.grant.roles = {std::string(role)};
      invitation.proposed_by = by.id;
      links.emplace_back(role, open_link(write, book, by, "first_link", invitation));
    }
  });
  return links;
}

// ---- units

Result<Unit> Members::put_unit(const RuleBook& book, const Caller& caller, const UnitForm& form) {
  if (auto may = caller.require(Power::manage_accounts); !may) return may.error();
  if (auto unfit = unfit_unit(book, form, clock_.now().day())) return std::move(*unfit);
  const Unit unit = unit_of(form);
  database_.access().run(
      [&](store::Write& write) { put(write, vault_.random(), caller.actor(), "register", unit); });
  return unit;
}

Result<Unit> Members::close_unit(const RuleBook& book, const Caller& caller,
                                 std::string_view code) {
  if (auto may = caller.require(Power::manage_accounts); !may) return may.error();
  std::optional<Unit> unit;
  Result<void> fit;
  database_.access().run([&](store::Write& write) {
    fit = {};
    unit = find<Unit>(write.sql, code);
    if (!unit) return;
    for (const auto& account : list<Account>(write.sql, Under::parent, code, "", 1'000'000)) {
      if (fit && account.is_active()) fit = leaves_a_holder(write.sql, book, account);
    }
    if (!fit) return;
    unit->active = false;
    put(write, vault_.random(), caller.actor(), "close", *unit);
  });
  if (!unit) return no_unit();
  if (!fit) return fit.error();
  return *unit;
}

std::vector<Unit> Members::units(std::string_view after, int limit) const {
  return list<Unit>(database_.read_access().sql(), Under::any, "", after, limit);
}

// ---- opening accounts

Result<InvitationView> Members::invite(const RuleBook& book, const Caller& caller,
                                       const InvitationForm& form) {
  if (auto may = caller.require(Power::manage_accounts); !may) return may.error();
  const auto unit = find<Unit>(database_.read_access().sql(), form.unit);
  if (!unit || !unit->active) return no_unit();
  if (auto fit = check_grant(book, form.grant, unit->kinds); !fit) return fit.error();
  Invitation invitation;
  invitation.id = box_.new_id();
  invitation.person = form.person;
  invitation.unit = unit->code;
  invitation.grant = form.grant;
  invitation.state = "proposed";
  invitation.proposed_by = caller.id();
  database_.access().run([&](store::Write& write) {
    put(write, vault_.random(), caller.actor(), "propose", invitation);
  });
  return view_of(invitation);
}

Result<OneTimeLink> Members::approve(const RuleBook& book, const Caller& caller,
                                     std::string_view id) {
  if (auto may = caller.require(Power::manage_roles); !may) return may.error();
  Result<OneTimeLink> link = no_invitation();
  database_.access().run([&](store::Write& write) {
    auto invitation = find<Invitation>(write.sql, id);
    if (!invitation) {
      link = no_invitation();
    } else if (invitation->state != "proposed") {
      link = problem(ErrorCode::conflict, "invitation.not_proposed",
                     {"该申请不在待批准状态。", "It does not wait for approval."},
                     {"请重新提出申请。", "Let it be proposed anew."});
    } else if (invitation->proposed_by == caller.id()) {
      link = problem(ErrorCode::forbidden, "invitation.four_eyes",
                     {"提出人不能批准自己的申请。", "Who proposed it cannot approve it."},
                     {"请由另一人批准。", "Let somebody else approve it."});
    } else {
      invitation->approved_by = caller.id();
      link = open_link(write, book, caller.actor(), "approve", *invitation);
    }
  });
  return link;
}

Result<InvitationView> Members::withdraw(const Caller& caller, std::string_view id) {
  const bool may = caller.may(Power::manage_accounts) || caller.may(Power::manage_roles);
  if (!may) return caller.require(Power::manage_accounts).error();
  std::optional<Invitation> invitation;
  database_.access().run([&](store::Write& write) {
    invitation = find<Invitation>(write.sql, id);
    if (!invitation || invitation->state == "used") return;
    invitation->state = "withdrawn";
    invitation->token.clear();
    put(write, vault_.random(), caller.actor(), "withdraw", *invitation);
  });
  if (!invitation) return no_invitation();
  return view_of(*invitation);
}

Result<OneTimeLink> Members::enrol(const RuleBook& book, const Caller& caller,
                                   const EnrolmentForm& form) {
  if (auto may = caller.require(Power::enrol); !may) return may.error();
  if (trim(form.evidence).empty()) {
    return problem(ErrorCode::invalid, "enrolment.evidence",
                   {"须写明核验身份所凭的证件。", "What proved the identity must be said."},
                   {"请填写 evidence。", "Give `evidence`."});
  }
  const auto subject = named_subject(book, vault_.person_secret(), form.code);
  if (!subject) return subject.error();
  // SD-2020 art. 2: persons of full civil capacity only.
  if (is_minor(*subject, clock_.now().day())) {
    return make_error(ErrorCode::forbidden, "enrolment.minor",
                      {"未满十八周岁的人不属于平台的信用主体。",
                       "A person under eighteen is no credit subject of this platform."},
                      {"不予开户。", "No account is opened."}, "SD-2020/2");
  }
  Invitation invitation;
  invitation.id = box_.new_id();
  invitation.person = form.evidence;
  invitation.unit = subject->person ? "" : subject->code;
  invitation.grant.roles = {"subject"};
  invitation.subject = subject->id;
  invitation.proposed_by = caller.id();
  return link_for(book, caller, "enrol", std::move(invitation));
}

Result<OneTimeLink> Members::renew(const RuleBook& book, const Caller& caller,
                                   std::string_view name) {
  if (auto may = caller.require(Power::manage_roles); !may) return may.error();
  const auto account = find<Account>(database_.read_access().sql(), account_name(name));
  if (!account) return no_account();
  if (auto other = not_oneself(caller, *account); !other) return other.error();
  Invitation invitation;
  invitation.id = box_.new_id();
  invitation.person = account->person;
  invitation.unit = account->unit;
  invitation.grant = account->grant;
  invitation.subject = account->subject;
  invitation.account = account->name;
  invitation.proposed_by = caller.id();
  return link_for(book, caller, "renew", std::move(invitation));
}

std::vector<InvitationView> Members::invitations(std::string_view after, int limit) const {
  std::vector<InvitationView> all;
  for (const auto& one :
       list<Invitation>(database_.read_access().sql(), Under::any, "", after, limit))
    all.push_back(view_of(one));
  return all;
}

Result<Joining> Members::joining(const RuleBook& book, std::string_view token) const {
  const auto lease = database_.read_access();
  const auto invitation = invitation_of(lease.sql(), token, clock_.now());
  if (!invitation) return dead_link();
  Joining joining;
  joining.person = invitation->subject ? "" : invitation->person;
  joining.unit = invitation->unit;
  if (const auto unit = find<Unit>(lease.sql(), invitation->unit)) joining.unit_name = unit->name;
  for (const auto& role : invitation->grant.roles) {
    if (const auto at = book.roles.find(role); at != book.roles.end())
      joining.roles.push_back(at->second.label);
  }
  joining.account = invitation->account;
  joining.second_factor = asks_second_factor(book, invitation->grant);
  joining.totp_secret = to_base32(new_totp_secret(vault_.random()));
  return joining;
}

Result<void> Members::fill_account(const RuleBook& book, const JoinForm& form,
                                   const Invitation& invitation, Account& account) const {
  const Instant now = clock_.now();
  account.person = invitation.subject ? "" : invitation.person;
  account.unit = invitation.unit;
  account.grant = invitation.grant;
  account.subject = invitation.subject;
  account.state = "active";
  if (auto unfit = refused_password(book, form.password, account, now.day()))
    return std::move(*unfit);
  if (!account.password.empty())
    account.former_passwords.insert(account.former_passwords.begin(), account.password);
  account.password = password_hash(form.password, vault_.random().bytes(16), cost_);
  account.password_set = now;
  if (form.totp_secret.empty() && !asks_second_factor(book, invitation.grant)) return {};
  const auto secret = from_base32(form.totp_secret);
  if (!secret || secret->size() < 16 || !totp_step(*secret, form.code, now)) {
    return problem(ErrorCode::invalid, "account.code",
                   {"动态口令不符。", "The code is not the one the app shows."},
                   {"请把密钥加入动态口令应用，输入其当前显示的六位数字；请核对手机时间。",
                    "Add the secret to an authenticator app and enter the six digits it shows now; "
                    "check the phone's clock."});
  }
  account.totp = box_.seal("totp", account.name, *secret);
  return {};
}

Result<AccountView> Members::join(const RuleBook& book, std::string_view token,
                                  const JoinForm& form) {
  const auto invitation = invitation_of(database_.read_access().sql(), token, clock_.now());
  if (!invitation) return dead_link();
  Account account;
  account.name = account_name(form.name);
  if (!invitation->account.empty()) {
    const auto known = find<Account>(database_.read_access().sql(), invitation->account);
    if (!known) return dead_link();
    account = *known;
  } else if (auto unfit = unfit_name(account.name)) {
    return std::move(*unfit);
  }
  if (auto filled = fill_account(book, form, *invitation, account); !filled) return filled.error();
  Result<AccountView> joined = dead_link();
  database_.access().run([&](store::Write& write) {
    auto used = invitation_of(write.sql, token, write.now);
    if (!used) {
      joined = dead_link();
    } else if (used->account.empty() && find<Account>(write.sql, account.name)) {
      joined = taken();
    } else {
      used->state = "used";
      used->account = account.name;
      used->token.clear();
      const Actor self{account.name, account.unit};
      put(write, vault_.random(), self, "use", *used);
      put(write, vault_.random(), self, invitation->account.empty() ? "open" : "renew", account);
      end_sessions(write, account.name);
      joined = shown(write.sql, account);
    }
  });
  return joined;
}

// ---- accounts

Result<AccountView> Members::change(
    const Caller& caller, std::string_view name, std::string_view act,
    const std::function<Result<void>(store::Session&, Account&)>& change) {
  Result<AccountView> changed = no_account();
  database_.access().run([&](store::Write& write) {
    changed = no_account();
    auto account = find<Account>(write.sql, account_name(name));
    if (!account) return;
    if (auto other = not_oneself(caller, *account); !other) {
      changed = other.error();
      return;
    }
    if (auto fit = change(write.sql, *account); !fit) {
      changed = fit.error();
      return;
    }
    put(write, vault_.random(), caller.actor(), act, *account);
    end_sessions(write, account->name);
    changed = shown(write.sql, *account);
  });
  return changed;
}

Result<AccountView> Members::suspend(const RuleBook& book, const Caller& caller,
                                     std::string_view name) {
  if (auto may = caller.require(Power::manage_accounts); !may) return may.error();
  return change(caller, name, "suspend",
                [&](store::Session& sql, Account& account) -> Result<void> {
                  if (auto left = leaves_a_holder(sql, book, account); !left) return left;
                  account.state = "suspended";
                  return {};
                });
}

Result<AccountView> Members::restore(const RuleBook&, const Caller& caller, std::string_view name) {
  if (auto may = caller.require(Power::manage_accounts); !may) return may.error();
  return change(caller, name, "restore", [](store::Session&, Account& account) -> Result<void> {
    if (account.state != "suspended") {
      return problem(
          ErrorCode::conflict, "account.not_suspended",
          {"该账号不在停用状态。", "The account is not suspended."},
          {"离职的账号不能恢复，请重新开户。", "Who left is invited anew, not restored."});
    }
    account.state = "active";
    return {};
  });
}

Result<AccountView> Members::leave(const RuleBook& book, const Caller& caller,
                                   std::string_view name) {
  if (auto may = caller.require(Power::manage_accounts); !may) return may.error();
  return change(caller, name, "leave", [&](store::Session& sql, Account& account) -> Result<void> {
    if (auto left = leaves_a_holder(sql, book, account); !left) return left;
    account.state = "left";
    return {};
  });
}

Result<AccountView> Members::set_grant(const RuleBook& book, const Caller& caller,
                                       std::string_view name, const Grant& grant) {
  if (auto may = caller.require(Power::manage_roles); !may) return may.error();
  return change(caller, name, "grant", [&](store::Session& sql, Account& account) -> Result<void> {
    const auto unit = find<Unit>(sql, account.unit);
    if (account.subject || !unit) {
      return problem(
          ErrorCode::conflict, "grant.enrolment",
          {"信用主体本人的账号不能授予其他角色。", "A subject's own account takes no other role."},
          {"请另行开户。", "Open another account."});
    }
    if (auto fit = check_grant(book, grant, unit->kinds); !fit) return fit;
    const bool stays = management_of(book, grant) == management_of(book, account.grant);
    if (auto left = leaves_a_holder(sql, book, account); !stays && !left) return left;
    if (asks_second_factor(book, grant) && account.totp.empty() && account.certificate.empty()) {
      return problem(ErrorCode::conflict, "grant.second_factor",
                     {"新的角色须有第二种认证方式，该账号没有。",
                      "The new role asks for a second factor and the account has none."},
                     {"请先重新设置认证方式（renewal），或登记证书。",
                      "Renew its credentials, or enter a certificate, first."});
    }
    account.grant = grant;
    return {};
  });
}

Result<AccountView> Members::set_certificate(const RuleBook&, const Caller& caller,
                                             std::string_view name, std::string_view fingerprint) {
  if (auto may = caller.require(Power::manage_roles); !may) return may.error();
  const bool hex = std::ranges::all_of(
      fingerprint, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!fingerprint.empty() && (fingerprint.size() != 64 || !hex)) {
    return problem(
        ErrorCode::invalid, "account.certificate",
        {"证书指纹应为 64 位小写十六进制的 SHA-256。",
         "The fingerprint is the SHA-256 in 64 small hexadecimal digits."},
        {"openssl x509 -noout -fingerprint -sha256", "openssl x509 -noout -fingerprint -sha256"});
  }
  return change(caller, name, "set_certificate", [&](store::Session&, Account& account) {
    account.certificate = fingerprint;
    return Result<void>();
  });
}

Result<void> Members::change_password(const RuleBook& book, const Caller& caller,
                                      std::string_view old_password,
                                      std::string_view new_password) {
  auto account = find<Account>(database_.read_access().sql(), caller.id());
  if (!account || !account->is_active()) return unidentified();
  if (!password_fits(account->password, old_password)) return sign_in_refused();
  if (auto unfit = refused_password(book, new_password, *account, clock_.now().day()))
    return std::move(*unfit);
  const std::string fresh = password_hash(new_password, vault_.random().bytes(16), cost_);
  database_.access().run([&](store::Write& write) {
    auto now = find<Account>(write.sql, caller.id());
    if (!now) return;
    now->former_passwords.insert(now->former_passwords.begin(), now->password);
    const auto keep =
        static_cast<std::size_t>(book.limit("password.history", write.now.day()).value);
    if (now->former_passwords.size() > keep) now->former_passwords.resize(keep);
    now->password = fresh;
    now->password_set = write.now;
    put(write, vault_.random(), caller.actor(), "change_password", *now);
  });
  return {};
}

Result<AccountView> Members::account(std::string_view name) const {
  const auto lease = database_.read_access();
  const auto account = find<Account>(lease.sql(), account_name(name));
  if (!account) return no_account();
  return shown(lease.sql(), *account);
}

std::vector<AccountView> Members::accounts(std::string_view unit, std::string_view after,
                                           int limit) const {
  const auto lease = database_.read_access();
  std::vector<AccountView> all;
  for (const auto& one :
       list<Account>(lease.sql(), unit.empty() ? Under::any : Under::parent, unit, after, limit))
    all.push_back(shown(lease.sql(), one));
  return all;
}

void Members::note_submission(const Caller& caller, const std::string& receipt,
                              const std::string& item) {
  database_.access().run([&](store::Write& write) {
    if (find<Submitted>(write.sql, receipt)) return;  // the same file again: the first receipt
    put(write, vault_.random(), caller.actor(), "submit", Submitted{receipt, item, caller.id()});
  });
}

Result<Caller> Members::caller_of(const RuleBook& book, std::string_view name) const {
  const auto lease = database_.read_access();
  const auto account = find<Account>(lease.sql(), account_name(name));
  if (!account) return no_account();
  return CallerMaker::of(book, lease.sql(), *account);
}

}  // namespace credence::app
