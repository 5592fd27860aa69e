// SPDX-License-Identifier: Apache-2.0
#include "simulation/numbers.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <numeric>
#include <utility>

#include "base/ensure.h"

namespace credence::simulation {
namespace {

// Two odd constants without structure (Steele and Vigna 2021), so that neighbouring indices and
// streams start far apart.
constexpr std::uint64_t stream_step = 0xd1342543de82ef95ULL;
constexpr std::uint64_t index_step = 0xaf251af3b0f025b5ULL;

std::uint64_t start(std::uint64_t seed, Stream stream, std::uint64_t index) {
  const std::uint64_t lane =
      SeededRandom(seed ^ (static_cast<std::uint64_t>(stream) * stream_step)).next();
  return SeededRandom(lane ^ (index * index_step)).next();
}

// The x with a·x ≡ 1 (mod m), by Euclid. REQUIRES: gcd(a, m) = 1.
std::uint64_t inverse_modulo(std::uint64_t a, std::uint64_t m) {
  std::int64_t r0 = static_cast<std::int64_t>(m), r1 = static_cast<std::int64_t>(a % m), t0 = 0,
               t1 = 1;
  while (r1 > 1) {
    const std::int64_t q = r0 / r1;
    r0 = std::exchange(r1, r0 - q * r1);
    t0 = std::exchange(t1, t0 - q * t1);
  }
  return m == 1 ? 0 : static_cast<std::uint64_t>(t1 < 0 ? t1 + static_cast<std::int64_t>(m) : t1);
}

constexpr std::uint64_t permutation_max = 1ULL << 32;  // products must fit 64 bits

void append_padded(std::string& out, unsigned value, int width) {
  for (unsigned unit = width == 4 ? 1000 : 10; unit > 0; unit /= 10) {
    out += static_cast<char>('0' + value / unit % 10);
  }
}

void append_chinese(std::string& out, Date date) {
  append_number(out, date.year());
  out += "年";
  append_number(out, date.month());
  out += "月";
  append_number(out, date.day());
  out += "日";
}

}  // namespace

Dice::Dice(std::uint64_t seed, Stream stream, std::uint64_t index)
    : random_(start(seed, stream, index)) {}

Wheel::Wheel(std::span<const std::uint32_t> weights) {
  std::uint64_t sum = 0;
  for (const std::uint32_t weight : weights) ends_.push_back(sum += weight);
  ensure(sum > 0, "a wheel without weight");
}

std::size_t Wheel::spin(Dice& dice) const {
  const std::uint64_t at = dice.below(ends_.back());
  return static_cast<std::size_t>(std::ranges::upper_bound(ends_, at) - ends_.begin());
}

Permutation::Permutation(std::uint64_t size, std::uint64_t seed) : size_(size) {
  ensure(size > 0 && size <= permutation_max, "permutation of an impossible size");
  SeededRandom random(seed);
  factor_ = random.next() % (1ULL << 31) | 1;
  while (std::gcd(factor_, size_) != 1) factor_ += 2;
  inverse_ = inverse_modulo(factor_, size_);
  shift_ = random.next() % size_;
}

std::uint64_t concentrated(Dice& dice, std::uint64_t size) {
  constexpr std::uint32_t evenly_per_million = 600'000;
  constexpr int first_octave =
      6;  // the 128 largest share alike, as no single one has every twentieth record
  if (dice.chance(evenly_per_million)) return dice.below(size);
  const int last = static_cast<int>(std::bit_width(size)) - 1;
  const int low = std::min(first_octave, last);
  const int octave = static_cast<int>(dice.between(low, last));
  const std::uint64_t width = 1ULL << octave;
  const std::uint64_t rank = octave == low ? dice.below(2 * width) : width + dice.below(width);
  return rank < size ? rank : dice.below(size);
}

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_date(std::string& out, Date date, DateForm form) {
  if (form == DateForm::chinese) return append_chinese(out, date);
  const std::string_view between = form == DateForm::slash ? "/" : form == DateForm::iso ? "-" : "";
  append_padded(out, static_cast<unsigned>(date.year()), 4);
  out += between;
  append_padded(out, date.month(), 2);
  out += between;
  append_padded(out, date.day(), 2);
}

void append_filled(std::string& out, std::string_view pattern, const Blanks& blanks) {
  std::size_t from = 0;
  for (std::size_t at; (at = pattern.find('{', from)) != pattern.npos; from = at + 3) {
    out += pattern.substr(from, at - from);
    switch (pattern[at + 1]) {
      case 'n':
        out += blanks.name;
        break;
      case 'p':
        out += blanks.place;
        break;
      case 'd':
        append_chinese(out, blanks.day);
        break;
      case 'a':
        append_number(out, blanks.yuan);
        break;
      default:
        ensure(false, "a template names a blank nobody fills");
    }
  }
  out += pattern.substr(from);
}

}  // namespace credence::simulation
