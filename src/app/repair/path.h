// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/repair/repairability.h"
#include "domain/disclosure.h"

// The path to repair: which of a subject's records holds which restriction, from which day repair
// may lawfully be asked for, what is needed, and what changes for whom afterwards. Every day given
// is tried out before it is given: the guard passes on it and not the day before. Pure.

namespace credence::app {

// What one audience sees of a record.
struct Standing {
  std::string audience;  // "open"
  Words label;
  bool shown = false;
  std::optional<Date> until;  // shown: first day no longer
  Words reason;
  std::string basis;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (audience, label, shown, until, reason, basis))

// The dry run of one step.
struct DryRun {
  bool passes_that_day = false;      // the guard, on `repair.from`
  bool fails_day_before = false;     // and not the day before, unless that has passed already
  bool withheld_afterwards = false;  // from the public, from who uses records, on that day
  bool verified = false;             // all three
};
BOOST_DESCRIBE_STRUCT(DryRun, (),
                      (passes_that_day, fails_day_before, withheld_afterwards, verified))

struct RepairStep {
  RecordKey record;
  std::string item;
  Words item_label;
  std::string caption;
  std::string document_number;
  std::string issuing_body;
  std::optional<Date> decided_on;
  std::optional<Date> publicity_end;   // shown to the public until then, without repair
  std::optional<Date> disclosure_end;  // used until then, without repair
  std::vector<Standing> today;
  Repairability repair;
  std::vector<Standing> afterwards;  // on `repair.from`, once repaired; empty: never
  DryRun dry_run;
};
BOOST_DESCRIBE_STRUCT(RepairStep, (),
                      (record, item, item_label, caption, document_number, issuing_body, decided_on,
                       publicity_end, disclosure_end, today, repair, afterwards, dry_run))

struct RepairPath {
  SubjectId subject;
  Date day;                       // as of
  std::vector<RepairStep> steps;  // by the day that can be acted on; never ones last
  // First day on which no record of dishonesty is shown to the public, each being repaired on its
  // earliest day or running out; none: one is shown for ever, or there is none now.
  std::optional<Date> clear_from;
  Words summary;
  std::string edition;  // of the rules
};
BOOST_DESCRIBE_STRUCT(RepairPath, (), (subject, day, steps, clear_from, summary, edition))

// What cases and findings add to a subject's records.
struct RepairMarks {
  std::vector<RecordKey> repaired, withdrawn;
  std::vector<Date> barred_until;
};

// The path for the records of dishonesty in `file` that may still be shown or used on the file's
// day. REQUIRES: the file was disclosed to the subject itself or to the steward, or fields that
// decide are missing.
RepairPath path_to_repair(const rulebook::RuleBook& book, const DisclosedFile& file,
                          const RepairMarks& marks);

// What an audience sees of the record on a day; with `repaired`, once the mark is on it.
enum class Marked : std::uint8_t { no, repaired };
domain::Disclosure disclosed_when(const domain::DisclosureFacts& facts, domain::Audience audience,
                                  Date day, Marked marked);

}  // namespace credence::app
