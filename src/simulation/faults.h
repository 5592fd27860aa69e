// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/province.h"

// The faults that real files have, planted on purpose, so that a test knows what a check must find.

namespace credence::simulation {

enum class Fault : std::uint8_t {
  none,
  wrong_check_character,
  letter_o_for_zero,     // in the subject's code
  missing_required,      // a required cell is empty
  placeholder_text,      // "无" where a text is required
  bad_date,              // 2024/02/30, 13/05/2024, …
  future_date,           // decided after today
  ends_before_decided,   // the end of validity lies before the decision
  amount_in_yuan,        // a fine of more than 10 000, written in yuan where 万元 are meant
  missing_amount,        // a fine among the kinds, and no amount
  kind_mismatch,         // 个体工商户 for a company, or the reverse
  name_of_another,       // the name of one organisation, the code of another
  simplified_procedure,  // penalties that must not be reported at all (SD-2020 art. 13)
  id_number_in_text,     // a resident identity number in free text
  too_long,              // a cell longer than its column allows
  duplicate_row,         // repeats a faultless row before it
};
inline constexpr std::size_t fault_kinds = 16;

// "wrong_check_character", …
std::string_view to_string(Fault fault);

// Where the cells are that faults are planted in; `none` where a table has no such column.
struct FaultPlaces {
  static constexpr std::size_t none = SIZE_MAX;
  std::size_t name = 0, code = none, kind = none, text = none, date = none, end = none, fine = none,
              long_cell = none, long_limit = 0;  // characters the long cell may hold
  std::span<const std::size_t> required;
  std::span<const std::size_t> texts;  // required texts
};

// Spoils a faultless row, and says what was planted: `none` where the row offers no place for the
// fault. Faults that a row is born with (future_date, amount_in_yuan, simplified_procedure,
// duplicate_row) are returned as they are.
Fault plant(Fault fault, const Province& province, const Party& party, const FaultPlaces& places,
            Dice& dice, std::vector<std::string>& cells);

}  // namespace credence::simulation
