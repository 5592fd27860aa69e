// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>

#include "base/clock.h"
#include "cli/node.h"

// The capabilities from a terminal.

namespace credence::cli {

// What serving needs beyond a node.
struct ServeSettings {
  std::string address = "127.0.0.1";
  int port = 8080;
};

// What main.cc gives: the world, and how to serve (the http floor stands beside this one).
struct World {
  const Clock& clock;
  Random& random;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::function<int(Node&, const NodeSettings&, const ServeSettings&)> serve;
};

// Runs one command; gives the exit code (exit.h). Never throws.
int run(int argc, const char* const* argv, World& world);

}  // namespace credence::cli
