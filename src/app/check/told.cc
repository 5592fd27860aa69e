// SPDX-License-Identifier: Apache-2.0
#include "app/check/told.h"

#include <charconv>
#include <map>

#include "base/text.h"
#include "store/heads.h"

namespace credence::app {

std::optional<CheckTrace> read_check_trace(std::string_view items) {
  const auto parts = split(items, "/");
  if (parts.size() != 5 || parts[0] != "check") return std::nullopt;
  const auto day = parse_date(parts[3]);
  std::int64_t micros = 0;
  const char* end = parts[4].data() + parts[4].size();
  if (!day || std::from_chars(parts[4].data(), end, micros).ptr != end) return std::nullopt;
  return CheckTrace{std::string(parts[1]), std::string(parts[2]), *day, Instant(micros)};
}

Result<Told> told_by(store::Database& database, const Editions& editions, SubjectId subject,
                     const CheckTrace& trace) {
  auto then = editions.at(trace.known);
  if (!then) return then.error();
  Told told{*then, nullptr, {}};
  const auto matter = told.rules->book->matters.find(trace.matter);
  if (matter == told.rules->book->matters.end()) return told;
  told.matter = &matter->second;
  const rulebook::Consequences& rules = told.rules->consequences;
  std::map<std::string_view, ToldMeasure> measures;
  const auto lease = database.read();
  for (const auto& head : store::heads_of(lease.sql(), subject, rules.items(), trace.known)) {
    for (const auto& applied : rules.of(head, trace.day).measures) {
      if (!counts_in(*applied.measure, *told.matter)) continue;
      ToldMeasure& one = measures[applied.measure->id];
      one.measure = applied.measure;
      if (one.grounds.empty() || one.grounds.back() != head.record)
        one.grounds.push_back(head.record);
    }
  }
  for (auto& [id, one] : measures) told.measures.push_back(std::move(one));
  return told;
}

}  // namespace credence::app
