// SPDX-License-Identifier: Apache-2.0
#include "app/lists/subject_facts.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "app/access/values.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/names.h"
#include "store/records.h"

namespace credence::app {
namespace {

using rulebook::Item;
using rulebook::Role;
using rulebook::RuleBook;

constexpr std::size_t at_once = 1'000;  // subjects asked for in one question
// Registered capital in company registrations: the only item whose capital tells a firm's size.
constexpr std::string_view capital_field = "QY_ZCZJ";
constexpr std::int64_t fen_of_yuan = 100, wan = 10'000, yi = 100'000'000;
constexpr int divisions_of_city = 100;

// Items that say that somebody is registered, and since when.
bool is_registration(const Item& item) {
  return item.nature == rulebook::Nature::basic && item.validity == "in_force" &&
         item.with_role(Role::decided_on) != nullptr;
}

std::string registrations(const RuleBook& book) {
  std::string numbers = "-1";
  for (const auto& [number, item] : book.catalogue.items()) {
    if (is_registration(item)) numbers += ", " + std::to_string(number);
  }
  return numbers;
}

int division_of(const store::KnownSubject& subject) {
  int division = 0;
  if (subject.scheme == domain::Scheme::uscc && subject.code.size() == 18)
    std::from_chars(subject.code.data() + 2, subject.code.data() + 8, division);
  return division == 0 ? subject.region : division;
}

SubjectFacts facts_of(const store::KnownSubject& subject, const domain::NameParser& names) {
  return {{subject.id, subject.kind, subject.scheme, subject.code, subject.name},
          division_of(subject),
          city_of(division_of(subject)),
          names.parse(domain::normalize_name(subject.name)).industry,
          std::nullopt,
          std::nullopt};
}

void add_registration(const Item& item, std::int64_t decided_on,
                      const std::vector<std::string>& values, SubjectFacts& facts) {
  const Date day(static_cast<std::int32_t>(decided_on));
  if (day != store::no_day) facts.registered = std::min(facts.registered.value_or(day), day);
  const int at = item.field_index(capital_field);
  if (at < 0) return;
  if (const auto capital = capital_in(values[static_cast<std::size_t>(at)]))
    facts.capital = capital;
}

void add_registrations(store::Session& sql, store::Dictionaries& dictionaries, const RuleBook& book,
                       std::span<const std::int64_t> numbers, FactsBySubject& all) {
  struct Row {
    SubjectId subject;
    int item;
    std::int64_t decided_on;
    std::string fields;
  };
  std::vector<Row> rows;
  {
    const auto cursor = sql.query_among("SELECT subject_id, item, decided_on, fields FROM record",
                                        "subject_id", numbers,
                                        " AND known_to = " + std::to_string(end_of_time.micros()) +
                                            " AND item IN (" + registrations(book) + ")");
    while (cursor->next())
      rows.push_back({SubjectId(cursor->number(0)), static_cast<int>(cursor->number(1)),
                      cursor->number(2), std::string(cursor->bytes(3))});
  }
  for (const Row& row : rows) {
    const auto known = all.find(row.subject);
    const Item* item = book.catalogue.by_number(row.item);
    if (known == all.end() || item == nullptr) continue;
    const auto values =
        decode_values(dictionaries.unpack(sql, row.fields), item->fields.size()).or_throw();
    add_registration(*item, row.decided_on, values, known->second);
  }
}

}  // namespace

std::optional<Money> capital_in(std::string_view text) {
  std::string digits;
  std::size_t at = 0;
  for (; at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) != 0 ||
                              text[at] == '.' || text[at] == ',');
       ++at) {
    if (text[at] != ',') digits += text[at];
  }
  const std::string_view unit = text.substr(at);
  double amount = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  for (const char* foreign : {"美", "港", "欧", "日元", "英镑", "韩", "新加坡", "澳", "加元"}) {
    if (contains(unit, foreign)) return std::nullopt;
  }
  const bool said = contains(unit, "万") || contains(unit, "亿") || contains(unit, "元");
  if (!said) return std::nullopt;
  const std::int64_t times = contains(unit, "亿") ? yi : contains(unit, "万") ? wan : 1;
  constexpr double most = 1e15;  // yuan
  const double yuan = amount * static_cast<double>(times);
  if (yuan > most) return std::nullopt;
  return Money(static_cast<std::int64_t>(yuan) * fen_of_yuan);
}

std::optional<bool> is_small(const SubjectFacts& facts, Money limit) {
  if (facts.organization.kind == domain::SubjectKind::individual_business) return true;
  if (!facts.capital) return std::nullopt;
  return *facts.capital < limit;
}

std::string city_of(int division) {
  if (division < 100'000 || division > 999'999) return "";
  return std::to_string(division / divisions_of_city * divisions_of_city);
}

Words city_label(const RuleBook& book, const std::string& city) {
  if (city.empty()) return {"不详", "not known"};
  const auto* region = book.regions.find(city);
  return region == nullptr ? Words{city, city} : Words{region->name, city};
}

FactsBySubject subject_facts(store::Session& sql, store::Dictionaries& dictionaries,
                             const RuleBook& book, std::span<const SubjectId> subjects) {
  std::vector<SubjectId> sorted(subjects.begin(), subjects.end());
  std::ranges::sort(sorted);
  const auto same = std::ranges::unique(sorted);
  sorted.erase(same.begin(), same.end());
  const domain::NameParser names(book.names);
  FactsBySubject all;
  for (std::size_t first = 0; first < sorted.size(); first += at_once) {
    const auto some = std::span(sorted).subspan(first, std::min(at_once, sorted.size() - first));
    std::vector<std::int64_t> numbers;
    for (const SubjectId one : some) numbers.push_back(one.value);
    for (const auto& subject : store::known_subjects(sql, some)) {
      if (subject.kind != domain::SubjectKind::person)
        all.emplace(subject.id, facts_of(subject, names));
    }
    add_registrations(sql, dictionaries, book, numbers, all);
  }
  return all;
}

}  // namespace credence::app
