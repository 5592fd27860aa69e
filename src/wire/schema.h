// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/core/demangle.hpp>

#include <map>
#include <string>
#include <typeindex>
#include <typeinfo>
#include <utility>

#include "base/ensure.h"
#include "wire/json.h"

// The JSON Schema (2020-12, as OpenAPI 3.1 uses it) of a described struct, made from the same
// description as its JSON: what wire/json.h writes is valid against what this says, because both
// ask Boost.Describe.

namespace credence::wire {

// The schemas of described structs by name, for `components/schemas` of an OpenAPI document.
class Schemas {
 public:
  // The schema of T: a reference to the component for a described struct (added with everything it
  // needs), in place for all else. REQUIRES: no two structs of one name in different namespaces.
  template <class T>
  json::value of();

  const json::object& components() const { return components_; }

 private:
  template <class T>
  json::object object_schema();
  template <class T>
  json::value component();

  json::object components_;
  std::map<std::string, std::type_index, std::less<>> types_;
};

// "DisclosedFile" for credence::app::DisclosedFile.
template <class T>
std::string schema_name() {
  const std::string full = boost::core::demangle(typeid(T).name());
  const auto colon = full.rfind("::");
  return colon == std::string::npos ? full : full.substr(colon + 2);
}

inline json::object string_schema(std::string_view keyword = {}, std::string_view value = {}) {
  json::object schema{{"type", "string"}};
  if (!keyword.empty()) schema.emplace(keyword, value);
  return schema;
}

template <class T>
json::value Schemas::of() {
  if constexpr (std::is_same_v<T, json::value>) {
    return json::object{};  // anything
  } else if constexpr (std::is_same_v<T, json::object>) {
    return json::object{{"type", "object"}};
  } else if constexpr (std::is_same_v<T, Date>) {
    return string_schema("format", "date");
  } else if constexpr (std::is_same_v<T, Instant>) {
    return string_schema("format", "date-time");
  } else if constexpr (std::is_same_v<T, Money>) {
    return string_schema("pattern", R"(^-?[0-9]+(\.[0-9]{1,6})?$)");
  } else if constexpr (is_id<T>::value) {
    return string_schema("pattern", "^-?[0-9]+$");
  } else if constexpr (is_optional<T>::value) {
    return of<typename T::value_type>();
  } else if constexpr (is_vector<T>::value) {
    return json::object{{"type", "array"}, {"items", of<typename T::value_type>()}};
  } else if constexpr (Described<T>) {
    return component<T>();
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return string_schema();
  } else if constexpr (std::is_same_v<T, bool>) {
    return json::object{{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return json::object{{"type", "integer"}, {"format", sizeof(T) > 4 ? "int64" : "int32"}};
  } else {
    static_assert(std::is_floating_point_v<T>, "wire/json.h has no JSON form for this type");
    return json::object{{"type", "number"}};
  }
}

template <class T>
json::object Schemas::object_schema() {
  json::object properties;
  json::array required;
  using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                           boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    using Part = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
    properties.emplace(member.name, of<Part>());
    if (!is_optional<Part>::value) required.emplace_back(member.name);
  });
  json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema.emplace("required", std::move(required));
  return schema;
}

template <class T>
json::value Schemas::component() {
  const std::string name = schema_name<T>();
  const auto [known, added] = types_.emplace(name, typeid(T));
  ensure(known->second == typeid(T), "two described structs share a schema name");
  if (added) {
    json::object schema = object_schema<T>();
    components_.emplace(name, std::move(schema));
  }
  return json::object{{"$ref", "#/components/schemas/" + name}};
}

}  // namespace credence::wire
