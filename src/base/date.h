// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Days and instants. A Date is a civil day in China; an Instant is a moment, stored in UTC.

namespace credence {

// A day of the proleptic Gregorian calendar. Stored as days since 1970-01-01; never renumber.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::int32_t days) : days_(days) {}
  // REQUIRES: year, month and day name a real day.
  Date(int year, unsigned month, unsigned day);

  constexpr std::int32_t days() const { return days_; }
  int year() const;
  unsigned month() const;
  unsigned day() const;
  unsigned weekday() const;  // 0 is Sunday
  constexpr Date plus_days(std::int32_t n) const { return Date(days_ + n); }
  // The same day `n` months on, clipped to the month's last day (2024-01-31 + 1 = 2024-02-29).
  Date plus_months(int n) const;
  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

// 2099-12-31 in a register means "for ever" (domain.md 2.2, item 22).
extern const Date forever;

// Reads YYYY-MM-DD, YYYY/M/D, YYYY.M.D, YYYYMMDD and YYYY年M月D日, with an optional time of day
// that is dropped. Nothing when the text is not one of these or not a real day. Never guesses
// day-month order.
std::optional<Date> parse_date(std::string_view text);

// "2024-03-01".
std::string to_string(Date date);
// "20240301", as it stands in numbers that go by time.
std::string digits_of(Date date);

// Microseconds since 1970-01-01T00:00:00Z.
class Instant {
 public:
  constexpr Instant() = default;
  constexpr explicit Instant(std::int64_t micros) : micros_(micros) {}
  constexpr std::int64_t micros() const { return micros_; }
  // The civil day in China (UTC+8, no daylight saving) that this instant falls on.
  Date day() const;
  constexpr auto operator<=>(const Instant&) const = default;

 private:
  std::int64_t micros_ = 0;
};

// Later than every instant that will be stored: "not yet replaced".
inline constexpr Instant end_of_time{INT64_MAX};

// The first instant of `date` in China.
Instant start_of(Date date);

// "2024-03-01T09:30:00.000000+08:00"; the inverse reads that form, or a bare date as its last
// microsecond, so that "as known on that day" includes the day.
std::string to_string(Instant instant);
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace credence
