// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "store/records.h"

// What the log attests of a row of a submission (docs/design/log.md): the same text when the row is
// taken in and when it is written anew from what is stored, so that fsck can tell a changed bit and
// a provider can show what was accepted. On the intake's hot path, so written by hand.

namespace credence::app {

// What is the same for all rows of a submission.
struct RowStamp {
  std::int64_t batch = 0;
  std::string provider;
  Instant received;
};

// The columns of a record as a JSON array: item, body, decided_on, valid_from, valid_to,
// conduct_end, publicity_end (days since 1970, null when not known), severity, category,
// region, content.
void append_columns(const store::RecordColumns& columns, std::string& out);

struct RowFacts {
  std::int64_t row = 0;
  SubjectId subject;
  RecordKey record;
  std::string_view columns;          // as above
  std::string_view document_number;  // empty for persons
  std::string_view fields;           // JSON array of the open values
  std::string_view personal;         // JSON array of the sealed values; empty when there are none
};

// Replaces `out`.
void row_statement(const RowStamp& stamp, const RowFacts& facts, std::string& out);
// `line`: the row's line of the reject journal, a JSON array.
void refusal_statement(const RowStamp& stamp, std::int64_t row, std::string_view line,
                       std::string& out);

inline constexpr std::size_t seed_bytes = 32;
// The salt of a row grows from the seed of its block, until one of them must be destroyed.
std::string row_salt(std::string_view seed, std::int64_t row);

}  // namespace credence::app
