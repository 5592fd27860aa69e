// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/access/register.h"
#include "base/ids.h"

// What the patrol puts into the register: findings, and up to where it has been.

namespace credence::app {

// A sign of misuse on a desk. It does nothing by itself: somebody decides. Nothing personal stands
// in it: subjects are numbers, values are not repeated.
struct PatrolFinding {
  static constexpr std::string_view kind = "finding";
  std::string id;    // "XC20261125-3f2a91c04be1", from rule, asker or record, and window
  std::string rule;  // rules/patrol id
  Words label;
  std::string basis;
  std::string severity;         // "notice", "serious", "grave"
  std::string asker;            // account or key; empty: not about an asker
  std::string unit, unit_name;  // of the asker
  std::optional<SubjectId> subject;
  Words facts;
  Instant from, to;               // first and last look counted, or when the record was received
  std::int64_t first_entry = -1;  // of the access lane's log, for auditors; -1: none
  std::int64_t last_entry = -1;
  Instant found;
  std::string state = "open";  // "explained", "confirmed", "passed_on"
  std::string note;            // of who decided
  std::string decided_by, decided_unit;
  std::optional<Instant> decided;

  std::string key() const { return id; }
  std::string parent() const { return asker; }
  std::string also() const { return state; }
};
BOOST_DESCRIBE_STRUCT(PatrolFinding, (),
                      (id, rule, label, basis, severity, asker, unit, unit_name, subject, facts,
                       from, to, first_entry, last_entry, found, state, note, decided_by,
                       decided_unit, decided))

// One run, as a version of the one thing there is of this kind; the newest says where to go on.
struct PatrolRun {
  static constexpr std::string_view kind = "patrol_run";
  std::string id = "patrol";
  Instant at;
  std::int64_t access_leaf = 0;  // looks before this entry of the access lane's log are done
  std::int64_t facts_leaf = 0;   // records before this entry of the facts lane's log are done
  SubjectId expired_after{-1};   // files up to this subject are done in this round; -1: none
  std::int64_t looks = 0, records = 0, files = 0;  // gone over in this run
  std::int64_t found = 0;                          // new findings

  std::string key() const { return id; }
  std::string parent() const { return ""; }
  std::string also() const { return ""; }
};
BOOST_DESCRIBE_STRUCT(PatrolRun, (),
                      (id, at, access_leaf, facts_leaf, expired_after, looks, records, files,
                       found))

}  // namespace credence::app
