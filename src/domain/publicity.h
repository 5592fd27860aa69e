// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"

// How long a record may be shown, as dated editions of the publicity rules (domain.md 4.1, 4.2),
// and the Shandong ceiling of five years from the end of the conduct (SD-2020 art. 38).

namespace credence::domain {

// 轻微 · 一般 · 严重. Stored; never renumber.
enum class Severity : std::uint8_t { none = 0, minor = 1, general = 2, serious = 3 };

// What the rules look at to find a record's period.
struct PublicityFacts {
  std::string rule;  // Item::validity: "penalty", "in_force", "list", …
  Severity severity = Severity::none;
  std::vector<std::string> kinds;  // penalty kinds as written
  std::string sector;              // "market_regulation" for the overlay; may be empty
  Date decided_on;                 // the date of the document
  std::optional<Date> valid_to;
  std::optional<Date>
      conduct_end;  // missing: the document date stands in, which is never later in effect
};

// One class of one edition.
struct PublicityPeriod {
  std::string id;                    // "order36.general"
  std::string rule;                  // which records
  std::optional<Severity> severity;  // nothing: any
  std::string sector;                // empty: any
  std::vector<std::string> kinds;    // empty: any; else a record with one of these
  bool shown = true;                 // 轻微: in principle not published
  int months_min = 0;                // earliest repair
  int months_max = 0;                // 0: no end of its own; shown while the record is valid
  bool until_valid_to =
      false;  // a restriction that runs longer keeps the record shown until it ends
  std::string basis;
  bool provisional = false;
};

struct PublicityEdition {
  std::string id;  // "order36"
  Words label;
  Date from;               // records decided from this day on
  std::optional<Date> to;  // first day no longer
  std::vector<PublicityPeriod> periods;
};

struct SeverityRule {  // a penalty kind's class
  std::string kind;    // 吊销许可证件
  Severity severity = Severity::general;
  // For fines: at or above `fine_general_fen` general, at or above `fine_serious_fen` serious.
  std::int64_t fine_general_fen = 0, fine_serious_fen = 0;
  std::string basis;
  bool provisional = false;
};

struct PublicityAnswer {
  bool shown = true;                    // may be shown to the public at all
  std::optional<Date> publicity_end;    // first day no longer shown to the public
  std::optional<Date> earliest_repair;  // first day repair may be asked for
  std::optional<Date> disclosure_end;   // first day no longer queried or used at all (art. 38)
  std::string edition;
  std::string basis;  // of the publicity period
  bool provisional = false;
};

class PublicityRules {
 public:
  std::vector<PublicityEdition> editions;
  std::vector<SeverityRule> severities;
  int ceiling_years = 5;      // SD-2020 art. 38
  std::string ceiling_basis;  // "SD-2020/38"
  std::vector<std::string>
      ceiling_rules;  // the rules (validity ids) the ceiling binds: dishonesty records

  // The class of a penalty with these kinds and this fine: the gravest.
  // `none` only when there are no kinds.
  // A kind without a rule ("其他-…") takes the class of 其他; without that, general.
  Severity severity_of(const std::vector<std::string>& kinds,
                       std::optional<std::int64_t> fine_fen) const;
  // The edition in force on the day of the document decides; a document older than every edition
  // takes the earliest, marked provisional. Where an edition has periods for the record's sector
  // they replace the general ones. Several kinds in one decision: the longest period. Pure. An
  // unknown rule is not shown.
  PublicityAnswer answer(const PublicityFacts& facts) const;

  bool knows(const std::string& rule) const;        // some edition has a period for it
  bool has_ceiling(const std::string& rule) const;  // art. 38 binds it
};

}  // namespace credence::domain
