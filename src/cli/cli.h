// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "base/clock.h"
#include "cli/node.h"

// The capabilities from a terminal.

namespace credence::cli {

// What serving needs beyond a node.
struct ServeSettings {
  std::string address = "127.0.0.1";
  int port = 8080;
  // PEM files; without a certificate the server speaks plain HTTP, on this machine only.
  std::string tls_certificate, tls_key, client_ca;
};

// What main.cc gives: the world, and how to serve (the http floor stands beside this one).
struct World {
  const Clock& clock;
  Random& random;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::function<int(Node&, const NodeSettings&, const ServeSettings&)> serve;
  std::function<std::string()> openapi;  // the document of the HTTP interface
};

// Runs one command; gives the exit code (exit.h). Never throws.
int run(int argc, const char* const* argv, World& world);

}  // namespace credence::cli
