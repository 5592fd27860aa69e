// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "wire/json.h"

// Counters a submission leaves for the quality report. They add up, so that blocks and batches can
// be summed.

namespace credence::app {

struct Counters {
  std::int64_t cells = 0, cells_filled = 0;         // 完整: over the item's fields
  std::int64_t rows = 0, rows_conforming = 0;       // 规范: passed every check, warnings too
  std::int64_t rows_accepted = 0, rows_linked = 0;  // 关联: the subject is in the register
  std::int64_t rows_wrong_code = 0,
               rows_mismatch = 0;  // 准确: code wrong, name and code of two subjects
  std::int64_t rows_clocked = 0, rows_late = 0;  // 及时
  std::int64_t rows_duplicate = 0;               // 冗余
  std::int64_t rows_public = 0;  // of units and businesses, open items: must be shown
  bool operator==(const Counters&) const = default;
};
BOOST_DESCRIBE_STRUCT(Counters, (),
                      (cells, cells_filled, rows, rows_conforming, rows_accepted, rows_linked,
                       rows_wrong_code, rows_mismatch, rows_clocked, rows_late, rows_duplicate,
                       rows_public))

struct Measures {
  Counters counters;
  std::map<std::string, std::int64_t> findings;  // rows per finding id, warnings included

  void add(const Measures& other);
};

// The JSON kept in batch.measures, and back. Unknown counters are ignored, missing ones are zero:
// batches outlive versions.
std::string to_text(const Measures& measures);
Measures measures_from(const std::string& text);

}  // namespace credence::app
