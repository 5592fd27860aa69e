// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <openssl/rand.h>

#include "base/error.h"

namespace credence {

Instant SystemClock::now() const {
  using namespace std::chrono;
  return Instant(duration_cast<microseconds>(system_clock::now().time_since_epoch()).count());
}

std::string SystemRandom::bytes(std::size_t count) {
  std::string out(count, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(count)) != 1) {
    throw Failure(
        make_error(ErrorCode::unavailable, "random.unavailable",
                   {"系统随机数源不可用。", "The system's random source does not answer."}));
  }
  return out;
}

// SplitMix64 (Steele, Lea, Flood 2014): a public-domain generator with a one-word state.
std::uint64_t SeededRandom::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::string SeededRandom::bytes(std::size_t count) {
  std::string out;
  while (out.size() < count) {
    const std::uint64_t word = next();
    out.append(reinterpret_cast<const char*>(&word), sizeof word);
  }
  out.resize(count);
  return out;
}

}  // namespace credence
