// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "http/routes.h"
#include "http/tls.h"

// The server: a port, a pool for long work, and a job that follows the name index and the
// certificate.

namespace credence::http {

class Server {
 public:
  // Listens. Port 0 takes a free one. Throws Failure: forbidden ("serve.loopback_only") for an
  // address that others can reach without TLS, unavailable ("serve.listen"), those of
  // CertificateStore.
  Server(const Services& services, const std::string& address, std::uint16_t port,
         const std::optional<TlsSettings>& tls = std::nullopt);
  // Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  // Stops accepting, finishes what runs (at most Limits::stop_time), and returns. Safe from any
  // thread, once.
  void stop();
  // Reads the certificate files again (CertificateStore::reload). Safe from any thread.
  void reload_certificate();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Serves until the process is asked to stop (SIGINT, SIGTERM); `ready` is told the port. With TLS,
// SIGHUP reads the certificate files again.
void serve(const Services& services, const std::string& address, std::uint16_t port,
           const std::optional<TlsSettings>& tls, const std::function<void(std::uint16_t)>& ready);

}  // namespace credence::http
