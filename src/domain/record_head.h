// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "base/date.h"
#include "base/ids.h"
#include "domain/publicity.h"
#include "domain/subject.h"

// The part of a record that the rules on lists and measures look at. Small and flat: the standing
// index keeps one for each record that may mean something.

namespace credence::domain {

// A day in four bytes, or none.
class MaybeDay {
 public:
  constexpr MaybeDay() = default;
  constexpr MaybeDay(std::optional<Date> day) : days_(day ? day->days() : none) {}
  constexpr std::optional<Date> get() const {
    return days_ == none ? std::nullopt : std::optional(Date(days_));
  }
  constexpr bool operator==(const MaybeDay&) const = default;

 private:
  static constexpr std::int32_t none = INT32_MIN;
  std::int32_t days_ = none;
};

// The marks in force on a record that change what it means, as bits (docs/design/marks.md).
enum class HeadMark : std::uint8_t { disputed = 1, repaired = 2, withdrawn = 4, lifted = 8 };

struct RecordHead {
  SubjectId subject;
  RecordKey record;
  Date decided_on;  // of a record without one: the day we knew it
  MaybeDay valid_from, valid_to, conduct_end;
  std::int32_t category = 0;  // rulebook::category_number
  std::uint16_t item = 0;     // Item::number
  Severity severity = Severity::none;
  std::uint8_t kind_and_marks = 0;  // SubjectKind in the low four bits, HeadMark above

  constexpr SubjectKind kind() const { return static_cast<SubjectKind>(kind_and_marks & 15); }
  constexpr bool has(HeadMark mark) const {
    return (kind_and_marks >> 4 & static_cast<int>(mark)) != 0;
  }
  constexpr void set(SubjectKind kind, std::uint8_t marks) {
    kind_and_marks = static_cast<std::uint8_t>(static_cast<int>(kind) | marks << 4);
  }
  // The same record as if these marks were not on it.
  constexpr RecordHead without(std::initializer_list<HeadMark> marks) const {
    RecordHead plain = *this;
    for (const HeadMark mark : marks)
      plain.kind_and_marks =
          static_cast<std::uint8_t>(plain.kind_and_marks & ~(static_cast<int>(mark) << 4));
    return plain;
  }
  constexpr bool operator==(const RecordHead&) const = default;
};
static_assert(sizeof(RecordHead) == 40, "millions of them are kept in memory");

}  // namespace credence::domain
