// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/access/register.h"
#include "base/ids.h"

// Who may come in: accounts of people, links by which they open them, keys of machines. As the
// register holds them (app/access/register.h).

namespace credence::app {

// What somebody is given: roles of rules/roles, and what narrows them. Empty lists do not narrow.
struct Grant {
  std::vector<std::string> roles;
  std::vector<std::string> purposes, items, regions;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (roles, purposes, items, regions))

struct Account {
  static constexpr std::string_view kind = "account";
  std::string name;    // to sign in with
  std::string person;  // whose it is, as colleagues call them
  std::string unit;    // credit code
  Grant grant;
  std::optional<SubjectId> subject;  // a subject's own account: whose file it opens
  std::string state;                 // "active", "suspended", "left"
  std::string password;              // argon2id, encoded
  Instant password_set;
  std::vector<std::string> former_passwords;  // encoded, newest first
  std::string totp;                           // sealed, hex; empty: no second factor
  std::string certificate;  // SHA-256 of a client certificate that counts as the second factor

  std::string key() const { return name; }
  std::string parent() const { return unit; }
  std::string also() const { return certificate; }
  bool is_active() const { return state == "active"; }
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (name, person, unit, grant, subject, state, password, password_set,
                       former_passwords, totp, certificate))

// A one-time link, by which its receiver opens an account or, where one is named, sets password and
// second factor anew.
struct Invitation {
  static constexpr std::string_view kind = "invitation";
  std::string id;
  std::string person, unit;
  Grant grant;
  std::optional<SubjectId> subject;
  std::string account;  // a renewal: whose
  std::string state;    // "proposed", "open", "used", "withdrawn"
  std::string token;    // SHA-256 of the link's secret, hex; empty while proposed
  std::optional<Instant> expires;
  std::string proposed_by, approved_by;

  std::string key() const { return id; }
  std::string parent() const { return unit; }
  std::string also() const { return account; }
};
BOOST_DESCRIBE_STRUCT(Invitation, (),
                      (id, person, unit, grant, subject, account, state, token, expires,
                       proposed_by, approved_by))

// How a machine proves itself.
//   bearer       the secret itself, over TLS or on this machine
//   signed       every request signed (RFC 9421, hmac-sha256), with time and nonce
//   certificate  a client certificate (mutual TLS)
struct Key {
  static constexpr std::string_view kind = "key";
  std::string id;
  std::string label;  // which machine
  std::string unit;   // credit code
  Grant grant;
  std::int64_t per_minute = 0;  // requests; 0: what the rules say
  std::string mode;             // "bearer", "signed", "certificate"
  std::string secret;           // bearer: SHA-256, hex; signed: sealed, hex
  std::string certificate;      // SHA-256 of the certificate, hex
  Date expires;                 // last day it holds
  bool active = true;

  std::string key() const { return id; }
  std::string parent() const { return unit; }
  std::string also() const { return certificate; }
};
BOOST_DESCRIBE_STRUCT(Key, (),
                      (id, label, unit, grant, per_minute, mode, secret, certificate, expires,
                       active))

// Each attempt to sign in, for the audit.
struct SignInAttempt {
  static constexpr std::string_view kind = "sign_in";
  std::string id, account, outcome, remote;  // "ok", "refused", "locked"
  bool second_factor = false;

  std::string key() const { return id; }
  std::string parent() const { return account; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(SignInAttempt, (), (id, account, outcome, remote, second_factor))

// Who sent a file, beside the receipt that says for which unit.
struct Submitted {
  static constexpr std::string_view kind = "submission";
  std::string receipt, item, account;

  std::string key() const { return receipt; }
  std::string parent() const { return account; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(Submitted, (), (receipt, item, account))

// ---- what others may see of them: no secret

struct AccountView {
  std::string name, person, unit, unit_name;
  Grant grant;
  bool is_subject = false;
  std::string state;
  Instant password_set;
  bool second_factor = false, certificate = false;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (name, person, unit, unit_name, grant, is_subject, state, password_set,
                       second_factor, certificate))

struct InvitationView {
  std::string id, person, unit;
  Grant grant;
  std::string account, state;
  std::optional<Instant> expires;
  std::string proposed_by, approved_by;
};
BOOST_DESCRIBE_STRUCT(InvitationView, (),
                      (id, person, unit, grant, account, state, expires, proposed_by, approved_by))

struct KeyView {
  std::string id, label, unit;
  Grant grant;
  std::int64_t per_minute = 0;
  std::string mode, certificate;
  Date expires;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(KeyView, (),
                      (id, label, unit, grant, per_minute, mode, certificate, expires, active))

AccountView view_of(const Account& account, const std::string& unit_name);
InvitationView view_of(const Invitation& invitation);
KeyView view_of(const Key& key);

// Lower case, trimmed, NFKC; what accounts are found by.
std::string account_name(std::string_view given);

}  // namespace credence::app
