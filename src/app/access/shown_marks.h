// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "domain/disclosure.h"
#include "store/marks.h"
#include "wire/json.h"

// The marks of records as one asker may see them (docs/design/marks.md).

namespace credence::app {

struct ShownMark {
  std::string kind;  // "disputed", "repaired", "withdrawn", "lifted", "statement", "corrected"
  Words label;
  Instant since;
  std::string basis;
  std::string case_number;  // empty for the public and for holders of a consent
  std::string text;         // of a statement
};
BOOST_DESCRIBE_STRUCT(ShownMark, (), (kind, label, since, basis, case_number, text))

// The marks in force on some subjects' records at one instant, by record.
class MarksInForce {
 public:
  MarksInForce() = default;
  // Reads them in one query. known_at: as in store::marks_of.
  MarksInForce(store::Session& sql, std::span<const SubjectId> subjects, Instant known_at);

  // What they do to the disclosure of a record.
  domain::RecordMarks of(SubjectId subject, RecordKey record) const;
  // Whether a record is in use no more: repaired or withdrawn. It counts in no list.
  bool out_of_use(SubjectId subject, RecordKey record) const;
  // As `audience` may see them; oldest first.
  std::vector<ShownMark> shown(SubjectId subject, RecordKey record,
                               domain::Audience audience) const;

 private:
  std::map<std::pair<SubjectId, RecordKey>, std::vector<store::RecordMark>> marks_;
};

class Audit;
// For fsck: every mark against the entries of its setting and its end, and none missing.
void audit_marks(Audit& audit);

}  // namespace credence::app
