// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "base/error.h"

// Which rule rests on which article, for whoever asks what a law does here. Plain values, found in
// the files themselves, so that a new kind of rule is among them without a word about it.

namespace credence::rulebook {

struct Citation {
  std::string basis;  // "SD-2020/13"
  std::string kind;   // folder of the rule: "catalogue", "clocks"
  std::string id;     // of the rule: "penalty"; of a part of it that cites for itself: "penalty/V2"
  Words label;  // of the rule or part, or of what it stands in; of the kind where none has one

  // Id of the law: "SD-2020".
  std::string_view law() const { return std::string_view(basis).substr(0, basis.find('/')); }
  auto operator<=>(const Citation& other) const {
    return std::tie(basis, kind, id) <=> std::tie(other.basis, other.kind, other.id);
  }
  bool operator==(const Citation& other) const { return (*this <=> other) == 0; }
};

// What a kind of rule is called: "期限", "time limit" for "clocks". The folder itself for a kind
// there is not.
Words rule_kind_label(std::string_view kind);

}  // namespace credence::rulebook
