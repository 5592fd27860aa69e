// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/cli.h"

// The composition root: the machine's clock and randomness, and the ways in.

int main(int argc, char** argv) {
  const credence::SystemClock clock;
  credence::SystemRandom random;
  credence::cli::World world{clock, random, std::cin, std::cout, std::cerr, {}};
  return credence::cli::run(argc, argv, world);
}
