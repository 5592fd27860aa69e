// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/access/register.h"

// Units as the register holds them: whose people and machines may come here.

namespace credence::app {

struct Unit {
  static constexpr std::string_view kind = "unit";
  std::string code;  // unified social credit code
  std::string name;
  std::vector<std::string> kinds;  // "provider", … (domain::UnitKind)
  std::string region;              // division code; empty: the whole province
  bool active = true;

  std::string key() const { return code; }
  std::string parent() const { return ""; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(Unit, (), (code, name, kinds, region, active))

}  // namespace credence::app
