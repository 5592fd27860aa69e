// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "store/database.h"

// What a decision on a case does to a record without touching it (docs/design/marks.md): the record
// stays as its provider sent it, in every version, and the mark says whether it is disputed,
// repaired, withdrawn. A mark is never altered, only ended; both are attested. Facts lane.

namespace credence::store {

// Stored and attested; never renumber.
enum class MarkKind : std::uint8_t {
  disputed = 1,  // 异议处理中 (SD-2020 art. 39)
  repaired = 2,  // 信用修复: 终止公示、停止共享和使用; stands in the archive (NDRC Order 36)
  withdrawn = 3,  // 撤销、变更、删除: withdrawn everywhere, stands in the archive (SD-2020 art. 40)
  lifted = 4,     // 破产重整: measures lifted for the time being (NDRC Order 36)
  statement = 5,  // the subject's own statement, kept beside the record
};

struct RecordMark {
  SubjectId subject;
  RecordKey record;
  MarkKind kind{};
  std::string case_number;
  std::string basis;           // "SD-2020/40"
  std::string text;            // of a statement, or the reason; may be empty
  Instant from;                // when it was put
  Instant to = end_of_time;    // when it was ended; end_of_time: in force
  std::int64_t leaf = -1;      // entry of the log that attests it
  std::int64_t end_leaf = -1;  // entry that attests its end; -1: in force
};

// Puts a mark, from write.now, in the transaction of the decision. While a mark of the same record,
// kind and case is in force it stays as it is. Of `mark` its times and entries are not read.
void put_mark(Write& write, Random& random, const RecordMark& mark);
// Ends the mark in force of this record, kind and case, from write.now; false when there is none.
bool end_mark(Write& write, Random& random, SubjectId subject, RecordKey record, MarkKind kind,
              std::string_view case_number);

// The marks in force at an instant as they were known then (of those ended since, `to` is
// end_of_time); end_of_time: those in force now. In order of subject, then entry.
std::vector<RecordMark> marks_of(Session& sql, SubjectId subject, Instant known_at);
std::vector<RecordMark> marks_of(Session& sql, std::span<const SubjectId> subjects,
                                 Instant known_at);

// For a job that follows marks: what the log attests of them after `leaf` (-1: from the start), in
// its order, at most `limit`. A setting is given as it was then, with end_leaf -1, even if the mark
// has ended; its end comes later in the order, with `to` and end_leaf. Go on after attested_at() of
// the last.
std::vector<RecordMark> marks_after(Session& sql, std::int64_t leaf, int limit);
inline std::int64_t attested_at(const RecordMark& mark) {
  return mark.end_leaf >= 0 ? mark.end_leaf : mark.leaf;
}

// What the log attests of a mark, and of its end. JSON.
std::string mark_statement(const RecordMark& mark);
std::string mark_end_statement(const RecordMark& mark);

// A mark with the salts of its statements, for fsck.
struct AttestedMark {
  RecordMark mark;
  std::string salt, end_salt;
};
// In the order they were put, after entry `leaf`.
std::vector<AttestedMark> attested_marks(Session& sql, std::int64_t leaf, int limit);

}  // namespace credence::store
