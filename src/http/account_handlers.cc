// SPDX-License-Identifier: Apache-2.0
#include "http/account_handlers.h"

#include "app/report/qr.h"
#include "base/one_time.h"
#include "http/asking.h"
#include "http/cookie.h"
#include "http/route_parts.h"
#include "rulebook/terms.h"

namespace credence::http {
namespace {

using domain::Power;

// The people behind a request, for acts that a key cannot do.
const app::Session& session_of(const Request& request) {
  if (!request.session) throw Failure(app::unidentified());
  return *request.session;
}

// ---- signing in

Response post_session(const Services& services, const Request& request) {
  const auto fresh =
      services.sessions
          .sign_in(services.book, body_of<app::SignInForm>(request), channel_of(request))
          .or_throw();
  return signed_in_response(services, request, fresh, json_of(fresh.account));
}

Response end_session(const Services& services, const Request& request) {
  services.sessions.sign_out(request.session_token);
  Response response = json_of(Done());
  response.headers.emplace_back("Set-Cookie", set_cookie("", request.secure));
  return response;
}

Response get_session(const Services& services, const Request& request) {
  const auto& session = session_of(request);
  SessionAnswer answer;
  answer.account = services.members.account(session.account).or_throw();
  for (const auto& term : rulebook::power_terms) {
    if (request.caller.may(term.value)) answer.powers.emplace_back(term.name);
  }
  for (const auto& [id, purpose] : services.book.purposes) {
    if (request.caller.may_ask_for(id)) answer.purposes.push_back(id);
  }
  answer.csrf = session.csrf;
  answer.started = session.started;
  answer.second_factor = session.second_factor;
  answer.password_outdated = session.password_outdated;
  return json_of(answer);
}

Response get_sessions(const Services& services, const Request& request) {
  return json_of(services.sessions.sessions_of(services.book, request.session_token));
}

Response end_other_sessions(const Services& services, const Request& request) {
  services.sessions.end_others(request.session_token);
  return json_of(Done());
}

Response post_confirmation(const Services& services, const Request& request) {
  const auto form = body_of<ConfirmationForm>(request);
  session_of(request);
  ConfirmationAnswer answer;
  answer.confirmation = services.sessions
                            .confirm(services.book, request.session_token,
                                     {"", form.password, form.code}, channel_of(request), form.act)
                            .or_throw();
  answer.seconds = services.book.limit("confirmation.seconds", services.clock.now().day()).value;
  return json_of(answer);
}

Response post_password(const Services& services, const Request& request) {
  const auto form = body_of<PasswordForm>(request);
  session_of(request);
  services.members
      .change_password(services.book, request.caller, form.old_password, form.new_password)
      .or_throw();
  services.sessions.end_others(request.session_token);
  return json_of(Done());
}

// ---- rules that people choose from

Response get_roles(const Services& services, const Request&) {
  std::vector<RoleAnswer> all;
  for (const auto& [id, role] : services.book.roles) {
    RoleAnswer answer;
    answer.id = id;
    answer.label = role.label;
    answer.basis = role.basis;
    answer.management = rulebook::term_of(rulebook::management_terms, role.management).name;
    for (const auto kind : role.unit_kinds)
      answer.unit_kinds.emplace_back(rulebook::term_of(rulebook::unit_kind_terms, kind).name);
    for (const auto power : role.powers)
      answer.powers.emplace_back(rulebook::term_of(rulebook::power_terms, power).name);
    answer.purposes = role.purposes;
    answer.second_factor = role.second_factor;
    answer.by_enrolment = role.enrolment;
    all.push_back(std::move(answer));
  }
  return json_response(wire::to_line(all), Caching::steady);
}

Response get_purposes(const Services& services, const Request&) {
  std::vector<PurposeAnswer> all;
  for (const auto& [id, purpose] : services.book.purposes) {
    all.push_back({id, purpose.label, purpose.basis,
                   std::string(domain::to_string(purpose.audience)), purpose.persons,
                   purpose.matter_required, purpose.seal_days});
  }
  return json_response(wire::to_line(all), Caching::steady);
}

// ---- units, invitations, accounts, keys

Response get_units(const Services& services, const Request& request) {
  return json_of(services.members.units(request.value("after"),
                                        number(request, "limit", page_rows, page_rows_max)));
}

Response post_unit(const Services& services, const Request& request) {
  return json_of(
      services.members.put_unit(services.book, request.caller, body_of<app::UnitForm>(request))
          .or_throw());
}

Response close_unit(const Services& services, const Request& request) {
  return json_of(
      services.members.close_unit(services.book, request.caller, request.value("code")).or_throw());
}

std::string join_address(const Services& services, const Request& request,
                         const std::string& token) {
  const bool tls = request.secure && !services.public_host.empty();
  return (tls ? "https://" + services.public_host : "http://" + request.host) + "/join/" + token;
}

Response link_answer(const Services& services, const Request& request,
                     const app::OneTimeLink& link) {
  return json_of(
      LinkAnswer{link.invitation, join_address(services, request, link.token), link.expires});
}

// Administrators and auditors see everybody's account.
void require_any(const Request& request, std::initializer_list<Power> powers) {
  for (const Power power : powers) {
    if (request.caller.may(power)) return;
  }
  request.caller.require(*powers.begin()).or_throw();
}

Response get_invitations(const Services& services, const Request& request) {
  require_any(request, {Power::manage_accounts, Power::manage_roles, Power::read_ledger});
  return json_of(services.members.invitations(request.value("after"),
                                              number(request, "limit", page_rows, page_rows_max)));
}

Response post_invitation(const Services& services, const Request& request) {
  return json_of(
      services.members.invite(services.book, request.caller, body_of<app::InvitationForm>(request))
          .or_throw());
}

Response approve_invitation(const Services& services, const Request& request) {
  return link_answer(
      services, request,
      services.members.approve(services.book, request.caller, request.value("id")).or_throw());
}

Response withdraw_invitation(const Services& services, const Request& request) {
  return json_of(services.members.withdraw(request.caller, request.value("id")).or_throw());
}

Response get_joining(const Services& services, const Request& request) {
  JoiningAnswer answer{services.members.joining(services.book, request.value("token")).or_throw(),
                       "", ""};
  answer.totp_address =
      totp_address("明信", answer.joining.account.empty() ? "credence" : answer.joining.account,
                   from_base32(answer.joining.totp_secret).value_or(""));
  answer.totp_qr = app::qr_svg(app::qr_matrix(answer.totp_address), "动态口令二维码");
  return json_response(wire::to_line(answer));
}

Response post_joining(const Services& services, const Request& request) {
  return json_response(wire::to_line(
      services.members.join(services.book, request.value("token"), body_of<app::JoinForm>(request))
          .or_throw()));
}

Response post_enrolment(const Services& services, const Request& request) {
  return link_answer(
      services, request,
      services.members.enrol(services.book, request.caller, body_of<app::EnrolmentForm>(request))
          .or_throw());
}

Response get_accounts(const Services& services, const Request& request) {
  require_any(request, {Power::manage_accounts, Power::manage_roles, Power::read_ledger});
  return json_of(services.members.accounts(request.value("unit"), request.value("after"),
                                           number(request, "limit", page_rows, page_rows_max)));
}

using Act = Result<app::AccountView> (app::Members::*)(const rulebook::RuleBook&,
                                                       const app::Caller&, std::string_view);

Later on_account(Act act) {
  return now([act](const Services& services, const Request& request) {
    return json_of(
        (services.members.*act)(services.book, request.caller, request.value("name")).or_throw());
  });
}

Response set_grant(const Services& services, const Request& request) {
  return json_of(services.members
                     .set_grant(services.book, request.caller, request.value("name"),
                                body_of<app::Grant>(request))
                     .or_throw());
}

Response set_certificate(const Services& services, const Request& request) {
  return json_of(services.members
                     .set_certificate(services.book, request.caller, request.value("name"),
                                      body_of<CertificateForm>(request).certificate)
                     .or_throw());
}

Response renew_account(const Services& services, const Request& request) {
  return link_answer(
      services, request,
      services.members.renew(services.book, request.caller, request.value("name")).or_throw());
}

Response get_keys(const Services& services, const Request& request) {
  require_any(request, {Power::manage_roles, Power::read_ledger});
  return json_of(services.keys.keys(request.value("unit"), request.value("after"),
                                    number(request, "limit", page_rows, page_rows_max)));
}

Response post_key(const Services& services, const Request& request) {
  return json_of(services.keys.issue(services.book, request.caller, body_of<app::KeyForm>(request))
                     .or_throw());
}

Response revoke_key(const Services& services, const Request& request) {
  return json_of(services.keys.revoke(request.caller, request.value("id")).or_throw());
}

const std::vector<Parameter> paging = {{"after", "上一页最后一个", "the last of the page before"},
                                       {"limit", "每页条数", "rows per page"}};

std::vector<Parameter> paged(std::vector<Parameter> more) {
  more.insert(more.end(), paging.begin(), paging.end());
  return more;
}

}  // namespace

app::Channel channel_of(const Request& request) {
  return {request.remote, request.client_certificate};
}

Response signed_in_response(const Services&, const Request& request, const app::SignedIn& fresh,
                            Response response) {
  response.headers.emplace_back("Set-Cookie", set_cookie(fresh.token, request.secure));
  return response;
}

std::vector<Route> account_routes() {
  using app::AccountView;
  const Guard accounts = holder(Power::manage_accounts);
  return {
      {"POST",
       "/api/v1/session",
       {"登录", "Sign in; the session comes as a cookie"},
       {},
       now(post_session),
       false,
       schema<AccountView>,
       {},
       json<app::SignInForm>(),
       true},
      {"GET",
       "/api/v1/session",
       {"当前会话", "Who is signed in, and what they may"},
       {},
       now(get_session),
       false,
       schema<SessionAnswer>,
       upkeep},
      {"POST",
       "/api/v1/session/end",
       {"退出", "Sign out"},
       {},
       now(end_session),
       true,
       schema<Done>,
       upkeep},
      {"GET",
       "/api/v1/sessions",
       {"我的会话", "The account's sessions"},
       {},
       now(get_sessions),
       false,
       schema<std::vector<app::SessionView>>,
       upkeep},
      {"POST",
       "/api/v1/sessions/end-others",
       {"结束其他会话", "End the account's other sessions"},
       {},
       now(end_other_sessions),
       true,
       schema<Done>,
       upkeep},
      {"POST",
       "/api/v1/confirmations",
       {"就一次重大操作再次认证", "Confirm one grave act with password and code"},
       {},
       now(post_confirmation),
       false,
       schema<ConfirmationAnswer>,
       signed_in,
       json<ConfirmationForm>(),
       true},
      {"POST",
       "/api/v1/account/password",
       {"更换口令", "Change the own password"},
       {},
       now(post_password),
       false,
       schema<Done>,
       upkeep,
       json<PasswordForm>(),
       true},
      {"GET",
       "/api/v1/roles",
       {"角色", "The roles and what they open"},
       {},
       now(get_roles),
       false,
       schema<std::vector<RoleAnswer>>},
      {"GET",
       "/api/v1/purposes",
       {"查询目的", "The purposes of asking"},
       {},
       now(get_purposes),
       false,
       schema<std::vector<PurposeAnswer>>},
      {"GET",
       "/api/v1/units",
       {"单位", "Units"},
       paging,
       now(get_units),
       false,
       schema<std::vector<app::Unit>>,
       signed_in},
      {"POST",
       "/api/v1/units",
       {"登记单位", "Register a unit"},
       {},
       now(post_unit),
       true,
       schema<app::Unit>,
       accounts,
       json<app::UnitForm>()},
      {"POST",
       "/api/v1/units/{code}/closing",
       {"停用单位", "Close a unit"},
       {},
       now(close_unit),
       true,
       schema<app::Unit>,
       grave(Power::manage_accounts)},
      {"GET",
       "/api/v1/invitations",
       {"开户申请", "Invitations"},
       paging,
       now(get_invitations),
       false,
       schema<std::vector<app::InvitationView>>,
       signed_in},
      {"POST",
       "/api/v1/invitations",
       {"提出开户申请", "Propose an account"},
       {},
       now(post_invitation),
       true,
       schema<app::InvitationView>,
       accounts,
       json<app::InvitationForm>()},
      {"POST",
       "/api/v1/invitations/{id}/approval",
       {"批准开户，得到一次性链接", "Approve it; gives the one-time link"},
       {},
       now(approve_invitation),
       true,
       schema<LinkAnswer>,
       grave(Power::manage_roles)},
      {"POST",
       "/api/v1/invitations/{id}/withdrawal",
       {"撤回开户申请", "Withdraw it"},
       {},
       now(withdraw_invitation),
       true,
       schema<app::InvitationView>,
       signed_in},
      {"GET",
       "/api/v1/joinings/{token}",
       {"一次性链接开立什么账号", "What a one-time link opens"},
       {},
       now(get_joining),
       true,
       schema<JoiningAnswer>},
      {"POST",
       "/api/v1/joinings/{token}",
       {"凭一次性链接开户或重设口令",
        "Open an account by a one-time link, or set its password anew"},
       {},
       now(post_joining),
       false,
       schema<app::AccountView>,
       {},
       json<app::JoinForm>(),
       true},
      {"POST",
       "/api/v1/enrolments",
       {"核验身份后为信用主体开户", "Enrol a subject whose identity was seen"},
       {},
       now(post_enrolment),
       true,
       schema<LinkAnswer>,
       holder(Power::enrol),
       json<app::EnrolmentForm>()},
      {"GET",
       "/api/v1/accounts",
       {"账号", "Accounts"},
       paged({{"unit", "单位代码", "the unit's code"}}),
       now(get_accounts),
       false,
       schema<std::vector<AccountView>>,
       signed_in},
      {"POST",
       "/api/v1/accounts/{name}/suspension",
       {"停用账号", "Suspend an account"},
       {},
       on_account(&app::Members::suspend),
       true,
       schema<AccountView>,
       grave(Power::manage_accounts)},
      {"POST",
       "/api/v1/accounts/{name}/restoration",
       {"恢复账号", "Restore it"},
       {},
       on_account(&app::Members::restore),
       true,
       schema<AccountView>,
       grave(Power::manage_accounts)},
      {"POST",
       "/api/v1/accounts/{name}/leaving",
       {"离职销户", "Its holder left"},
       {},
       on_account(&app::Members::leave),
       true,
       schema<AccountView>,
       grave(Power::manage_accounts)},
      {"POST",
       "/api/v1/accounts/{name}/grant",
       {"授权", "Give it roles"},
       {},
       now(set_grant),
       true,
       schema<AccountView>,
       grave(Power::manage_roles),
       json<app::Grant>()},
      {"POST",
       "/api/v1/accounts/{name}/certificate",
       {"登记其客户端证书", "Enter its client certificate"},
       {},
       now(set_certificate),
       true,
       schema<AccountView>,
       grave(Power::manage_roles),
       json<CertificateForm>()},
      {"POST",
       "/api/v1/accounts/{name}/renewal",
       {"重设口令和第二因素的链接", "A link to set password and second factor anew"},
       {},
       now(renew_account),
       true,
       schema<LinkAnswer>,
       grave(Power::manage_roles)},
      {"GET",
       "/api/v1/keys",
       {"密钥", "Keys of machines"},
       paged({{"unit", "单位代码", "the unit's code"}}),
       now(get_keys),
       false,
       schema<std::vector<app::KeyView>>,
       signed_in},
      {"POST",
       "/api/v1/keys",
       {"签发密钥（只显示一次）", "Issue a key, shown once"},
       {},
       now(post_key),
       true,
       schema<app::IssuedKey>,
       grave(Power::manage_roles),
       json<app::KeyForm>()},
      {"POST",
       "/api/v1/keys/{id}/revocation",
       {"注销密钥", "Revoke a key"},
       {},
       now(revoke_key),
       true,
       schema<app::KeyView>,
       grave(Power::manage_roles)},
  };
}

}  // namespace credence::http
