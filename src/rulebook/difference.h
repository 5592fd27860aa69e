// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "rulebook/rulebook.h"

// What differs between two sets of rules, file by file and key by key: for whoever reads what a new
// edition changes. Pure.

namespace credence::rulebook {

struct KeyDifference {
  std::string key;                           // "grounds[0].list", "clocks[publish.sgs].value"
  std::optional<std::string> before, after;  // none: the key was not there, or is there no more
};

struct FileDifference {
  std::string path;  // below the rules folder: "lists/tax_major.yaml"
  std::string kind;  // its folder: "lists"
  Words kind_label;
  std::string id;      // "tax_major"
  Words label;         // what the file calls itself; its id where it has no name
  std::string change;  // "added", "removed", "changed"
  Words change_label;
  // Of a changed file; none when only comments, spaces or the order differ.
  std::vector<KeyDifference> keys;
};

// In order of path. A file that is not YAML is compared as a whole.
std::vector<FileDifference> differences(const RuleFiles& before, const RuleFiles& after);

}  // namespace credence::rulebook
