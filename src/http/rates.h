// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/date.h"

// How often somebody may ask: a bucket per caller that refills evenly and holds a tenth of a
// minute's worth, or ten. In memory; each process counts for itself.

namespace credence::http {

struct Allowance {
  bool granted = true;
  std::int64_t limit = 0, remaining = 0;  // requests
  std::int64_t wait_seconds = 0;          // until the next is granted; 0 when it is now
};

// Thread safe.
class Rates {
 public:
  // Takes one request of `who`. REQUIRES: per_minute > 0.
  Allowance take(std::string_view who, std::int64_t per_minute, Instant now);

 private:
  struct Bucket {
    double tokens = 0;
    Instant at;
  };
  void forget_full(Instant now);
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace credence::http
