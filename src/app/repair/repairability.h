// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/access/disclosed.h"
#include "base/date.h"
#include "base/result.h"
#include "domain/publicity.h"
#include "rulebook/rulebook.h"
#include "wire/json.h"

// Whether one record may be repaired (信用修复) on a day, and if not: why, by which article, and
// from which day (rules/repair, rules/publicity). Pure. Whether the duties are done is not seen
// from the record; the authority judges that.

namespace credence::app {

// What the law of repair looks at in one record.
struct RepairFacts {
  std::string item;  // "penalty"
  std::string issuing_body;
  bool dishonesty = true;  // of the item's nature
  domain::Severity severity = domain::Severity::none;
  std::vector<std::string> kinds;  // penalty kinds as written
  std::optional<Date> valid_to;    // how long a restriction runs
  domain::PublicityAnswer publicity;
  bool repaired = false, withdrawn = false;  // marks on the record
  // Of the subject: the first day no longer barred, one per finding of false material.
  std::vector<Date> barred_until;
};

// The facts of a record as it was disclosed to its subject or to the steward. Marks and bars are
// the caller's to add.
RepairFacts repair_facts(const rulebook::RuleBook& book, const ShownRecord& record);

// The value of the record's field with this role; empty when it has none or it is not shown.
std::string shown_value(const rulebook::Item& item, const ShownRecord& record, rulebook::Role role);

// The first day on which a finding of false material, made on `found`, bars nothing any more.
// REQUIRES: the book has an edition of the law of repair, as ours has.
Date barred_until(const rulebook::RuleBook& book, Date found);

// One thing that stands in the way.
struct RepairObstacle {
  std::string code;  // "too_early"
  Words reason;
  std::string basis;          // by which article
  std::optional<Date> until;  // first day it is gone; none: it does not go
};
BOOST_DESCRIBE_STRUCT(RepairObstacle, (), (code, reason, basis, until))

struct NeededMaterial {
  std::string id;  // "commitment"
  Words label;
  std::string basis;
};
BOOST_DESCRIBE_STRUCT(NeededMaterial, (), (id, label, basis))

struct Repairability {
  bool now = false;
  std::optional<Date> from;  // first day it may be asked for, the day asked about or later; none:
                             // never
  std::vector<RepairObstacle> obstacles;  // on the day asked about
  std::string edition;                    // of the law of repair, on the day `from`
  Words edition_label;
  std::string severity;  // "general"
  std::vector<Words> conditions;
  std::vector<NeededMaterial> materials;
  std::string procedure;  // kind of procedure to open
  Words where;
  std::string basis;
  bool provisional = false;  // the law it rests on is not confirmed in every point
};
BOOST_DESCRIBE_STRUCT(Repairability, (),
                      (now, from, obstacles, edition, edition_label, severity, conditions,
                       materials, procedure, where, basis, provisional))

Repairability repairability(const rulebook::RuleBook& book, const RepairFacts& facts, Date day);

// The guard `repairable` of procedures. Errors: conflict ("repair.too_early", "repair.excluded",
// "repair.ban_running", "repair.barred", "repair.already", "repair.withdrawn", "repair.over",
// "repair.not_published", "repair.not_dishonesty"): the first obstacle that lasts longest, with
// its article and the day to come back.
Result<void> check_repairable(const rulebook::RuleBook& book, const RepairFacts& facts, Date day);

}  // namespace credence::app
