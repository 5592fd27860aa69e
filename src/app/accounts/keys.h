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
#include "rulebook/rulebook.h"

// Keys of machines: a unit's own systems, each with no more than it needs, shown once.

namespace credence::app {

struct KeyForm {
  std::string label, unit;
  Grant grant;
  std::int64_t per_minute = 0;
  std::string mode;         // "bearer", "signed", "certificate"
  std::string certificate;  // mode certificate: SHA-256, hex
  Date expires;
};
BOOST_DESCRIBE_STRUCT(KeyForm, (), (label, unit, grant, per_minute, mode, certificate, expires))

struct IssuedKey {
  KeyView key;
  std::string secret;  // told here and never again; empty for certificates
};
BOOST_DESCRIBE_STRUCT(IssuedKey, (), (key, secret))

// Thread safe.
class Keys {
 public:
  Keys(store::Database& database, const Vault& vault, const Clock& clock);

  // By manage_roles. Errors: those of check_grant; invalid ("key.mode", "key.certificate",
  // "key.expires": past or more than a year and a month away, "key.management": machines hold no
  // management power and erase nothing); not_found ("unit.not_found").
  Result<IssuedKey> issue(const rulebook::RuleBook& book, const Caller& caller,
                          const KeyForm& form);
  // Errors: not_found ("key.not_found").
  Result<KeyView> revoke(const Caller& caller, std::string_view id);
  std::vector<KeyView> keys(std::string_view unit, std::string_view after = {},
                            int limit = 1'000) const;

  // ---- proving: all errors unidentified ("key.refused"), forbidden ("account.inactive")

  // "Bearer ck_<id>_<secret>".
  Result<Caller> by_bearer(const rulebook::RuleBook& book, std::string_view token) const;
  Result<Caller> by_certificate(const rulebook::RuleBook& book, std::string_view fingerprint) const;
  // The secret a signed request is checked with.
  Result<std::string> signing_secret(std::string_view id) const;
  // After the signature was checked: remembers the nonce for as long as the signature could be
  // used again, and gives the caller. Unidentified ("key.replayed") when it was seen before.
  // Waits until that is durable.
  Result<Caller> by_signature(const rulebook::RuleBook& book, std::string_view id,
                              std::string_view nonce, Instant until);

 private:
  store::Database& database_;
  const Vault& vault_;
  const Clock& clock_;
  SecretBox box_;
};

}  // namespace credence::app
