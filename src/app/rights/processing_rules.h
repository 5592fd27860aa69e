// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "rulebook/rulebook.h"
#include "wire/json.h"

// What a person is told before their data are processed (PIPL art. 17): who processes them, for
// what, which data, how long, and how to use one's rights. Made from the rules, so that it says
// what the platform does.

namespace credence::app {

struct Processor {
  std::string name;       // as printed on reports
  std::string unit;       // credit code of the credit centre; empty: credence.toml names none
  std::string unit_name;  // as the register of units has it
  std::string region;     // jurisdiction, a division code
  std::string region_name;
};
BOOST_DESCRIBE_STRUCT(Processor, (), (name, unit, unit_name, region, region_name))

struct ProcessingPurpose {
  std::string id;
  Words label;
  std::string audience;  // "public_body"
  Words audience_label;
  bool persons = false;          // opens files of natural persons
  bool matter_required = false;  // only with a matter number
  std::string basis;
  Words article;
};
BOOST_DESCRIBE_STRUCT(ProcessingPurpose, (),
                      (id, label, audience, audience_label, persons, matter_required, basis,
                       article))

struct PersonalField {
  std::string code;
  Words label;
  std::string mask;  // how all but the person see it
  Words mask_label;
};
BOOST_DESCRIBE_STRUCT(PersonalField, (), (code, label, mask, mask_label))

// An item whose records hold personal data.
struct PersonalItem {
  std::string item;
  Words item_label;
  bool about_persons = false;  // records of natural persons themselves
  std::string disclosure;      // of those: "authorized", "government"
  Words disclosure_label;
  std::vector<PersonalField> fields;   // sealed, never public
  std::vector<std::string> providers;  // where they come from
  std::vector<std::string> basis;
  std::vector<Words> articles;
};
BOOST_DESCRIBE_STRUCT(PersonalItem, (),
                      (item, item_label, about_persons, disclosure, disclosure_label, fields,
                       providers, basis, articles))

struct RetentionRule {
  std::string kind;  // "ceiling", "publicity", "erasure"
  Words kind_label;
  std::string id;  // "order36.general"
  Words label;
  Words how_long;
  std::string basis;
  Words article;
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(RetentionRule, (),
                      (kind, kind_label, id, label, how_long, basis, article, provisional))

struct ProcessingRight {
  std::string id;
  Words label;
  Words how;
  Words answered_within;
  std::optional<Words> with_others;  // when another unit must be asked
  std::string basis;
  Words article;
};
BOOST_DESCRIBE_STRUCT(ProcessingRight, (),
                      (id, label, how, answered_within, with_others, basis, article))

// What the platform does to nobody.
struct NeverDone {
  Words what;
  std::string basis;
  Words article;
};
BOOST_DESCRIBE_STRUCT(NeverDone, (), (what, basis, article))

struct NeverCollected {
  std::string id;
  Words label;
  bool lawful_with_consent = false;  // refused here all the same
  std::string basis;
  Words article;
};
BOOST_DESCRIBE_STRUCT(NeverCollected, (), (id, label, lawful_with_consent, basis, article))

struct ProcessingRules {
  Processor processor;
  std::vector<ProcessingPurpose> purposes;
  std::vector<PersonalItem> items;
  std::vector<RetentionRule> retention;
  std::vector<ProcessingRight> rights;
  std::vector<NeverDone> never_done;
  std::vector<NeverCollected> never_collected;
  Date day;             // as of
  std::string edition;  // of the rules
};
BOOST_DESCRIBE_STRUCT(ProcessingRules, (),
                      (processor, purposes, items, retention, rights, never_done, never_collected,
                       day, edition))

// Pure.
ProcessingRules processing_rules(const rulebook::RuleBook& book, Processor processor, Date day);

}  // namespace credence::app
