// SPDX-License-Identifier: Apache-2.0
#include "app/intake/checks.h"

#include <algorithm>
#include <optional>

#include "base/money.h"
#include "base/text.h"

namespace credence::app {
namespace {

using rulebook::Check;
using rulebook::Condition;
using rulebook::Item;
using Op = Condition::Op;

std::string_view value_of(const Item& item, const CheckInput& input, const std::string& code) {
  const int at = item.field_index(code);
  return at < 0 ? std::string_view{} : input.values[static_cast<std::size_t>(at)];
}

// Orders hold when either day is missing: a missing day is another check's business.
bool ordered(std::string_view earlier, std::string_view later) {
  const auto a = parse_date(earlier), b = parse_date(later);
  return !a || !b || *a <= *b;
}

bool within(std::string_view value, const std::string& bound, bool at_most) {
  const auto amount = parse_ten_thousand_yuan(value), limit = parse_ten_thousand_yuan(bound);
  if (!amount || !limit) return true;  // not a number: the cell check has said so
  return at_most ? *amount <= *limit : *amount >= *limit;
}

bool holds(const Item& item, const CheckInput& input, const Condition& condition) {
  const std::string_view value = value_of(item, input, condition.field);
  const auto& wanted = condition.values;
  const auto any = [&](auto test) { return std::ranges::any_of(wanted, test); };
  switch (condition.op) {
    case Op::present:
      return !value.empty();
    case Op::absent:
      return value.empty();
    case Op::equals:
    case Op::one_of:
      return any([&](const auto& w) { return value == w; });
    case Op::contains_any:
      return any([&](const auto& w) { return contains(value, w); });
    case Op::starts_with:
      return any([&](const auto& w) { return value.starts_with(w); });
    case Op::not_after_field:
      return ordered(value, value_of(item, input, wanted.front()));
    case Op::not_before_field:
      return ordered(value_of(item, input, wanted.front()), value);
    case Op::not_after_today:
      return value.empty() || ordered(value, to_string(input.today));
    case Op::at_most:
      return value.empty() || within(value, wanted.front(), true);
    case Op::at_least:
      return value.empty() || within(value, wanted.front(), false);
    case Op::subject_kind:
      return any([&](const auto& w) { return to_string(input.kind) == w; });
  }
  return true;
}

void run_check(const Item& item, const CheckInput& input, const Check& check,
               std::vector<Finding>& findings) {
  const auto true_here = [&](const Condition& c) { return holds(item, input, c); };
  if (!std::ranges::all_of(check.when, true_here)) return;
  const auto broken = std::ranges::find_if_not(check.then, true_here);
  if (broken == check.then.end()) return;
  findings.push_back({"rule." + check.id, check.warning, item.field_index(broken->field),
                      check.message, check.remedy, check.basis});
}

}  // namespace

void run_checks(const Item& item, const CheckInput& input, std::vector<Finding>& findings) {
  for (const Check& check : item.checks) run_check(item, input, check, findings);
}

}  // namespace credence::app
