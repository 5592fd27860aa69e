// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/routes.h"

// Signing in, sessions, and the register of units, accounts, invitations and keys.

namespace credence::http {

struct SessionAnswer {
  app::AccountView account;
  std::vector<std::string> powers, purposes;
  std::string csrf;  // to send along as X-Credence-Csrf
  Instant started;
  bool second_factor = false, password_outdated = false;
};
BOOST_DESCRIBE_STRUCT(SessionAnswer, (),
                      (account, powers, purposes, csrf, started, second_factor, password_outdated))

// Password and code once more, for one act: method and pattern of the address, as "POST
// /api/v1/keys".
struct ConfirmationForm {
  std::string password, code, act;
};
BOOST_DESCRIBE_STRUCT(ConfirmationForm, (), (password, code, act))

struct ConfirmationAnswer {
  std::string confirmation;  // to send along as Credence-Confirmation
  std::int64_t seconds = 0;  // how long it holds
};
BOOST_DESCRIBE_STRUCT(ConfirmationAnswer, (), (confirmation, seconds))

struct PasswordForm {
  std::string old_password, new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordForm, (), (old_password, new_password))

struct CertificateForm {
  std::string certificate;  // SHA-256, hex; empty takes it away
};
BOOST_DESCRIBE_STRUCT(CertificateForm, (), (certificate))

struct LinkAnswer {
  std::string invitation;
  std::string address;  // shown once
  Instant expires;
};
BOOST_DESCRIBE_STRUCT(LinkAnswer, (), (invitation, address, expires))

// What a one-time link opens, and what an authenticator app is set up with: the same secret as
// text, as address and as a picture of it (SVG).
struct JoiningAnswer {
  app::Joining joining;
  std::string totp_address, totp_qr;
};
BOOST_DESCRIBE_STRUCT(JoiningAnswer, (), (joining, totp_address, totp_qr))

struct RoleAnswer {
  std::string id;
  Words label;
  std::string basis, management;
  std::vector<std::string> unit_kinds, powers, purposes;
  bool second_factor = false, by_enrolment = false;
};
BOOST_DESCRIBE_STRUCT(RoleAnswer, (),
                      (id, label, basis, management, unit_kinds, powers, purposes, second_factor,
                       by_enrolment))

struct PurposeAnswer {
  std::string id;
  Words label;
  std::string basis, audience;
  bool persons = false, matter_required = false;
  std::int64_t seal_days = 0;
};
BOOST_DESCRIBE_STRUCT(PurposeAnswer, (),
                      (id, label, basis, audience, persons, matter_required, seal_days))

// One version of something in the register, as an auditor or administrator sees it. The body is
// shown without secrets.
struct ActAnswer {
  std::string kind, id;
  std::int64_t version = 0;
  Instant at;
  std::string actor, unit, act;
  boost::json::object body;
  std::int64_t leaf = 0;
};
BOOST_DESCRIBE_STRUCT(ActAnswer, (), (kind, id, version, at, actor, unit, act, body, leaf))

struct Done {
  bool done = true;
};
BOOST_DESCRIBE_STRUCT(Done, (), (done))

// The routes of account_handlers.cc, and of the files named like them.
std::vector<Route> account_routes();
std::vector<Route> access_routes();
std::vector<Route> desk_routes();
std::vector<Route> case_routes();
std::vector<Route> repair_routes();
std::vector<Route> list_routes();
std::vector<Route> edition_routes();
std::vector<Route> ledger_routes();

// What a session answers with; for pages too.
Response signed_in_response(const Services& services, const Request& request,
                            const app::SignedIn& fresh, Response response);
app::Channel channel_of(const Request& request);
boost::json::object without_secrets(const std::string& body);

}  // namespace credence::http
