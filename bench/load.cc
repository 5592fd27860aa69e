// SPDX-License-Identifier: Apache-2.0
#include "load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace credence::bench {
namespace {

using Clock = std::chrono::steady_clock;

class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    good_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // True for a whole answer with status 200.
  bool ask(const std::string& request) {
    if (!good_ || ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
                      static_cast<ssize_t>(request.size()))
      return good_ = false;
    buffer_.clear();
    std::size_t wanted = std::string::npos;
    while (buffer_.size() < wanted) {
      char piece[65'536];
      const auto got = ::recv(socket_, piece, sizeof piece, 0);
      if (got <= 0) return good_ = false;
      buffer_.append(piece, static_cast<std::size_t>(got));
      const auto end = buffer_.find("\r\n\r\n");
      if (wanted == std::string::npos && end != std::string::npos) {
        const auto length = buffer_.find("Content-Length: ");
        wanted = end + 4 + (length < end ? std::stoul(buffer_.substr(length + 16, 12)) : 0);
      }
    }
    return buffer_.starts_with("HTTP/1.1 200");
  }

 private:
  int socket_;
  bool good_ = false;
  std::string buffer_;
};

}  // namespace

Load load(std::uint16_t port, int connections, double seconds, double rate,
          const std::string& headers, const std::function<std::string(std::uint64_t)>& target) {
  return load(port, connections, seconds, rate, [&](std::uint64_t i) {
    return "GET " + target(i) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
  });
}

Load load(std::uint16_t port, int connections, double seconds, double rate,
          const std::function<std::string(std::uint64_t)>& request) {
  std::atomic<std::uint64_t> next = 0;
  std::mutex mutex;
  std::vector<double> times;
  Load result;
  const auto begin = Clock::now();
  const auto end =
      begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  const auto one = [&] {
    Connection connection(port);
    std::vector<double> own;
    std::int64_t failed = 0;
    while (Clock::now() < end) {
      const std::uint64_t i = next++;
      auto due = Clock::now();
      if (rate > 0) {
        // Measured from when it should have been sent, so that waiting counts (no coordinated
        // omission).
        due = begin + std::chrono::duration_cast<Clock::duration>(
                          std::chrono::duration<double>(static_cast<double>(i) / rate));
        std::this_thread::sleep_until(due);
      }
      const bool good = connection.ask(request(i));
      failed += good ? 0 : 1;
      own.push_back(std::chrono::duration<double, std::milli>(Clock::now() - due).count());
      if (!good) break;
    }
    timespec cpu{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &cpu);
    const std::lock_guard lock(mutex);
    result.client_cpu_seconds +=
        static_cast<double>(cpu.tv_sec) + static_cast<double>(cpu.tv_nsec) / 1e9;
    times.insert(times.end(), own.begin(), own.end());
    result.failed += failed;
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < connections; ++i) threads.emplace_back(one);
  for (auto& thread : threads) thread.join();
  const double took = std::chrono::duration<double>(Clock::now() - begin).count();
  std::ranges::sort(times);
  if (times.empty()) return result;
  result.answers = std::ssize(times);
  result.per_second = static_cast<double>(times.size()) / took;
  result.p50_ms = times[times.size() / 2];
  result.p99_ms = times[times.size() * 99 / 100];
  return result;
}

}  // namespace credence::bench
