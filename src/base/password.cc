// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"

#include <argon2.h>

#include "base/ensure.h"
#include "base/error.h"

namespace credence {
namespace {

constexpr std::uint32_t lanes = 1;
constexpr std::size_t hash_size = 32;

std::string head(PasswordCost cost) {
  return "$argon2id$v=19$m=" + std::to_string(cost.memory_kib) +
         ",t=" + std::to_string(cost.passes) + ",p=" + std::to_string(lanes) + "$";
}

// "Not enough memory" must not look like "wrong password".
int checked(int outcome) {
  if (outcome == ARGON2_MEMORY_ALLOCATION_ERROR) {
    throw Failure(make_error(
        ErrorCode::unavailable, "password.memory",
        {"内存不足，无法核对密码。", "There is not enough memory to check the password."},
        {"请稍后再试。", "Try again a little later."}));
  }
  return outcome;
}

}  // namespace

std::string password_hash(std::string_view password, std::string_view salt, PasswordCost cost) {
  ensure(salt.size() >= ARGON2_MIN_SALT_LENGTH, "password_hash: salt size");
  std::string encoded(
      argon2_encodedlen(cost.passes, cost.memory_kib, lanes,
                        static_cast<std::uint32_t>(salt.size()), hash_size, Argon2_id),
      '\0');
  const int outcome = checked(
      argon2id_hash_encoded(cost.passes, cost.memory_kib, lanes, password.data(), password.size(),
                            salt.data(), salt.size(), hash_size, encoded.data(), encoded.size()));
  ensure(outcome == ARGON2_OK, argon2_error_message(outcome));
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool password_fits(std::string_view encoded, std::string_view password) {
  const std::string text(encoded);
  return checked(argon2id_verify(text.c_str(), password.data(), password.size())) == ARGON2_OK;
}

bool needs_rehash(std::string_view encoded, PasswordCost cost) {
  return !encoded.starts_with(head(cost));
}

}  // namespace credence
