// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

// A rule file as a tree of texts with line numbers. Nothing is guessed: `0010`, `NO` and
// `2020-10-01` stay the texts they are, and a key given twice is a fault instead of a silent
// winner.

namespace credence::rulebook {

// Collects what is wrong; one fault is kept once. Not safe from several threads.
class Faults {
 public:
  void add(RuleFault fault);
  const std::vector<RuleFault>& all() const { return all_; }

 private:
  std::vector<RuleFault> all_;
};

struct Yaml {
  enum class Kind : std::uint8_t { empty, scalar, sequence, map };
  struct Entry;

  Kind kind = Kind::empty;
  int line = 0;                // 1-based
  std::string text;            // of a scalar
  std::vector<Yaml> items;     // of a sequence
  std::vector<Entry> entries;  // of a map, in the order written
};

struct Yaml::Entry {
  std::string key;
  int line = 0;
  Yaml value;
};

// The tree of one file. Nothing when it is not the YAML we accept: one document, UTF-8, no anchors
// or tags, text keys, each key once; the faults then say where.
std::optional<Yaml> parse_yaml(const std::string& file, const std::string& content, Faults& faults);

// A copy with `from` replaced by `to` in every key and text.
Yaml with_text_replaced(const Yaml& node, std::string_view from, std::string_view to);

}  // namespace credence::rulebook
