// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <variant>

#include "base/ensure.h"
#include "base/error.h"

// A value or the reason there is none, for when the immediate caller will do something different.
// Method names follow std::expected, so that a later compiler makes the swap mechanical.

namespace credence {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value().
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !has_value().
  const Error& error() const {
    ensure(!has_value(), "Result::error() of a value");
    return std::get<1>(state_);
  }

  // The value, or the error thrown as a Failure.
  T or_throw() && {
    if (!has_value()) throw Failure(std::get<1>(std::move(state_)));
    return std::get<0>(std::move(state_));
  }
  const T& or_throw() const& {
    if (!has_value()) throw Failure(std::get<1>(state_));
    return std::get<0>(state_);
  }

 private:
  T& value() {
    ensure(has_value(), "Result::value() of an error");
    return std::get<0>(state_);
  }
  const T& value() const {
    ensure(has_value(), "Result::value() of an error");
    return std::get<0>(state_);
  }
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : state_(std::move(error)) {}
  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const {
    ensure(!has_value(), "Result::error() of a value");
    return std::get<1>(state_);
  }
  void or_throw() const {
    if (!has_value()) throw Failure(std::get<1>(state_));
  }

 private:
  std::variant<std::monostate, Error> state_;
};

}  // namespace credence
