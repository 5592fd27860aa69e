// SPDX-License-Identifier: Apache-2.0
#include "domain/regions.h"

namespace credence::domain {

void Regions::add(Region region) {
  std::string code = region.code;
  by_code_.insert_or_assign(std::move(code), std::move(region));
}

const Region* Regions::find(std::string_view code) const {
  const auto at = by_code_.find(code);
  return at == by_code_.end() ? nullptr : &at->second;
}

bool Regions::in_force(std::string_view code, Date on) const {
  const Region* region = find(code);
  return region != nullptr && (!region->abolished_on || on < *region->abolished_on);
}

std::string Regions::parent(std::string_view code) {
  if (code.size() != 6) return {};
  if (!code.ends_with("00")) return std::string(code.substr(0, 4)) + "00";
  if (!code.ends_with("0000")) return std::string(code.substr(0, 2)) + "0000";
  return {};
}

std::string Regions::full_name(std::string_view code) const {
  if (find(code) == nullptr) return {};
  std::string name;
  for (std::string at(code); !at.empty(); at = parent(at)) {
    if (const Region* region = find(at)) name = region->name + name;
  }
  return name;
}

}  // namespace credence::domain
