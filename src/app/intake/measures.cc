// SPDX-License-Identifier: Apache-2.0
#include "app/intake/measures.h"

namespace credence::app {
namespace {

using CounterMembers = boost::describe::describe_members<Counters, boost::describe::mod_public>;

std::int64_t number(const boost::json::value& value) {
  return value.is_int64() ? value.get_int64() : 0;
}

}  // namespace

void Measures::add(const Measures& other) {
  boost::mp11::mp_for_each<CounterMembers>(
      [&](auto member) { counters.*member.pointer += other.counters.*member.pointer; });
  for (const auto& [id, rows] : other.findings) findings[id] += rows;
}

std::string to_text(const Measures& measures) {
  boost::json::object findings;
  for (const auto& [id, rows] : measures.findings) findings[id] = rows;
  return boost::json::serialize(
      boost::json::object{{"counters", wire::to_json(measures.counters)}, {"findings", findings}});
}

Measures measures_from(const std::string& text) {
  Measures measures;
  boost::system::error_code failed;
  const auto parsed = boost::json::parse(text.empty() ? "{}" : text, failed);
  if (failed || !parsed.is_object()) return measures;
  const auto& object = parsed.get_object();
  if (const auto* counters = object.if_contains("counters"); counters && counters->is_object()) {
    boost::mp11::mp_for_each<CounterMembers>([&](auto member) {
      if (const auto* value = counters->get_object().if_contains(member.name)) {
        measures.counters.*member.pointer = number(*value);
      }
    });
  }
  if (const auto* findings = object.if_contains("findings"); findings && findings->is_object()) {
    for (const auto& [id, rows] : findings->get_object()) measures.findings[id] = number(rows);
  }
  return measures;
}

}  // namespace credence::app
