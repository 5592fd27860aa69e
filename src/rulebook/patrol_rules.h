// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

// What the patrol (常态化巡查) looks for: signs of misuse as rules (rules/patrol). How each
// detector reads its numbers is in app/patrol.

namespace credence::rulebook {

// Closed set: a detector is code, its numbers are data.
enum class Detector : std::uint8_t {
  volume,            // many looks, or many more than the asker's own habit
  hours,             // looks outside working hours
  matter_reuse,      // one matter number for very many subjects, or one that says nothing
  walking,           // looks that found nothing, or at codes one after another
  repeated,          // one asker at one person
  expired_shown,     // a record is shown although its period has ended
  personal_in_text,  // personal data in a field that is open
};

// Machines ask at night and in bulk by their nature; people do not.
enum class Askers : std::uint8_t { any, people, keys };

enum class Gravity : std::uint8_t { notice, serious, grave };

struct Threshold {
  std::string name;  // "looks"
  std::int64_t value = 0;
  Words unit;
};

struct PatrolRule {
  std::string id;  // "volume.hour"
  Words label;
  std::string basis;
  Detector detector = Detector::volume;
  std::int64_t window_hours = 0;  // 0: the detector has none
  Askers askers = Askers::any;
  std::vector<std::string> exempt;        // purposes that are not counted
  std::vector<std::string> placeholders;  // matter numbers that say nothing
  Gravity gravity = Gravity::notice;
  std::vector<Threshold> thresholds;
  bool provisional = false;

  bool has(std::string_view threshold) const;
  // REQUIRES: has(threshold).
  std::int64_t threshold(std::string_view name) const;
};

}  // namespace credence::rulebook
