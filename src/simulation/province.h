// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/calendar.h"
#include "domain/regions.h"
#include "simulation/names.h"
#include "simulation/numbers.h"

// An invented Shandong: its organisations and public bodies, in its real divisions. Every fact
// follows from (seed, index) alone and can be asked for in any order, so nothing is stored and
// files can be cut anywhere. All const members are safe from several threads.

namespace credence::simulation {

struct ProvinceSize {
  std::uint64_t seed = 1;
  std::uint64_t organizations =
      10'000;  // at most 90 000 000, as many as there are old eight-digit codes
  Date today;
};

// What a record needs to know of its subject.
struct Party {
  std::uint64_t index = 0;
  OrganizationKind kind = OrganizationKind::enterprise;
  Sector sector = Sector::retail;
  std::size_t county = 0;  // in Province::counties()
  std::string name;        // almost always unique
  std::string uscc;        // valid and unique
  std::string representative;
  std::string_view type;  // the legal form as the register words it
  Date registered_on;     // a working day, at least four months before today
};

struct OrganizationFacts : Party {
  std::string capital;  // "1000万元人民币"; may be empty
  std::string scope, address;
  std::string region_code, city, county_name;  // 370102, 济南市, 历下区
};

struct BodyFacts {
  std::string name;         // 济南市历下区市场监督管理局
  std::string uscc;         // 11…
  std::string mark;         // 济历下市监: what its document numbers begin with
  std::string region_code;  // 370102
  Office office = Office::market;
  Level level = Level::county;
};

class Province {
 public:
  // Copies what it needs. REQUIRES: `regions` has a county in force in Shandong (37) on size.today.
  Province(const domain::Regions& regions, const domain::Calendar& calendar, ProvinceSize size);

  std::uint64_t seed() const { return size_.seed; }
  Date today() const { return size_.today; }
  std::uint64_t organizations() const { return size_.organizations; }
  // REQUIRES: i < organizations().
  OrganizationFacts organization(std::uint64_t i) const;
  // The same without what only registers tell. Overwrites all of `party`, keeping its memory.
  void party(std::uint64_t i, Party& party) const;
  // How many organisations are of this kind, and which is the n-th. REQUIRES: n < count(kind).
  std::uint64_t count(OrganizationKind kind) const;
  std::uint64_t nth(OrganizationKind kind, std::uint64_t n) const;
  // An organisation for a record: a few have many, most have one or none.
  std::uint64_t draw(Dice& dice) const;

  std::uint64_t bodies() const { return bodies_.size(); }
  const BodyFacts& body(std::uint64_t i) const { return bodies_[i]; }
  // The body of this office and level that is responsible for a county; the next level below where
  // the regions given know none.
  const BodyFacts& body(Office office, Level level, std::size_t county) const;

  const std::vector<Place>& counties() const { return counties_; }
  // The working days of the last thirty years up to today, in order.
  std::span<const Date> working_days() const { return working_days_; }

 private:
  static constexpr std::uint64_t block = 1000;  // kinds are shared out exactly within each block
  static constexpr std::size_t nowhere = SIZE_MAX;
  struct Seat {  // where a division's bodies begin in bodies_, for a county and those above it
    std::array<std::size_t, 3> first_body{nowhere, nowhere, nowhere};  // by Level
  };

  void found_bodies(const domain::Regions& regions);
  std::size_t found_bodies_of(const domain::Regions& regions, const domain::Region& region,
                              Level level);
  void share_out_kinds();
  OrganizationKind kind_of(std::uint64_t i) const { return kinds_[i % block]; }
  void write_uscc(Party& party) const;

  ProvinceSize size_;
  std::vector<Place> counties_;
  std::vector<Seat> seats_;  // beside counties_
  std::vector<BodyFacts> bodies_;
  std::vector<Date> working_days_;
  std::array<OrganizationKind, block> kinds_{};
  std::array<std::vector<std::uint16_t>, organization_kinds> slots_;  // of each kind in a block
  Permutation ranks_, old_codes_, new_codes_, body_codes_;
  Wheel county_wheel_;
};

// The two leading characters of the credit codes of a kind: 91, 92, 93, 52, 12, N2.
std::string_view code_prefix(OrganizationKind kind);
// An identity number with a right check character that nobody has: its division is a city, and
// those are not issued to persons.
std::string invented_resident_id(const Place& county, Dice& dice);

}  // namespace credence::simulation
