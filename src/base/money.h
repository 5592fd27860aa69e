// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Amounts of money, exact. The publicity tables write 万元 with up to six decimals (N(18,6),
// domain.md 2.3), which is a whole number of fen, so fen is what we keep.

namespace credence {

class Money {
 public:
  constexpr Money() = default;
  constexpr explicit Money(std::int64_t fen) : fen_(fen) {}
  constexpr std::int64_t fen() const { return fen_; }
  constexpr auto operator<=>(const Money&) const = default;

 private:
  std::int64_t fen_ = 0;
};

// Reads "0.2", "1,286.5" as an amount in 万元. Nothing when it is not a number, has more than six
// decimals or does not fit. Negative amounts are read; rules decide whether they are allowed.
std::optional<Money> parse_ten_thousand_yuan(std::string_view text);

// "0.2" for 2 000 yuan: no trailing zeros, no thousands separators. Inverse of the above.
std::string to_ten_thousand_yuan(Money money);

}  // namespace credence
