// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/access/secret_box.h"
#include "app/access/units.h"
#include "app/access/vault.h"
#include "app/accounts/account.h"
#include "base/password.h"
#include "rulebook/rulebook.h"

// Units and their people: registered and invited by the system administrator, given their roles by
// the security administrator, so that neither can make an account with power alone. Every act is a
// version in the register.

namespace credence::app {

struct UnitForm {
  std::string code, name;
  std::vector<std::string> kinds;
  std::string region;
};
BOOST_DESCRIBE_STRUCT(UnitForm, (), (code, name, kinds, region))

struct InvitationForm {
  std::string person, unit;
  Grant grant;
};
BOOST_DESCRIBE_STRUCT(InvitationForm, (), (person, unit, grant))

// A subject enrolled at the counter after its identity was seen.
struct EnrolmentForm {
  std::string code;      // credit code, or document number of a person
  std::string evidence;  // what was seen: "营业执照和法定代表人身份证", …
};
BOOST_DESCRIBE_STRUCT(EnrolmentForm, (), (code, evidence))

// A link that is shown once. `token` is what follows /join/ in it.
struct OneTimeLink {
  std::string invitation, token;
  Instant expires;
};
BOOST_DESCRIBE_STRUCT(OneTimeLink, (), (invitation, token, expires))

// What a joining page shows of an open link.
struct Joining {
  std::string person, unit, unit_name;
  std::vector<Words> roles;
  std::string account;         // a renewal: whose
  bool second_factor = false;  // must be set up
  std::string totp_secret;     // a fresh one, base32, for the authenticator app
};
BOOST_DESCRIBE_STRUCT(Joining, (),
                      (person, unit, unit_name, roles, account, second_factor, totp_secret))

struct JoinForm {
  std::string name, password;
  std::string totp_secret, code;  // base32 and what the app shows now; empty: no second factor
};
BOOST_DESCRIBE_STRUCT(JoinForm, (), (name, password, totp_secret, code))

// Thread safe.
class Members {
 public:
  // `demonstration`: a folder for showing around, where no second factor is asked for; it is never
  // served beyond this machine.
  Members(store::Database& database, const Vault& vault, const Clock& clock, PasswordCost cost = {},
          bool demonstration = false);

  // ---- the first start

  // Links for the three administrators, one each, for those whose power nobody holds or is invited
  // to hold by an open link; older open ones of these are withdrawn. Registers the unit they belong
  // to unless it is. Errors: those of put_unit.
  Result<std::vector<std::pair<std::string, OneTimeLink>>> first_links(
      const rulebook::RuleBook& book, const UnitForm& centre, const Actor& by);
  // Whether each of the three powers has an active holder.
  bool has_administrators(const rulebook::RuleBook& book) const;

  // ---- units (manage_accounts)

  // Errors: those of Caller::require; invalid ("unit.code", "unit.name", "unit.kinds",
  // "unit.region").
  Result<Unit> put_unit(const rulebook::RuleBook& book, const Caller& caller, const UnitForm& form);
  // Its people and keys no longer come in. Errors: not_found ("unit.not_found"), conflict
  // ("account.last_holder").
  Result<Unit> close_unit(const rulebook::RuleBook& book, const Caller& caller,
                          std::string_view code);
  std::vector<Unit> units(std::string_view after = {}, int limit = 1'000) const;

  // ---- opening accounts

  // Proposed by manage_accounts. Errors: those of check_grant; not_found ("unit.not_found").
  Result<InvitationView> invite(const rulebook::RuleBook& book, const Caller& caller,
                                const InvitationForm& form);
  // Given its roles by manage_roles; the link is told here and never again. Errors: not_found
  // ("invitation.not_found"), conflict ("invitation.not_proposed"), forbidden
  // ("invitation.four_eyes": the proposer).
  Result<OneTimeLink> approve(const rulebook::RuleBook& book, const Caller& caller,
                              std::string_view id);
  Result<InvitationView> withdraw(const Caller& caller, std::string_view id);
  // By who may enrol. Errors: invalid ("query.code", "enrolment.evidence"), forbidden
  // ("enrolment.minor": under eighteen).
  Result<OneTimeLink> enrol(const rulebook::RuleBook& book, const Caller& caller,
                            const EnrolmentForm& form);
  // A link by which an account sets password and second factor anew (manage_roles).
  Result<OneTimeLink> renew(const rulebook::RuleBook& book, const Caller& caller,
                            std::string_view account);
  std::vector<InvitationView> invitations(std::string_view after = {}, int limit = 1'000) const;

  // Errors: not_found ("invitation.link": unknown, used, withdrawn or too old; not told apart).
  Result<Joining> joining(const rulebook::RuleBook& book, std::string_view token) const;
  // Errors: that; invalid ("account.name", "account.code", and those of refused_password), conflict
  // ("account.taken").
  Result<AccountView> join(const rulebook::RuleBook& book, std::string_view token,
                           const JoinForm& form);

  // ---- accounts

  // Errors: not_found ("account.not_found"), conflict ("account.last_holder": nobody else holds
  // that management power), forbidden ("account.own": on oneself).
  Result<AccountView> suspend(const rulebook::RuleBook& book, const Caller& caller,
                              std::string_view name);
  Result<AccountView> restore(const rulebook::RuleBook& book, const Caller& caller,
                              std::string_view name);
  Result<AccountView> leave(const rulebook::RuleBook& book, const Caller& caller,
                            std::string_view name);
  // By manage_roles. Errors: those of check_grant, and the above.
  Result<AccountView> set_grant(const rulebook::RuleBook& book, const Caller& caller,
                                std::string_view name, const Grant& grant);
  // A client certificate that counts as the account's second factor; empty takes it away.
  Result<AccountView> set_certificate(const rulebook::RuleBook& book, const Caller& caller,
                                      std::string_view name, std::string_view fingerprint);
  // By the account itself. Errors: unidentified ("sign_in.refused": the old one is wrong), those of
  // refused_password.
  Result<void> change_password(const rulebook::RuleBook& book, const Caller& caller,
                               std::string_view old_password, std::string_view new_password);
  Result<AccountView> account(std::string_view name) const;
  std::vector<AccountView> accounts(std::string_view unit, std::string_view after = {},
                                    int limit = 1'000) const;
  // That the caller sent the file of a receipt.
  void note_submission(const Caller& caller, const std::string& receipt, const std::string& item);
  // An account as already proven some other way. For sessions, and for tests.
  Result<Caller> caller_of(const rulebook::RuleBook& book, std::string_view name) const;

 private:
  OneTimeLink open_link(store::Write& write, const rulebook::RuleBook& book, const Actor& by,
                        std::string_view act, Invitation invitation);
  Result<OneTimeLink> link_for(const rulebook::RuleBook& book, const Caller& caller,
                               std::string_view act, Invitation invitation);
  Result<AccountView> change(const Caller& caller, std::string_view name, std::string_view act,
                             const std::function<Result<void>(store::Session&, Account&)>& change);
  Result<void> fill_account(const rulebook::RuleBook& book, const JoinForm& form,
                            const Invitation& invitation, Account& account) const;
  bool asks_second_factor(const rulebook::RuleBook& book, const Grant& grant) const;
  AccountView shown(store::Session& sql, const Account& account) const;

  store::Database& database_;
  const Vault& vault_;
  const Clock& clock_;
  SecretBox box_;
  PasswordCost cost_;
  bool demonstration_;
};

}  // namespace credence::app
