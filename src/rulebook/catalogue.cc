// SPDX-License-Identifier: Apache-2.0
#include "rulebook/catalogue.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"

namespace credence::rulebook {

int Item::field_index(std::string_view code) const {
  const auto at = std::ranges::find(fields, code, &Field::code);
  return at == fields.end() ? -1 : static_cast<int>(at - fields.begin());
}

const Field* Item::field(std::string_view code) const {
  const int index = field_index(code);
  return index < 0 ? nullptr : &fields[static_cast<std::size_t>(index)];
}

const Field* Item::with_role(Role role) const {
  const auto at = std::ranges::find(fields, role, &Field::role);
  return at == fields.end() ? nullptr : &*at;
}

std::int32_t category_number(std::string_view value) {
  return value.empty() ? 0 : static_cast<std::int32_t>(first_63_bits(sha256(value)) >> 32);
}

bool Item::allows(domain::SubjectKind kind) const { return std::ranges::count(subjects, kind) > 0; }

void Catalogue::add(Item item) {
  numbers_[item.id] = item.number;
  const int number = item.number;
  items_.insert_or_assign(number, std::move(item));
}

const Item* Catalogue::find(std::string_view id) const {
  const auto number = numbers_.find(id);
  return number == numbers_.end() ? nullptr : by_number(number->second);
}

const Item* Catalogue::by_number(int number) const {
  const auto at = items_.find(number);
  return at == items_.end() ? nullptr : &at->second;
}

}  // namespace credence::rulebook
