// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/limits.h"
#include "http/message.h"

// One listening port: RESTinio on Asio, with TLS or without. The only file that knows a socket.

namespace credence::http {

class CertificateStore;

struct PortSettings {
  std::string address;     // of this machine: "127.0.0.1", "0.0.0.0", "::"
  std::uint16_t port = 0;  // 0 takes a free one
  Limits limits = {};
  // Null: without TLS. Outlives the port.
  const CertificateStore* certificates = nullptr;
};

class Port {
 public:
  // Answers a request by calling the reply once; called on any of Limits::threads threads.
  using Handle = std::function<void(Request, Reply)>;

  // Listens. Throws Failure unavailable ("serve.listen"): no such address, a port in use.
  Port(const PortSettings& settings, Handle handle);
  // Stops.
  ~Port();
  Port(const Port&) = delete;
  Port& operator=(const Port&) = delete;

  std::uint16_t number() const;
  // Stops accepting, lets what runs be answered (at most Limits::stop_time), and closes. Once, from
  // one thread.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace credence::http
