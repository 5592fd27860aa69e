// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"
#include "store/database.h"
#include "store/packing.h"

// Personal data in fields that are open: a resident id or a mobile number in a text about an
// organisation (PIPL arts. 6, 25).

namespace credence::app {

enum class PersonalKind : std::uint8_t { resident_id, mobile };

// Eleven digits from 13 to 19 that stand alone, in any width.
bool holds_mobile(std::string_view text);
bool holds_resident_id(std::string_view text);

// One field of one submission. What stands there is never repeated.
struct PersonalField {
  std::string item, field;
  Words field_label;
  PersonalKind kind{};
  std::int64_t batch = 0;
  std::vector<std::int64_t> rows;  // the first few
  std::int64_t count = 0;
  Instant received;
};

struct TextCheck {
  std::vector<PersonalField> fields;
  std::int64_t next_leaf = 0;  // of the facts lane's log: go on there
  std::int64_t records = 0;
};

// Goes over the records whose entries are at `leaf` or after, at most `records` of them.
TextCheck check_texts(const rulebook::RuleBook& book, store::Database& database,
                      store::Dictionaries& dictionaries, std::int64_t leaf, std::int64_t records);

}  // namespace credence::app
