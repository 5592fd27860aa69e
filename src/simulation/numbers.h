// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/date.h"

// Chance that is the same on every machine: integers only, no std:: distribution (libraries differ
// in those), and a stream of its own for every (seed, purpose, index), so that nothing depends on
// order or threads.

namespace credence::simulation {

// What a stream of chance is for. Hashed; never renumber.
enum class Stream : std::uint64_t {
  organization = 1,
  organization_details = 2,
  person = 3,
  record = 4,
  fault = 5,
  timing = 6,
  shape = 7,
};

class Dice {
 public:
  Dice(std::uint64_t seed, Stream stream, std::uint64_t index);

  std::uint64_t next() { return random_.next(); }
  // In [0, bound). REQUIRES: 0 < bound <= 2^32.
  std::uint64_t below(std::uint64_t bound) { return ((next() >> 32) * bound) >> 32; }
  // In [low, high].
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
  }
  bool chance(std::uint32_t per_million) { return below(1'000'000) < per_million; }
  template <class Range>
  const auto& pick(const Range& range) {
    return range[static_cast<std::size_t>(below(std::size(range)))];
  }
  // One character of a string of Chinese characters, three bytes each.
  std::string_view pick_character(std::string_view characters) {
    return characters.substr(3 * static_cast<std::size_t>(below(characters.size() / 3)), 3);
  }

 private:
  SeededRandom random_;
};

// Draws positions with given weights.
class Wheel {
 public:
  explicit Wheel(std::span<const std::uint32_t> weights);
  std::size_t spin(Dice& dice) const;

 private:
  std::vector<std::uint64_t> ends_;
};

// A one-to-one shuffle of [0, size), computable at any point and backwards.
class Permutation {
 public:
  // REQUIRES: 0 < size <= 2^32.
  Permutation(std::uint64_t size, std::uint64_t seed);
  std::uint64_t size() const { return size_; }
  std::uint64_t forward(std::uint64_t i) const { return (factor_ * (i % size_) + shift_) % size_; }
  std::uint64_t backward(std::uint64_t i) const {
    return inverse_ * ((i + size_ - shift_) % size_) % size_;
  }

 private:
  std::uint64_t size_, factor_ = 1, inverse_ = 1, shift_ = 0;
};

// Zipf-like: half an order of magnitude more often to the front of [0, size). REQUIRES: 0 < size <=
// 2^32.
std::uint64_t concentrated(Dice& dice, std::uint64_t size);

void append_number(std::string& out, std::int64_t value);

enum class DateForm : std::uint8_t {
  slash,
  iso,
  compact,
  chinese
};  // 2024/03/01 2024-03-01 20240301 2024年3月1日
void append_date(std::string& out, Date date, DateForm form);

// What a template may name: {n} the subject, {d} a day, {p} the place, {a} an amount in yuan.
struct Blanks {
  std::string_view name, place;
  Date day;
  std::int64_t yuan = 0;
};
// Appends `pattern` with its blanks filled.
void append_filled(std::string& out, std::string_view pattern, const Blanks& blanks);

}  // namespace credence::simulation
