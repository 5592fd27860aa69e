// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/access/vault.h"
#include "store/database.h"
#include "wire/json.h"

// Replacing the key that wraps all others. The new generation stands in node.secret before anything
// is wrapped by it, and the old one goes only when nothing is wrapped by it any more; so a rotation
// that was killed goes on where it stopped, and until then everything opens.

namespace credence::app {

// Whoever keeps wrapped keys: how many by generation, and how to wrap them again.
struct KeyKeeper {
  std::string name;  // "subjects"
  std::function<std::map<std::uint8_t, std::int64_t>()> count;
  // Wraps by the newest generation what is not, and leaves alone what does not open. Durable on
  // return; may be killed at any moment.
  std::function<void(const Vault&)> rewrap;
};

// The keys of subjects.
KeyKeeper subject_keys(store::Database& database);

struct KeptKeys {
  std::string keeper;
  std::int64_t keys = 0;
};
BOOST_DESCRIBE_STRUCT(KeptKeys, (), (keeper, keys))

struct KeyGeneration {
  int generation = 0;
  std::string suite;  // "aes-gcm", "sm4-sm3"; empty: node.secret does not have it
  bool newest = false;
  std::vector<KeptKeys> wraps;
};
BOOST_DESCRIBE_STRUCT(KeyGeneration, (), (generation, suite, newest, wraps))

// Oldest first; generations that wrap something but are not in node.secret come last.
std::vector<KeyGeneration> list_keys(const store::Database& database,
                                     const std::vector<KeyKeeper>& keepers);

// What the log attests.
struct KeysRotated {
  std::string statement = "keys_rotated";
  int generation = 0;
  std::string suite;
  std::vector<KeptKeys> wraps;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(KeysRotated, (), (statement, generation, suite, wraps, at))

// Adds a generation (or goes on with the one a killed rotation added), wraps everything by it,
// attests it and destroys the older ones. `suite`: what new texts are sealed by from now on; as
// before when absent. A Vault opened before does not know the new generation: open it again.
// Throws Failure: another process has the database open, or a key does not open
// ("keys.unopened"; nothing was destroyed).
KeysRotated rotate_keys(store::Database& database, Random& random,
                        const std::vector<KeyKeeper>& keepers,
                        std::optional<SealSuite> suite = std::nullopt);

}  // namespace credence::app
