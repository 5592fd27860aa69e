// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/access/secret_box.h"
#include "app/access/vault.h"
#include "app/accounts/account.h"
#include "base/password.h"
#include "rulebook/rulebook.h"

// Signing in with password and second factor, sessions, and the confirmation each grave act needs.
// Every attempt is in the register; what changes with each request (when a session was last seen,
// failures in a row, codes used) is summed with a key of the node's instead.

namespace credence::app {

struct SignInForm {
  std::string name, password;
  std::string code;  // of the authenticator app; may be empty where a certificate is shown
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (name, password, code))

// What the way in knows beside the form.
struct Channel {
  std::string remote;       // address
  std::string certificate;  // SHA-256 of the verified client certificate, hex; empty: none
};

struct SignedIn {
  std::string token;  // the session's secret, for the cookie; kept nowhere
  AccountView account;
};

// A request's session.
struct Session {
  Caller caller = Caller::anonymous();
  std::string account;
  std::string csrf;  // what a form or script must send along
  Instant started, seen;
  bool second_factor = false;
  bool password_outdated = false;  // nothing else may be done before it is changed
};

struct SessionView {
  std::string account;
  Instant started, seen;
  bool second_factor = false, own = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (account, started, seen, second_factor, own))

Error sign_in_refused();  // unidentified ("sign_in.refused")

// Ends every session of an account, within the work that changes it.
void end_sessions(store::Write& write, std::string_view account);

// Thread safe.
class Sessions {
 public:
  Sessions(store::Database& database, const Vault& vault, const Clock& clock,
           PasswordCost cost = {}, bool demonstration = false);

  // Errors: unidentified ("sign_in.refused": name, password or code wrong, not told apart;
  // "sign_in.code_required": the password is right and a code must come with it), too_many
  // ("sign_in.locked", with the wait), forbidden ("account.inactive"). Takes as long for an unknown
  // name as for a known one.
  Result<SignedIn> sign_in(const rulebook::RuleBook& book, const SignInForm& form,
                           const Channel& channel);
  // Whose session it is. Errors: unidentified ("session.ended": unknown, ended, idle or too old),
  // forbidden ("account.inactive").
  Result<Session> session(const rulebook::RuleBook& book, std::string_view token);
  void sign_out(std::string_view token);
  // Ends the account's other sessions.
  void end_others(std::string_view token);
  std::vector<SessionView> sessions_of(const rulebook::RuleBook& book,
                                       std::string_view token) const;

  // A grave act is confirmed with password and second factor anew, each one for itself: the text
  // that comes back lets this session do this act once, soon. So a stolen session can do none.
  // Errors: those of sign_in.
  Result<std::string> confirm(const rulebook::RuleBook& book, std::string_view token,
                              const SignInForm& proof, const Channel& channel,
                              std::string_view act);
  // Errors: forbidden ("confirmation.required": none, another's, for another act, used or too old).
  Result<void> use_confirmation(std::string_view token, std::string_view confirmation,
                                std::string_view act);
  // Both in one step, for ways in without a second call.
  Result<void> prove(const rulebook::RuleBook& book, std::string_view account,
                     const SignInForm& proof, const Channel& channel);

 private:
  struct Tries {
    std::int64_t failures = 0;
    Instant locked_until;
    std::int64_t totp_step = 0;
  };
  Tries tries_of(store::Session& sql, std::string_view account) const;
  void put_tries(store::Write& write, std::string_view account, const Tries& tries) const;
  void record(store::Write& write, const Account& account, std::string_view outcome,
              const Channel& channel, bool second_factor) const;
  Result<void> count_failure(const rulebook::RuleBook& book, const std::string& name,
                             const Account* account, const Channel& channel);
  Result<bool> second_factor(const rulebook::RuleBook& book, const Account& account,
                             const SignInForm& form, const Channel& channel);
  Result<std::pair<Account, bool>> check(const rulebook::RuleBook& book, const SignInForm& form,
                                         const Channel& channel);
  void rehash(const Account& account, std::string_view password);

  store::Database& database_;
  const Vault& vault_;
  const Clock& clock_;
  SecretBox box_;
  PasswordCost cost_;
  bool demonstration_;
  std::string dummy_;  // what an unknown name's password is compared with
};

class Audit;
// For fsck: the sums of sessions, tries, confirmations and nonces.
void audit_sessions(Audit& audit, const SecretBox& box);

}  // namespace credence::app
