// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"
#include "base/money.h"

// A described struct is its own JSON: members in declaration order, snake_case names, dates as
// YYYY-MM-DD, instants as RFC 3339, ids as decimal text (they exceed 2^53), empty optionals left
// out. The OpenAPI schema is made from the same description (wire/schema.h).

namespace credence {

BOOST_DESCRIBE_STRUCT(Words, (), (zh, en))
BOOST_DESCRIBE_STRUCT(Place, (), (file, row, column, field))

}  // namespace credence

namespace credence::wire {

namespace json = boost::json;

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<Id<Tag>> : std::true_type {};

template <class T>
json::value to_json(const T& value);

template <class T>
json::value object_of(const T& value) {
  json::object object;
  using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                           boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    const auto& part = value.*member.pointer;
    using Part = std::remove_cvref_t<decltype(part)>;
    if constexpr (is_optional<Part>::value) {
      if (part.has_value()) object.emplace(member.name, to_json(*part));
    } else {
      object.emplace(member.name, to_json(part));
    }
  });
  return object;
}

// The JSON form of a described struct, a vector of those, text, numbers, dates, instants, money and
// ids.
template <class T>
json::value to_json(const T& value) {
  if constexpr (std::is_same_v<T, json::value> || std::is_same_v<T, json::object>) {
    return value;
  } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant>) {
    return json::value(to_string(value));
  } else if constexpr (std::is_same_v<T, Money>) {
    return json::value(to_ten_thousand_yuan(value));
  } else if constexpr (is_id<T>::value) {
    return json::value(std::to_string(value.value));
  } else if constexpr (is_vector<T>::value) {
    json::array array;
    array.reserve(value.size());
    for (const auto& part : value) array.push_back(to_json(part));
    return array;
  } else if constexpr (Described<T>) {
    return object_of(value);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return json::value(std::string_view(value));
  } else {
    return json::value(value);
  }
}

// Adds a JSON string: quoted, escaped as RFC 8259 §7 asks and no more.
void append_text(std::string& out, std::string_view text);

template <class T>
void append_line(std::string& out, const T& value);

template <class T>
void append_object(std::string& out, const T& value) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                           boost::describe::mod_inherited>;
  char before = '{';
  boost::mp11::mp_for_each<Members>([&](auto member) {
    const auto& part = value.*member.pointer;
    using Part = std::remove_cvref_t<decltype(part)>;
    constexpr bool optional = is_optional<Part>::value;
    if constexpr (optional) {
      if (!part.has_value()) return;
    }
    out += std::exchange(before, ',');
    out += '"';
    out += member.name;
    out += "\":";
    if constexpr (optional) {
      append_line(out, *part);
    } else {
      append_line(out, part);
    }
  });
  out += before == '{' ? "{}" : "}";
}

// Adds json::serialize(to_json(value)), without building the tree: answers are made thousands of
// times a second.
template <class T>
void append_line(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant>) {
    append_text(out, to_string(value));
  } else if constexpr (std::is_same_v<T, Money>) {
    append_text(out, to_ten_thousand_yuan(value));
  } else if constexpr (is_id<T>::value) {
    append_text(out, std::to_string(value.value));
  } else if constexpr (is_vector<T>::value) {
    char before = '[';
    for (const auto& part : value) {
      out += std::exchange(before, ',');
      append_line(out, part);
    }
    out += before == '[' ? "[]" : "]";
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    out += std::to_string(value);
  } else if constexpr (Described<T>) {
    append_object(out, value);
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    append_text(out, value);
  } else {
    out += json::serialize(to_json(value));
  }
}

// One line, no spaces, members in declaration order.
template <class T>
std::string to_line(const T& value) {
  std::string out;
  append_line(out, value);
  return out;
}

// The same, indented by two, for people.
std::string pretty(const json::value& value);

}  // namespace credence::wire
