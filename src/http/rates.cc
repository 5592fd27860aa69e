// SPDX-License-Identifier: Apache-2.0
#include "http/rates.h"

#include <algorithm>
#include <cmath>

namespace credence::http {
namespace {

constexpr double micros_per_minute = 60e6;
// Above this many callers those that rest are forgotten; memory stays bounded.
constexpr std::size_t callers_max = 100'000;

double burst_of(std::int64_t per_minute) {
  return std::max(10.0, static_cast<double>(per_minute) / 10);
}

}  // namespace

// A bucket untouched for a minute is full whatever its rate: at least a tenth of it refills every
// six seconds.
void Rates::forget_full(Instant now) {
  std::erase_if(buckets_, [&](const auto& one) {
    return static_cast<double>(now.micros() - one.second.at.micros()) > micros_per_minute;
  });
  if (buckets_.size() > callers_max) buckets_.clear();
}

Allowance Rates::take(std::string_view who, std::int64_t per_minute, Instant now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() > callers_max) forget_full(now);
  const double burst = burst_of(per_minute);
  const double per_micro = static_cast<double>(per_minute) / micros_per_minute;
  auto [at, fresh] = buckets_.try_emplace(std::string(who), Bucket{burst, now});
  Bucket& bucket = at->second;
  const auto passed =
      static_cast<double>(std::max<std::int64_t>(0, now.micros() - bucket.at.micros()));
  bucket.tokens = std::min(burst, bucket.tokens + passed * per_micro);
  bucket.at = std::max(bucket.at, now);
  Allowance answer;
  answer.limit = per_minute;
  answer.granted = bucket.tokens >= 1;
  if (answer.granted) {
    bucket.tokens -= 1;
  } else {
    answer.wait_seconds =
        static_cast<std::int64_t>(std::ceil((1 - bucket.tokens) / per_micro / 1e6));
  }
  answer.remaining = static_cast<std::int64_t>(bucket.tokens);
  return answer;
}

}  // namespace credence::http
