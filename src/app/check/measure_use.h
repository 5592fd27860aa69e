// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/caller.h"
#include "app/cases/cases.h"
#include "base/result.h"
#include "rulebook/rulebook.h"
#include "store/database.h"
#include "wire/json.h"

// Use and effect of measures, from what units reported (app/check/feedback.h): per measure, unit
// and region. It names no person, no official and no subject. Every measure of the rules appears,
// so that what is never applied shows, and so does what mostly does not stand.

namespace credence::app {

// Why a measure was not applied.
struct MeasureNotApplied {
  std::int64_t put_right = 0;    // 主体已补正
  std::int64_t exempt = 0;       // 法定例外
  std::int64_t ground_gone = 0;  // 依据已撤销
  std::int64_t unrelated = 0;    // 与事项无关
  std::int64_t other = 0;
};
BOOST_DESCRIBE_STRUCT(MeasureNotApplied, (), (put_right, exempt, ground_gone, unrelated, other))

// Each is a number of cases: one unit, subject, matter number and measure.
struct MeasureCounts {
  std::int64_t told = 0;                                      // by checks
  std::int64_t applied = 0, not_applied = 0, overturned = 0;  // as reported; and stands so
  std::int64_t unanswered = 0;
  std::int64_t late = 0;  // of those unanswered, past their day
  MeasureNotApplied why_not;
  // What became of its grounds since, whatever was reported; of several the one that took least.
  std::int64_t ground_withdrawn = 0, ground_repaired = 0, ground_corrected = 0;
  std::int64_t fell = 0;  // overturned, or applied on grounds that were withdrawn since
};
BOOST_DESCRIBE_STRUCT(MeasureCounts, (),
                      (told, applied, not_applied, overturned, unanswered, late, why_not,
                       ground_withdrawn, ground_repaired, ground_corrected, fell))

// One measure over all units asked for.
struct MeasureOutcome {
  std::string measure;
  Words label;  // empty: the rules of today do not have it any more
  std::string effect, force, basis;
  Words article;
  MeasureCounts counts;
  bool never_applied = false;      // applied and overturned are 0
  bool mostly_overturned = false;  // fell: more than half of applied and overturned
};
BOOST_DESCRIBE_STRUCT(MeasureOutcome, (),
                      (measure, label, effect, force, basis, article, counts, never_applied,
                       mostly_overturned))

// One measure at one unit that was told of it.
struct MeasureAtUnit {
  std::string measure;
  Words label;
  std::string unit, unit_name;      // credit code
  std::string region, region_name;  // of the unit; empty: the whole province
  MeasureCounts counts;
};
BOOST_DESCRIBE_STRUCT(MeasureAtUnit, (),
                      (measure, label, unit, unit_name, region, region_name, counts))

struct MeasureUse {
  Date from, to;                         // day of the check, inclusive
  std::string measure, region;           // as asked for; empty: all
  std::vector<MeasureOutcome> measures;  // every measure of the rules, and those told of, by id
  std::vector<MeasureAtUnit> units;      // where something was told, by measure and unit
  std::string edition;                   // of the rules
};
BOOST_DESCRIBE_STRUCT(MeasureUse, (), (from, to, measure, region, measures, units, edition))

struct MeasureUseWanted {
  Date from, to;
  std::string measure;  // id; empty: every one
  std::string region;   // division code or its beginning; empty: everywhere
};

// Thread safe, and several processes may share a database.
class MeasureUses {
 public:
  MeasureUses(store::Database& database, const Cases& cases, const Clock& clock);

  // Brings what is counted up to the steps of the cases. Throws Failure: no database.
  void follow();
  // For whoever supervises, the credit centre and auditors, as of everything reported by now.
  // Errors: unidentified, forbidden ("access.power").
  Result<MeasureUse> use(const rulebook::RuleBook& book, const Caller& caller,
                         const MeasureUseWanted& wanted);

 private:
  bool follow_page(store::Write& write) const;
  store::Database& database_;
  const Cases& cases_;
  const Clock& clock_;
};

class Audit;
// For fsck: what is counted of each case, against its steps.
void audit_measure_use(Audit& audit, const SecretBox& box);

}  // namespace credence::app
