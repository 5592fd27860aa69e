// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

// A small HTTP client that keeps a few connections busy, or sends at a fixed rate, and times every
// answer.

namespace credence::bench {

struct Load {
  double per_second = 0;
  double p50_ms = 0, p99_ms = 0;
  std::int64_t answers = 0, failed = 0;
  double client_cpu_seconds = 0;  // of the threads that asked
};

// `target(i)` is the i-th request's path; `headers` are whole lines ending in CRLF. Rate 0: as fast
// as it goes.
Load load(std::uint16_t port, int connections, double seconds, double rate,
          const std::string& headers, const std::function<std::string(std::uint64_t)>& target);
// The same with whole requests.
Load load(std::uint16_t port, int connections, double seconds, double rate,
          const std::function<std::string(std::uint64_t)>& request);

}  // namespace credence::bench
