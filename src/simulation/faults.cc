// SPDX-License-Identifier: Apache-2.0
#include "simulation/faults.h"

#include <array>

#include "base/text.h"

namespace credence::simulation {
namespace {

using std::string_view;
using Cells = std::vector<std::string>;

constexpr std::array fault_names = std::to_array<string_view>(
    {"none", "wrong_check_character", "letter_o_for_zero", "missing_required", "placeholder_text",
     "bad_date", "future_date", "ends_before_decided", "amount_in_yuan", "missing_amount",
     "kind_mismatch", "name_of_another", "simplified_procedure", "id_number_in_text", "too_long",
     "duplicate_row"});
static_assert(fault_names.size() == fault_kinds);

constexpr std::array bad_dates =
    std::to_array<string_view>({"2024/02/30", "2023/13/05", "二〇二四年三月", "24.3.1",
                                "13/05/2024", "2024/3", "20241301", "昨天"});

Fault spoil_check(std::string& code, Dice& dice) {
  constexpr string_view characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const std::size_t right = characters.find(code.back());
  const std::size_t step = 1 + static_cast<std::size_t>(dice.below(characters.size() - 1));
  code.back() = characters[(right + step) % characters.size()];
  return Fault::wrong_check_character;
}

Fault spoil_zero(std::string& code) {
  const std::size_t zero = code.find('0');
  if (zero == std::string::npos) return Fault::none;
  code[zero] = 'O';
  return Fault::letter_o_for_zero;
}

Fault swap_kind(std::string& kind) {
  kind = kind == "个体工商户" ? "法人及非法人组织" : "个体工商户";
  return Fault::kind_mismatch;
}

Fault borrow_name(const Province& province, const Party& party, Dice& dice, std::string& name) {
  Party other;
  for (int tries = 0; tries < 4; ++tries) {
    province.party(dice.below(province.organizations()), other);
    if (other.name == party.name) continue;
    name = other.name;
    return Fault::name_of_another;
  }
  return Fault::none;
}

Fault end_early(std::string& end, string_view decided) {
  const auto day = parse_date(decided);
  if (!day) return Fault::none;
  end.clear();
  append_date(end, day->plus_months(-12), DateForm::slash);
  return Fault::ends_before_decided;
}

Fault drop_amount(std::string& amount) {
  if (amount.empty()) return Fault::none;
  amount.clear();
  return Fault::missing_amount;
}

Fault tell_identity(std::string& text, const Place& county, Dice& dice) {
  text += "当事人经营者";
  append_person(text, dice);
  text.append("（身份证号码").append(invented_resident_id(county, dice)).append("）。");
  return Fault::id_number_in_text;
}

Fault lengthen(std::string& cell, std::size_t limit) {
  for (std::size_t now = length(cell); now <= limit; now += 6) cell += "（以下续页）";
  return Fault::too_long;
}

bool offers(Fault fault, const FaultPlaces& at) {
  constexpr std::size_t none = FaultPlaces::none;
  switch (fault) {
    case Fault::wrong_check_character:
    case Fault::letter_o_for_zero:
      return at.code != none;
    case Fault::missing_required:
      return !at.required.empty();
    case Fault::placeholder_text:
      return !at.texts.empty();
    case Fault::bad_date:
      return at.date != none;
    case Fault::ends_before_decided:
      return at.end != none && at.date != none;
    case Fault::missing_amount:
      return at.fine != none;
    case Fault::kind_mismatch:
      return at.kind != none;
    case Fault::id_number_in_text:
      return at.text != none;
    case Fault::too_long:
      return at.long_cell != none;
    default:
      return true;
  }
}

}  // namespace

string_view to_string(Fault fault) { return fault_names[static_cast<std::size_t>(fault)]; }

Fault plant(Fault fault, const Province& province, const Party& party, const FaultPlaces& at,
            Dice& dice, Cells& cells) {
  if (!offers(fault, at)) return Fault::none;
  switch (fault) {
    case Fault::wrong_check_character:
      return spoil_check(cells[at.code], dice);
    case Fault::letter_o_for_zero:
      return spoil_zero(cells[at.code]);
    case Fault::missing_required:
      cells[dice.pick(at.required)].clear();
      break;
    case Fault::placeholder_text:
      cells[dice.pick(at.texts)] = "无";
      break;
    case Fault::bad_date:
      cells[at.date] = dice.pick(bad_dates);
      break;
    case Fault::ends_before_decided:
      return end_early(cells[at.end], cells[at.date]);
    case Fault::missing_amount:
      return drop_amount(cells[at.fine]);
    case Fault::kind_mismatch:
      return swap_kind(cells[at.kind]);
    case Fault::name_of_another:
      return borrow_name(province, party, dice, cells[at.name]);
    case Fault::id_number_in_text:
      return tell_identity(cells[at.text], province.counties()[party.county], dice);
    case Fault::too_long:
      return lengthen(cells[at.long_cell], at.long_limit);
    default:
      break;
  }
  return fault;
}

}  // namespace credence::simulation
