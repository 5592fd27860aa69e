// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "store/session.h"

// The sums that statistics are made of, read from tables that other folders write.

namespace credence::app {

struct RecordSum {
  int item = 0;    // Item::number
  int region = 0;  // first four digits of its division, or of its subject's; 0: none is told
  std::int64_t records = 0, organizations = 0;
};
// Of these items, persons left out; by item and region.
std::vector<RecordSum> record_sums(store::Session& sql, std::span<const std::int64_t> items);
// The same over all of them; item and region are 0.
RecordSum record_total(store::Session& sql, std::span<const std::int64_t> items);

struct SubmissionSum {
  Instant received;
  std::string provider, provider_name;
  int item = 0;
  std::int64_t sent = 0, added = 0, changed = 0, duplicate = 0, rejected = 0, late = 0;
};
// Submissions received between two instants, the second not included, oldest first. Empty
// provider and zero item: any.
std::vector<SubmissionSum> submission_sums(store::Session& sql, std::string_view provider, int item,
                                           Instant from, Instant to);

struct LookSum {
  Date day;
  std::string purpose;
  std::int64_t looks = 0;
};
// From the access lane, by day and purpose; days are inclusive.
std::vector<LookSum> look_sums(store::Session& sql, Date from, Date to);
// Anonymous views: LookSum::purpose is empty.
std::vector<LookSum> view_sums(store::Session& sql, Date from, Date to);

}  // namespace credence::app
