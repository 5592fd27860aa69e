// SPDX-License-Identifier: Apache-2.0
#include "app/accounts/passwords.h"

#include <algorithm>
#include <array>

#include "base/password.h"
#include "base/text.h"

namespace credence::app {
namespace {

constexpr const char* basis = "GBT22239-2019/8.1.4.1";

// Beginnings and pieces of what attackers try first, once letters are lower case and digits and
// marks that stand for letters are put back. Short on purpose: length and classes do the rest.
constexpr auto common_pieces = std::to_array<std::string_view>(
    {"password", "passw0rd", "p@ssw0rd", "qwerty",  "qwer1234", "1qaz2wsx", "123456",
     "abc123",   "abcd1234", "admin",    "root",    "letmein",  "welcome",  "iloveyou",
     "woaini",   "5201314",  "666666",   "888888",  "111111",   "000000",   "asdfgh",
     "zxcvbn",   "credence", "mingxin",  "xinyong", "shandong", "jinan"});

Error refused(const char* id, Words message, Words remedy) {
  return make_error(ErrorCode::invalid, id, std::move(message), std::move(remedy), basis);
}

int classes_of(std::u32string_view text) {
  bool lower = false, upper = false, digit = false, other = false;
  for (const char32_t c : text) {
    lower |= c >= U'a' && c <= U'z';
    upper |= c >= U'A' && c <= U'Z';
    digit |= c >= U'0' && c <= U'9';
    other |= c > 127 || (c > 32 && !((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                                     (c >= U'0' && c <= U'9')));
  }
  return lower + upper + digit + other;
}

std::string lower(std::string_view text) { return account_name(text); }

// How much of it is left once common pieces are taken out.
std::size_t uncommon_length(std::string text) {
  for (const auto piece : common_pieces) {
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece))
      text.erase(at, piece.size());
  }
  return length(text);
}

bool was_used(std::string_view password, const Account& account, std::size_t history) {
  if (password_fits(account.password, password)) return true;
  const auto& former = account.former_passwords;
  const auto end = former.begin() + static_cast<std::ptrdiff_t>(std::min(history, former.size()));
  return std::any_of(former.begin(), end,
                     [&](const auto& one) { return password_fits(one, password); });
}

}  // namespace

std::optional<Error> refused_password(const rulebook::RuleBook& book, std::string_view password,
                                      const Account& account, Date today) {
  const auto limit = [&](const char* id) {
    return static_cast<std::size_t>(book.limit(id, today).value);
  };
  const std::string least = std::to_string(limit("password.length"));
  const std::string kinds = std::to_string(limit("password.classes"));
  if (!is_valid_utf8(password) || length(password) < limit("password.length") ||
      password.size() > 256) {
    return refused("password.short",
                   {"口令至少 " + least + " 个字符（至多 256 字节）。",
                    "A password has at least " + least + " characters (and at most 256 bytes)."},
                   {"请换一个更长的口令，例如几个不相干的词。",
                    "Take a longer one, such as several unrelated words."});
  }
  if (static_cast<std::size_t>(classes_of(to_code_points(password))) < limit("password.classes")) {
    return refused("password.simple",
                   {"口令须包含大写、小写、数字、其他字符中的至少 " + kinds + " 种。",
                    "A password needs at least " + kinds +
                        " of: capitals, small letters, digits, other characters."},
                   {"请补上缺少的种类。", "Add what is missing."});
  }
  if (!account.name.empty() && lower(password).find(account.name) != std::string::npos) {
    return refused("password.name", {"口令不得包含账号名。", "It contains the account's name."},
                   {"请换一个。", "Take another."});
  }
  if (uncommon_length(lower(password)) * 2 < limit("password.length")) {
    return refused(
        "password.common",
        {"口令由常见的口令组成，容易被猜到。", "It is made of what everybody tries first."},
        {"请换一个。", "Take another."});
  }
  if (was_used(password, account, limit("password.history"))) {
    return refused("password.used",
                   {"口令与当前或最近用过的相同。", "It is the present one or one used lately."},
                   {"请换一个新的。", "Take a new one."});
  }
  return std::nullopt;
}

bool is_outdated(const rulebook::RuleBook& book, const Account& account, Date today) {
  const auto days = static_cast<std::int32_t>(book.limit("password.days", today).value);
  return account.password_set.day().plus_days(days) < today;
}

}  // namespace credence::app
