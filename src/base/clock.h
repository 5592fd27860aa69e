// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/date.h"

// Time and randomness as parameters: nothing below main.cc asks the machine for either.

namespace credence {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;  // safe from several threads
};

class Random {
 public:
  virtual ~Random() = default;
  virtual std::string bytes(std::size_t count) = 0;  // safe from several threads
};

// The machine's own; for main.cc.
class SystemClock final : public Clock {
 public:
  Instant now() const override;
};
class SystemRandom final : public Random {
 public:
  std::string bytes(std::size_t count) override;
};

// A clock that stands where it was put. Not safe from several threads while being set.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

// A stream of bytes that depends on the seed only; for tests and the simulation, never for keys.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  std::string bytes(std::size_t count) override;
  std::uint64_t next();

 private:
  std::uint64_t state_;
};

}  // namespace credence
