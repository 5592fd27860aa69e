// SPDX-License-Identifier: Apache-2.0
#include "rulebook/rulebook.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "base/text.h"

namespace credence::rulebook {
namespace {

// The edition of `id` in force on `on`: the last one begun by then, or the first.
template <class Rule>
const Rule& edition_on(const std::vector<Rule>& rules, std::string_view id, Date on) {
  const Rule* best = nullptr;
  for (const Rule& rule : rules) {
    if (rule.id != id) continue;
    const bool begun = rule.from <= on;
    const bool better = best == nullptr || (begun ? best->from > on || rule.from > best->from
                                                  : best->from > on && rule.from < best->from);
    if (better) best = &rule;
  }
  ensure(best != nullptr, "unknown clock or limit");
  return *best;
}

constexpr std::array<std::string_view, 10> chinese_digits = {"零", "一", "二", "三", "四",
                                                             "五", "六", "七", "八", "九"};

// 1–999: 十三, 二十, 一百零一, 一百一十.
std::string chinese_number(int number) {
  const auto digit = [](int n) {
    return std::string(chinese_digits.at(static_cast<std::size_t>(n)));
  };
  const int hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;
  std::string text = hundreds > 0 ? digit(hundreds) + "百" : "";
  if (tens > 0) text += (tens == 1 && hundreds == 0 ? "" : digit(tens)) + "十";
  if (tens == 0 && hundreds > 0 && ones > 0) text += "零";
  return ones > 0 ? text + digit(ones) : text;
}

// 八 → 8, 十二 → 12; nothing when the text is not a Chinese number below one hundred.
std::optional<int> from_chinese_number(std::string_view text) {
  for (int number = 1; number < 100; ++number) {
    if (chinese_number(number) == text) return number;
  }
  return std::nullopt;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string section_zh(const std::string& section) {
  if (section.empty()) return {};
  if (all_digits(section)) return "第" + chinese_number(std::stoi(section)) + "条";
  if (from_chinese_number(section)) return "（" + section + "）";
  return "“" + section + "”";
}

std::string section_en(const std::string& section) {
  if (section.empty()) return {};
  if (all_digits(section)) return ", art. " + section;
  if (const auto number = from_chinese_number(section))
    return ", section " + std::to_string(*number);
  return ", \"" + section + "\"";
}

std::string title_of(const Law& law, bool chinese) {
  const bool numbered = law.articles == 0 && !law.number.empty();
  if (chinese) return "《" + law.title.zh + "》" + (numbered ? "（" + law.number + "）" : "");
  return law.title.en + (numbered ? " (" + law.number + ")" : "");
}

bool gives_away(std::string_view header, std::string_view piece) {
  return piece.starts_with('=') ? header == piece.substr(1) : contains(header, piece);
}

}  // namespace

const ClockRule& RuleBook::clock(std::string_view id, Date on) const {
  return edition_on(clocks, id, on);
}

const LimitRule& RuleBook::limit(std::string_view id, Date on) const {
  return edition_on(limits, id, on);
}

std::string RuleBook::cite(std::string_view basis, bool chinese) const {
  const auto slash = basis.find('/');
  const auto law = laws.find(basis.substr(0, slash));
  if (law == laws.end()) return std::string(basis);
  const std::string section(slash == std::string_view::npos ? "" : basis.substr(slash + 1));
  return title_of(law->second, chinese) + (chinese ? section_zh(section) : section_en(section));
}

domain::DueDay due_day(const RuleBook& book, std::string_view clock, Date start) {
  const ClockRule& rule = book.clock(clock, start);
  switch (rule.unit) {
    case ClockRule::Unit::working_day:
      return book.calendar.working_days_after(start, rule.value);
    case ClockRule::Unit::day:
      return {start.plus_days(rule.value), false};
    case ClockRule::Unit::month:
      return {start.plus_months(rule.value), false};
    case ClockRule::Unit::year:
      break;
  }
  return {start.plus_months(12 * rule.value), false};
}

const DeniedField* denied_header(const RuleBook& book, std::string_view header) {
  const std::string normal = nfkc(trim(header));
  for (const DeniedField& denied : book.denied) {
    const auto hit = [&](const std::string& piece) { return gives_away(normal, piece); };
    if (std::ranges::any_of(denied.headers, hit)) return &denied;
  }
  return nullptr;
}

}  // namespace credence::rulebook
