// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <cstdlib>

namespace credence {
namespace {
constexpr std::int64_t fen_per_unit = 1'000'000;  // one 万元
constexpr int decimals = 6;
constexpr std::int64_t whole_max = 999'999'999'999;  // N(18,6)
}  // namespace

std::optional<Money> parse_ten_thousand_yuan(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t whole = 0, fraction = 0;
  int whole_digits = 0, fraction_digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == ',' && !point && whole_digits > 0) continue;
    if (c == '.' && !point) {
      point = true;
    } else if (c < '0' || c > '9') {
      return std::nullopt;
    } else if (point) {
      if (++fraction_digits > decimals) {
        if (c != '0') return std::nullopt;
        continue;
      }
      fraction = fraction * 10 + (c - '0');
    } else {
      ++whole_digits;
      whole = whole * 10 + (c - '0');
      if (whole > whole_max) return std::nullopt;
    }
  }
  if (whole_digits + fraction_digits == 0) return std::nullopt;
  for (int i = fraction_digits; i < decimals; ++i) fraction *= 10;
  const std::int64_t fen = whole * fen_per_unit + fraction;
  return Money(negative ? -fen : fen);
}

std::string to_ten_thousand_yuan(Money money) {
  const std::int64_t fen = std::llabs(money.fen());
  std::string text = (money.fen() < 0 ? "-" : "") + std::to_string(fen / fen_per_unit);
  std::string fraction = std::to_string(fen % fen_per_unit + fen_per_unit).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fraction.empty() ? text : text + "." + fraction;
}

}  // namespace credence
