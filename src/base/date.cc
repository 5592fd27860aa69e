// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "base/ensure.h"

namespace credence {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t micros_per_day = 86'400'000'000;
constexpr std::int64_t china_offset = 8 * 3'600'000'000LL;

year_month_day civil(Date date) { return sys_days{std::chrono::days{date.days()}}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes up to `max` digits from the front of `text`; nothing when there is none.
std::optional<int> take_number(std::string_view& text, std::size_t max) {
  std::size_t n = 0;
  while (n < max && n < text.size() && is_digit(text[n])) ++n;
  if (n == 0) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + n, value);
  text.remove_prefix(n);
  return value;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<Date> real_day(int year, int month, int day) {
  const year_month_day ymd{std::chrono::year{year},
                           std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok() || year < 1800 || year > 2999) return std::nullopt;
  return Date(static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count()));
}

// " 09:30", "T09:30:00.000", "+08:00": accepted behind a date and dropped.
bool is_time_of_day(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() != ' ' && text.front() != 'T') return false;
  return std::ranges::all_of(text.substr(1), [](char c) {
    return is_digit(c) || c == ':' || c == '.' || c == 'Z' || c == '+' || c == '-' || c == ' ';
  });
}

struct Separators {
  std::string_view after_year, after_month, after_day;
};
constexpr std::array separators = {Separators{"-", "-", ""}, Separators{"/", "/", ""},
                                   Separators{".", ".", ""}, Separators{"年", "月", "日"}};

std::optional<Date> parse_separated(std::string_view text, const Separators& by) {
  const auto year = take_number(text, 4);
  if (!year || *year < 1000 || !take(text, by.after_year)) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, by.after_month)) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || !take(text, by.after_day) || !is_time_of_day(text)) return std::nullopt;
  return real_day(*year, *month, *day);
}

std::optional<Date> parse_compact(std::string_view text) {
  if (text.size() < 8 || !std::ranges::all_of(text.substr(0, 8), is_digit)) return std::nullopt;
  if (!is_time_of_day(text.substr(8))) return std::nullopt;
  std::string_view year = text.substr(0, 4), month = text.substr(4, 2), day = text.substr(6, 2);
  return real_day(*take_number(year, 4), *take_number(month, 2), *take_number(day, 2));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// The microseconds into the day told by "THH:MM:SS[.ffffff]", taken from the front of `text`.
std::optional<std::int64_t> take_time(std::string_view& text) {
  if (!take(text, "T")) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ":")) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59 || !take(text, ":")) return std::nullopt;
  const auto second = take_number(text, 2);
  if (!second || *second > 59) return std::nullopt;
  std::int64_t micros = 0;
  if (take(text, ".")) {
    std::int64_t scale = 100'000;
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1), scale /= 10) {
      micros += (text.front() - '0') * scale;
    }
  }
  return ((*hour * 60 + *minute) * 60 + *second) * 1'000'000LL + micros;
}

}  // namespace

const Date forever{2099, 12, 31};

Date::Date(int year, unsigned month, unsigned day) {
  const auto date = real_day(year, static_cast<int>(month), static_cast<int>(day));
  ensure(date.has_value(), "not a real day");
  days_ = date->days_;
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(civil(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(civil(*this).day()); }
unsigned Date::weekday() const {
  return std::chrono::weekday{sys_days{std::chrono::days{days_}}}.c_encoding();
}

Date Date::plus_months(int n) const {
  year_month_day ymd = civil(*this) + std::chrono::months{n};
  if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
  return Date(static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> parse_date(std::string_view text) {
  text = trimmed(text);
  if (const auto compact = parse_compact(text)) return compact;
  for (const auto& by : separators) {
    if (const auto date = parse_separated(text, by)) return date;
  }
  return std::nullopt;
}

std::string to_string(Date date) {
  const year_month_day ymd = civil(date);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text;
}

std::string digits_of(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

Date Instant::day() const {
  const std::int64_t local = micros_ + china_offset;
  return Date(static_cast<std::int32_t>((local >= 0 ? local : local - (micros_per_day - 1)) /
                                        micros_per_day));
}

Instant start_of(Date date) { return Instant(date.days() * micros_per_day - china_offset); }

std::string to_string(Instant instant) {
  const Date day = instant.day();
  const std::int64_t rest = instant.micros() - start_of(day).micros();
  char text[48];
  std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d.%06d+08:00", to_string(day).c_str(),
                static_cast<int>(rest / 3'600'000'000), static_cast<int>(rest / 60'000'000 % 60),
                static_cast<int>(rest / 1'000'000 % 60), static_cast<int>(rest % 1'000'000));
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  text = trimmed(text);
  if (text.size() == 10) {
    const auto day = parse_date(text);
    if (!day) return std::nullopt;
    return Instant(start_of(day->plus_days(1)).micros() - 1);
  }
  const auto day = parse_date(text.substr(0, 10));
  if (!day || text.size() < 19) return std::nullopt;
  text.remove_prefix(10);
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  if (text == "+08:00" || text.empty()) return Instant(start_of(*day).micros() + *time);
  if (text == "Z") return Instant(start_of(*day).micros() + china_offset + *time);
  return std::nullopt;
}

}  // namespace credence
