// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "domain/publicity.h"

// The law of credit repair (信用修复) as dated editions (rules/repair): what may not be repaired,
// what must be shown, by which procedure. The edition in force on the day of the application
// applies; how long a record stays public follows the edition of its document (domain/publicity).
// Plain values.

namespace credence::rulebook {

// What must be handed in: exactly what the edition allows, nothing else.
struct RepairMaterial {
  std::string id;  // "commitment"; the procedure's DocumentKind of that id
  Words label;
  std::vector<domain::Severity> severities;  // empty: of every class
  std::string basis;
};

// What must hold beside the shortest publicity period; the authority judges it.
struct RepairCondition {
  Words label;
  std::string basis;
};

// What may not be repaired while the edition is in force.
struct RepairExclusion {
  std::vector<std::string> items;  // items of the catalogue; or
  std::vector<std::string> kinds;  // penalty kinds
  Words reason;
  std::string basis;
};

// Restrictions that bar an early end for as long as they run.
struct RunningBan {
  std::vector<std::string> kinds;  // penalty kinds; empty: a running restriction bars nothing
  std::string basis;
};

struct RepairEdition {
  std::string id;  // "order36"
  Words label;
  Date from;               // applications from this day on
  std::optional<Date> to;  // first day no longer
  // Pieces of the issuing body's name: an edition with some applies to those bodies before one
  // without any.
  std::vector<std::string> issuers;
  std::string procedure;  // kind of procedure: "repair"
  Words where;            // at which window to apply
  std::string basis;
  std::vector<RepairCondition> conditions;
  std::vector<RepairMaterial> materials;
  std::vector<RepairExclusion> exclusions;
  RunningBan running_ban;
  std::string barred_clock;  // how long after a finding of false material nothing is repaired
  bool provisional = false;

  bool in_force(Date day) const { return from <= day && (!to || day < *to); }
};

// The edition for an application on `day` about a record of `issuing_body`; before the first
// edition, the first. Null when there is none at all. Pure.
const RepairEdition* repair_edition(const std::vector<RepairEdition>& editions, Date day,
                                    std::string_view issuing_body);

}  // namespace credence::rulebook
