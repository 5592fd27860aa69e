// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

// The `fields` column: a JSON array of the item's field values in catalogue order, compressed with
// zstd and a dictionary trained on the item's first rows. The format is told by the first byte; see
// docs/design/record-format.md.

namespace credence::store {

// Compresses and expands for one item; holds the item's dictionary when there is one. One per
// thread for pack(); unpack() through Unpacker.
class Packer {
 public:
  // `dictionary` empty: plain zstd frames without one.
  Packer(std::string_view dictionary, int dictionary_id);
  ~Packer();
  Packer(Packer&&) noexcept;
  // Appends the packed form of `json` to `out`.
  void pack(std::string_view json, std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A dictionary for texts like `samples`; empty when there are too few to train on.
std::string train_dictionary(const std::vector<std::string>& samples);

// Tells a flipped bit of a stored dictionary, with which many records would be read wrongly.
std::int64_t dictionary_sum(int id, int item, Instant made, std::string_view bytes);

// The stored dictionaries. Thread safe; loads what it does not yet know through `sql`.
class Dictionaries {
 public:
  Dictionaries();
  ~Dictionaries();
  // The current dictionary of an item: id (0 none) and bytes.
  struct Entry {
    int id = 0;
    std::string bytes;
  };
  Entry current(Session& sql, int item);
  // Stores a dictionary as the item's current one and returns its id.
  int add(Write& write, int item, std::string_view bytes);
  // The JSON text of a packed value. Throws Failure when it is damaged.
  std::string unpack(Session& sql, std::string_view packed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace credence::store
