// SPDX-License-Identifier: Apache-2.0
#include "rulebook/catalogue.h"

#include <algorithm>
#include <array>
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

Words item_class_label(std::string_view class_code) {
  struct Class {
    std::string_view code, zh, en;
  };
  static constexpr auto classes = std::to_array<Class>({
      {"01", "登记注册基本信息", "registration"},
      {"02", "司法裁判及执行信息", "judgments and their enforcement"},
      {"03", "行政管理信息", "administrative acts"},
      {"04", "职称和职业信息", "titles and professions"},
      {"05", "经营（活动）异常名录（状态）信息", "abnormal lists and statuses"},
      {"06", "严重失信主体名单信息", "lists of serious dishonesty"},
      {"07", "有关合同履行信息", "performance of contracts"},
      {"08", "信用承诺及履行情况信息", "credit commitments and how they are kept"},
      {"09", "信用评价结果信息", "results of credit evaluation"},
      {"10", "遵守法律法规情况信息", "compliance with laws"},
      {"11", "诚实守信相关荣誉信息", "honours for good faith"},
  });
  const auto at = std::ranges::find(classes, class_code, &Class::code);
  if (at == classes.end()) return {std::string(class_code), std::string(class_code)};
  return {std::string(at->zh), std::string(at->en)};
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
