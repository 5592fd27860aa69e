// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wire/json.h"

// The inverse of wire/json.h, strict: every member must be there (but optionals), of its type, and
// nothing else.

namespace credence::wire {

inline Error not_as_described(const std::string& pointer, const char* wanted) {
  Error error = make_error(ErrorCode::invalid, "json.shape",
                           {"JSON 的“" + pointer + "”处应为 " + wanted + "。",
                            "The JSON at “" + pointer + "” must be " + wanted + "."},
                           {"请按接口文档的结构书写。", "Write it as the API document describes."});
  error.place.field = pointer;
  return error;
}

template <class T>
Result<T> from_json(const json::value& value, const std::string& pointer = "");

namespace detail {

template <class T>
Result<T> text_value(const json::value& value, const std::string& pointer) {
  if (!value.is_string()) return not_as_described(pointer, "a text");
  const std::string_view text = value.get_string();
  if constexpr (std::is_same_v<T, Date>) {
    if (const auto day = parse_date(text)) return *day;
    return not_as_described(pointer, "a day, YYYY-MM-DD");
  } else if constexpr (std::is_same_v<T, Instant>) {
    if (const auto instant = parse_instant(text)) return *instant;
    return not_as_described(pointer, "an instant, RFC 3339");
  } else if constexpr (is_id<T>::value) {
    T id;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (fault == std::errc{} && end == text.data() + text.size()) return id;
    return not_as_described(pointer, "an id, digits in a text");
  } else {
    return T(text);
  }
}

template <class T>
Result<T> number_value(const json::value& value, const std::string& pointer) {
  if constexpr (std::is_same_v<T, bool>) {
    if (value.is_bool()) return value.get_bool();
    return not_as_described(pointer, "true or false");
  } else {
    boost::system::error_code fault;
    const T number = value.to_number<T>(fault);
    if (!fault) return number;
    return not_as_described(pointer, "a number");
  }
}

template <class T>
Result<T> list_value(const json::value& value, const std::string& pointer) {
  if (!value.is_array()) return not_as_described(pointer, "a list");
  T list;
  for (const auto& part : value.get_array()) {
    auto one = from_json<typename T::value_type>(part, pointer + "/" + std::to_string(list.size()));
    if (!one) return one.error();
    list.push_back(std::move(*one));
  }
  return list;
}

template <class T>
Result<T> struct_value(const json::value& value, const std::string& pointer) {
  if (!value.is_object()) return not_as_described(pointer, "an object");
  T out{};
  const json::object& object = value.get_object();
  std::size_t used = 0;
  std::optional<Error> wrong;
  using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                           boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    if (wrong) return;
    auto& part = out.*member.pointer;
    using Part = std::remove_cvref_t<decltype(part)>;
    const std::string at = pointer + "/" + member.name;
    const auto* found = object.if_contains(member.name);
    used += found != nullptr ? 1 : 0;
    if constexpr (is_optional<Part>::value) {
      if (found == nullptr) return;
      auto read = from_json<typename Part::value_type>(*found, at);
      read ? void(part = std::move(*read)) : void(wrong = read.error());
    } else if (found == nullptr) {
      wrong = not_as_described(at, "given");
    } else {
      auto read = from_json<Part>(*found, at);
      read ? void(part = std::move(*read)) : void(wrong = read.error());
    }
  });
  if (!wrong && used != object.size()) wrong = not_as_described(pointer, "without unknown members");
  if (wrong) return std::move(*wrong);
  return out;
}

}  // namespace detail

// Errors: invalid ("json.shape"), with the JSON pointer as the place's field.
template <class T>
Result<T> from_json(const json::value& value, const std::string& pointer) {
  if constexpr (is_vector<T>::value) {
    return detail::list_value<T>(value, pointer);
  } else if constexpr (Described<T>) {
    return detail::struct_value<T>(value, pointer);
  } else if constexpr (std::is_arithmetic_v<T>) {
    return detail::number_value<T>(value, pointer);
  } else {
    return detail::text_value<T>(value, pointer);
  }
}

}  // namespace credence::wire
