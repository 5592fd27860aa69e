// SPDX-License-Identifier: Apache-2.0
#include "app/accounts/account.h"

#include <algorithm>

#include "base/text.h"

namespace credence::app {

AccountView view_of(const Account& account, const std::string& unit_name) {
  return {account.name,
          account.person,
          account.unit,
          unit_name,
          account.grant,
          account.subject.has_value(),
          account.state,
          account.password_set,
          !account.totp.empty() || !account.certificate.empty(),
          !account.certificate.empty()};
}

InvitationView view_of(const Invitation& one) {
  return {one.id,    one.person,  one.unit,        one.grant,      one.account,
          one.state, one.expires, one.proposed_by, one.approved_by};
}

KeyView view_of(const Key& key) {
  return {key.id,   key.label,       key.unit,    key.grant, key.per_minute,
          key.mode, key.certificate, key.expires, key.active};
}

std::string account_name(std::string_view given) {
  std::string name = nfkc(trim(given));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

}  // namespace credence::app
