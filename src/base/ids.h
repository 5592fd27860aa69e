// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

// Distinct types for the numbers that name things, so that two of them cannot be swapped.

namespace credence {

template <class Tag>
struct Id {
  std::int64_t value = 0;
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t v) : value(v) {}
  constexpr auto operator<=>(const Id&) const = default;
};

using SubjectId = Id<struct SubjectTag>;  // derived from scheme and canonical code (DESIGN 4)
using RecordKey =
    Id<struct RecordTag>;             // derived from item, issuing body, document number, subject
using BatchId = Id<struct BatchTag>;  // derived from provider, item and the file's hash

}  // namespace credence

template <class Tag>
struct std::hash<credence::Id<Tag>> {
  std::size_t operator()(const credence::Id<Tag>& id) const noexcept {
    return static_cast<std::size_t>(id.value);
  }
};
