// SPDX-License-Identifier: Apache-2.0
#include "simulation/province.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/ensure.h"
#include "domain/identifiers.h"

namespace credence::simulation {
namespace {

using domain::Region;
using domain::Regions;

constexpr std::string_view province_code = "370000";
constexpr std::uint64_t old_code_count = 90'000'000;  // 10000000 … 99999999
constexpr std::uint64_t old_code_first = 10'000'000;
constexpr std::uint64_t new_code_count = 887'503'681;  // 31^6
constexpr std::uint64_t body_code_count = 1'000'000;   // 00000000 … 00999999
constexpr int register_years = 30;
constexpr std::size_t newest_registration = 85;  // working days before today

// Organisations per thousand, in the order of OrganizationKind.
constexpr std::array<int, organization_kinds> per_thousand = {345, 590, 18, 12, 10, 25};

std::uint64_t sub_seed(std::uint64_t seed, std::uint64_t purpose) {
  return Dice(seed, Stream::shape, purpose).next();
}

bool is_county(std::string_view code) { return code.starts_with("37") && !code.ends_with("00"); }

Level level_of(std::string_view code) {
  if (code == province_code) return Level::province;
  return code.ends_with("00") ? Level::city : Level::county;
}

std::string name_of(const Regions& regions, std::string_view code) {
  const Region* region = regions.find(code);
  return region == nullptr ? std::string() : region->name;
}

// 济南市历下区, but 寿光市 and 平阴县: only districts need their city.
std::string full_name_of(const Regions& regions, const Region& region) {
  if (!region.name.ends_with("区")) return region.name;
  return name_of(regions, Regions::parent(region.code)) + region.name;
}

Place place_of(const Regions& regions, const Region& region) {
  const std::string city = name_of(regions, Regions::parent(region.code));
  return {region.code,   stem_of(region.name),          city,
          stem_of(city), full_name_of(regions, region), regions.full_name(region.code)};
}

// About as many thousand organisations as a county of that city has.
std::uint32_t weight_of(std::string_view county) {
  static const std::map<std::string_view, std::uint32_t> by_city = {
      {"3701", 105}, {"3702", 180}, {"3703", 65}, {"3704", 50}, {"3705", 60}, {"3706", 80},
      {"3707", 85},  {"3708", 65},  {"3709", 65}, {"3710", 75}, {"3711", 65}, {"3713", 75},
      {"3714", 45},  {"3715", 50},  {"3716", 50}, {"3717", 65}};
  const auto at = by_city.find(county.substr(0, 4));
  return at == by_city.end() ? 50 : at->second;
}

std::vector<std::uint32_t> weights_of(const std::vector<Place>& counties) {
  std::vector<std::uint32_t> weights;
  for (const Place& county : counties) weights.push_back(weight_of(county.code));
  ensure(!weights.empty(), "no county of Shandong is in force among the regions");
  return weights;
}

std::vector<Place> counties_in_force(const Regions& regions, Date today) {
  std::vector<Place> counties;
  for (const auto& [code, region] : regions.all()) {
    if (is_county(code) && regions.in_force(code, today))
      counties.push_back(place_of(regions, region));
  }
  return counties;
}

void append_digits(std::string& out, std::uint64_t value, int width) {
  std::string digits(static_cast<std::size_t>(width), '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value /= 10) {
    *digit = static_cast<char>('0' + value % 10);
  }
  out += digits;
}

void append_base_31(std::string& out, std::uint64_t value, int width) {
  constexpr std::string_view characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (int i = 0; i < width; ++i, value /= characters.size())
    out += characters[value % characters.size()];
}

void append_checks(std::string& code) {
  code += domain::organization_code_check(std::string_view(code).substr(8, 8));
  code += domain::uscc_check(code);
}

// What new organisation codes begin with, by kind.
std::string_view new_code_head(OrganizationKind kind) {
  constexpr std::array<std::string_view, organization_kinds> heads = {"MA", "MA", "MA",
                                                                      "MJ", "MB", "MF"};
  return heads[static_cast<std::size_t>(kind)];
}

// Organisation codes were digits until the credit code came; businesses and villages had none
// before.
bool has_old_code(const Party& party, Date reform) {
  return party.registered_on < reform && party.kind != OrganizationKind::individual_business &&
         party.kind != OrganizationKind::village;
}

std::vector<Date> working_days_until(const domain::Calendar& calendar, Date today) {
  std::vector<Date> days;
  for (Date day = today.plus_months(-12 * register_years); day <= today; day = day.plus_days(1)) {
    if (calendar.is_working_day(day)) days.push_back(day);
  }
  return days;
}

}  // namespace

Province::Province(const Regions& regions, const domain::Calendar& calendar, ProvinceSize size)
    : size_(size),
      counties_(counties_in_force(regions, size.today)),
      working_days_(working_days_until(calendar, size.today)),
      ranks_(size.organizations, sub_seed(size.seed, 1)),
      old_codes_(old_code_count, sub_seed(size.seed, 2)),
      new_codes_(new_code_count, sub_seed(size.seed, 3)),
      body_codes_(body_code_count, sub_seed(size.seed, 4)),
      county_wheel_(weights_of(counties_)) {
  ensure(size.organizations <= old_code_count, "more organisations than codes");
  found_bodies(regions);
  share_out_kinds();
}

void Province::found_bodies(const Regions& regions) {
  std::map<std::string, std::size_t, std::less<>> first;  // body by division
  for (const auto& [code, region] : regions.all()) {
    if (!code.starts_with("37") || !regions.in_force(code, size_.today)) continue;
    first[code] = found_bodies_of(regions, region, level_of(code));
  }
  for (const Place& county : counties_) {
    Seat seat;
    std::string code = county.code;
    for (const Level level : {Level::county, Level::city, Level::province}) {
      if (const auto at = first.find(code); at != first.end()) {
        seat.first_body[static_cast<std::size_t>(level)] = at->second;
      }
      code = Regions::parent(code);
    }
    seats_.push_back(seat);
  }
}

std::size_t Province::found_bodies_of(const Regions& regions, const Region& region, Level level) {
  const std::size_t first = bodies_.size();
  const std::string city =
      level == Level::county ? name_of(regions, Regions::parent(region.code)) : region.name;
  const std::string stem = level == Level::county ? stem_of(region.name) : std::string();
  const std::string mark = level == Level::province ? "鲁" : city.substr(0, 3) + stem;
  for (std::size_t i = 0; i < offices; ++i) {
    const auto office = static_cast<Office>(i);
    BodyFacts body{office_name(office, level, city, full_name_of(regions, region), stem),
                   "11" + region.code,
                   mark + std::string(office_mark(office)),
                   region.code,
                   office,
                   level};
    body.uscc += "00";
    append_digits(body.uscc, body_codes_.forward(bodies_.size()), 6);
    append_checks(body.uscc);
    bodies_.push_back(std::move(body));
  }
  return first;
}

void Province::share_out_kinds() {
  std::size_t at = 0;
  for (std::size_t kind = 0; kind < organization_kinds; ++kind) {
    for (int i = 0; i < per_thousand[kind]; ++i) kinds_[at++] = static_cast<OrganizationKind>(kind);
  }
  ensure(at == block, "the shares of the kinds do not add up");
  Dice dice(size_.seed, Stream::shape, 5);
  for (std::size_t i = block - 1; i > 0; --i) {
    std::swap(kinds_[i], kinds_[static_cast<std::size_t>(dice.below(i + 1))]);
  }
  for (std::size_t i = 0; i < block; ++i) {
    slots_[static_cast<std::size_t>(kinds_[i])].push_back(static_cast<std::uint16_t>(i));
  }
}

std::uint64_t Province::count(OrganizationKind kind) const {
  const auto& slots = slots_[static_cast<std::size_t>(kind)];
  const auto rest = std::ranges::lower_bound(slots, organizations() % block) - slots.begin();
  return organizations() / block * slots.size() + static_cast<std::uint64_t>(rest);
}

std::uint64_t Province::nth(OrganizationKind kind, std::uint64_t n) const {
  const auto& slots = slots_[static_cast<std::size_t>(kind)];
  return n / slots.size() * block + slots[n % slots.size()];
}

std::uint64_t Province::draw(Dice& dice) const {
  return ranks_.forward(concentrated(dice, organizations()));
}

void Province::write_uscc(Party& party) const {
  party.uscc = code_prefix(party.kind);
  party.uscc += counties_[party.county].code;
  static const Date reform(2015, 10, 1);
  if (has_old_code(party, reform)) {
    append_digits(party.uscc, old_code_first + old_codes_.forward(party.index), 8);
  } else {
    party.uscc += new_code_head(party.kind);
    append_base_31(party.uscc, new_codes_.forward(party.index), 6);
  }
  append_checks(party.uscc);
}

void Province::party(std::uint64_t i, Party& party) const {
  ensure(i < organizations(), "an organisation beyond the last");
  Dice dice(size_.seed, Stream::organization, i);
  party.index = i;
  party.kind = kind_of(i);
  party.county = county_wheel_.spin(dice);
  // The smaller of two draws: most organisations are young.
  const std::uint64_t ages = working_days_.size() - newest_registration;
  const std::uint64_t age = std::min(dice.below(ages), dice.below(ages));
  party.registered_on = working_days_[static_cast<std::size_t>(ages - 1 - age)];
  const Trade trade = draw_trade(party.kind, dice);
  party.sector = trade.sector;
  party.name.clear();
  append_name(party.name, party.type, party.kind, trade, counties_[party.county], dice);
  party.representative.clear();
  append_person(party.representative, dice);
  write_uscc(party);
}

OrganizationFacts Province::organization(std::uint64_t i) const {
  OrganizationFacts facts;
  party(i, facts);
  Dice dice(size_.seed, Stream::organization_details, i);
  const Place& county = counties_[facts.county];
  append_capital(facts.capital, facts.kind, dice);
  append_scope(facts.scope, facts.sector, dice);
  append_address(facts.address, facts.kind, county, dice);
  facts.region_code = county.code;
  facts.city = county.city;
  facts.county_name = county.full;
  return facts;
}

const BodyFacts& Province::body(Office office, Level level, std::size_t county) const {
  const Seat& seat = seats_[county];
  auto at = static_cast<std::size_t>(level);
  while (seat.first_body[at] == nowhere) ++at;
  return bodies_[seat.first_body[at] + static_cast<std::size_t>(office)];
}

std::string_view code_prefix(OrganizationKind kind) {
  constexpr std::array<std::string_view, organization_kinds> prefixes = {"91", "92", "93",
                                                                         "52", "12", "N2"};
  return prefixes[static_cast<std::size_t>(kind)];
}

std::string invented_resident_id(const Place& county, Dice& dice) {
  std::string number = county.code.substr(0, 4) + "00";
  const Date born = Date(1960, 1, 1).plus_days(static_cast<std::int32_t>(dice.below(15'000)));
  append_date(number, born, DateForm::compact);
  append_digits(number, dice.below(900) + 1, 3);
  number += domain::resident_id_check(number);
  return number;
}

}  // namespace credence::simulation
