// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "simulation/numbers.h"

// The words of an invented province. Nobody and nothing here exists; likeness is chance.
// All functions are pure: what they append depends on the dice alone.

namespace credence::simulation {

// By registration department and category of the credit code (domain.md 1.1). Hashed; never
// renumber.
enum class OrganizationKind : std::uint8_t {
  enterprise,           // 91
  individual_business,  // 92
  cooperative,          // 93
  social_organization,  // 52
  public_institution,   // 12
  village,              // N2
};
inline constexpr std::size_t organization_kinds = 6;

// What an organisation does, as far as its permits and penalties depend on it.
enum class Sector : std::uint8_t {
  food,
  catering,
  retail,
  manufacturing,
  chemical,
  construction,
  transport,
  farming,
  health,
  education,
  culture,
  services,
  technology,
  public_life,
};
constexpr std::uint32_t bit(Sector sector) { return 1U << static_cast<unsigned>(sector); }
inline constexpr std::uint32_t every_sector = 0xffff'ffff;

// The public bodies of a division. Hashed; never renumber.
enum class Office : std::uint8_t {
  market,
  environment,
  emergency,
  transport,
  housing,
  city_management,
  health,
  fire,
  agriculture,
  culture,
  labour,
  land,
  water,
  tax,
  statistics,
  education,
  civil_affairs,
  approval,
  development,
  commerce,
  industry,
  government,
};
inline constexpr std::size_t offices = 22;
enum class Level : std::uint8_t { province, city, county };

// A county-level division, in the forms in which names need it.
struct Place {
  std::string code;       // 370102
  std::string stem;       // 历下; 莒县 stays whole
  std::string city;       // 济南市
  std::string city_stem;  // 济南
  std::string full;       // 济南市历下区, 寿光市
  std::string address;    // 山东省济南市历下区
};

struct Trade {
  std::string_view word;
  Sector sector;
};

Trade draw_trade(OrganizationKind kind, Dice& dice);
// A name for an organisation of this trade; `type` gets the legal form as the register words it.
void append_name(std::string& name, std::string_view& type, OrganizationKind kind,
                 const Trade& trade, const Place& place, Dice& dice);
void append_person(std::string& out, Dice& dice);
// "山东省济南市历下区经十路128号3号楼502室".
void append_address(std::string& out, OrganizationKind kind, const Place& place, Dice& dice);
// "一般项目：…；许可项目：…".
void append_scope(std::string& out, Sector sector, Dice& dice);
// "1000万元人民币"; nothing for a village.
void append_capital(std::string& out, OrganizationKind kind, Dice& dice);

// "历下" of "历下区"; a stem of one character stays whole.
std::string stem_of(std::string_view division);
// "济南市历下区市场监督管理局"; `division` and `stem` are empty above the county.
std::string office_name(Office office, Level level, std::string_view above,
                        std::string_view division, std::string_view stem);
// 市监: what its document numbers say.
std::string_view office_mark(Office office);

}  // namespace credence::simulation
