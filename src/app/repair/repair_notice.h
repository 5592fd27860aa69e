// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/repair/repairability.h"

// 两书同达: the repair notice that goes out together with a penalty decision (GBF-2025-22): how
// long the penalty is shown, from which day repair may be asked for, with what, where, and by which
// article. Pure.

namespace credence::app {

struct RepairNotice {
  std::string subject_name;
  std::string document_number;  // of the decision
  std::string issuing_body;
  std::optional<Date> decided_on;
  std::string severity;  // "general"
  Words severity_label;
  bool published = true;              // false: this class is not shown to the public
  std::optional<Date> publicity_end;  // first day no longer shown to the public
  std::optional<Date> earliest;       // first day repair may be asked for; none: never
  Words when;                         // the two in words
  std::vector<Words> conditions;
  std::vector<NeededMaterial> materials;
  Words where;
  std::string procedure;
  std::vector<std::string> bases;  // articles
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(RepairNotice, (),
                      (subject_name, document_number, issuing_body, decided_on, severity,
                       severity_label, published, publicity_end, earliest, when, conditions,
                       materials, where, procedure, bases, provisional))

// The notice for a penalty as it stands on the day of its decision. Nothing for what is no penalty
// or has no day of decision: no decision goes out, so no notice with it. Persons' penalties have
// none either: they are not published (SD-2020 art. 20).
std::optional<RepairNotice> repair_notice(const rulebook::RuleBook& book,
                                          const ShownRecord& record);
// For every penalty among them, in their order: a batch's.
std::vector<RepairNotice> repair_notices(const rulebook::RuleBook& book,
                                         std::span<const ShownRecord> records);

// One page per notice, to print (A4); without scripts, so that it stands under the strictest
// policy. `issuer` is whoever prints it.
std::string to_html(const rulebook::RuleBook& book, std::span<const RepairNotice> notices,
                    const std::string& issuer);

}  // namespace credence::app
