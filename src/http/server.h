// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/routes.h"

// The server: RESTinio on Asio, a few threads, a pool for long work, and a job that follows the
// name index.

namespace credence::http {

class Server {
 public:
  // Listens. Port 0 takes a free one. Throws Failure: an address that is not this machine's own
  // (until accounts exist), a port in use.
  Server(const Services& services, const std::string& address, std::uint16_t port);
  // Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  // Stops accepting, finishes what runs (at most Limits::stop_time), and returns. Safe from any
  // thread, once.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Serves until the process is asked to stop (SIGINT, SIGTERM); `ready` is told the port.
void serve(const Services& services, const std::string& address, std::uint16_t port,
           const std::function<void(std::uint16_t)>& ready);

}  // namespace credence::http
