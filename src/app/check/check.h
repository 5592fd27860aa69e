// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "wire/json.h"

// What a check (核查) answers: what is in force for a subject in one matter, and why. The plain
// structs are the JSON of the API. It tells what the law provides; an official decides
// (DESIGN 2.4).

namespace credence::app {

// The record something rests on.
struct CheckGround {
  RecordKey record;
  std::string item;
  Words item_label;
  std::string document_number, issuing_body;
  std::optional<Date> decided_on;
  std::string list;  // ListRule::id; empty: the record itself is the ground
  Words list_label;
  bool disputed = false;  // an objection to it is being handled
};
BOOST_DESCRIBE_STRUCT(CheckGround, (),
                      (record, item, item_label, document_number, issuing_body, decided_on, list,
                       list_label, disputed))

// A measure in force, with its chain: record, list, measure, article.
struct CheckedMeasure {
  std::string measure;
  Words label, content;
  std::string force;  // "mandatory", "reference"
  std::string basis;
  Words article;
  Words carried_out_by;
  Date since;
  std::optional<Date> until;  // first day no more; none: no end is known
  bool ends_soon = false;     // within thirty days
  bool provisional = false;   // a rule it rests on is not confirmed
  Words why, relation, proportion, lifted_by;
  CheckGround ground;
};
BOOST_DESCRIBE_STRUCT(CheckedMeasure, (),
                      (measure, label, content, force, basis, article, carried_out_by, since, until,
                       ends_soon, provisional, why, relation, proportion, lifted_by, ground))

// A statutory limit on a person holding an office. Persons have no other.
struct CheckedLimit {
  std::string limit;
  Words label, office, role;
  std::string basis;
  Words article;
  Date since;
  std::optional<Date> until;
  bool ends_soon = false;
  Words lifted_by;
  CheckGround ground;
};
BOOST_DESCRIBE_STRUCT(CheckedLimit, (),
                      (limit, label, office, role, basis, article, since, until, ends_soon,
                       lifted_by, ground))

// A record that counts in the matter beside measures: a commitment and what became of it, a
// contract and how it was performed.
struct CheckedFact {
  std::string item;
  Words item_label;
  RecordKey record;
  std::string document_number, caption, state;  // state: as the record says
  std::optional<Date> decided_on, valid_to;
  bool disputed = false;
};
BOOST_DESCRIBE_STRUCT(CheckedFact, (),
                      (item, item_label, record, document_number, caption, state, decided_on,
                       valid_to, disputed))

// What was looked through, so that "nothing found" says what was not found.
struct CheckSearched {
  std::vector<std::string> lists, measures, limits, facts;
};
BOOST_DESCRIBE_STRUCT(CheckSearched, (), (lists, measures, limits, facts))

struct CheckAnswer {
  std::string statement = "check";
  std::string number;  // "HC20261127-3f2a91c07d5e": the same for the same question and facts
  std::string code, kind;
  std::string name;  // of an organisation, as known then; empty: not registered here
  std::string matter;
  Words matter_label;
  std::string purpose, business;  // 办件编号
  std::string unit;               // who asked
  Date day;                       // as of
  Instant known;                  // with what had been committed by then
  std::string edition;            // of the rules
  bool found = false;             // a measure or limit is in force
  Words summary;
  std::vector<CheckedMeasure> constraints, rewards;
  std::vector<CheckedLimit> limits;
  std::vector<CheckedMeasure> resting;  // would be in force, were it not lifted for the time being
  std::vector<CheckedFact> facts;
  CheckSearched searched;
};
BOOST_DESCRIBE_STRUCT(CheckAnswer, (),
                      (statement, number, code, kind, name, matter, matter_label, purpose, business,
                       unit, day, known, edition, found, summary, constraints, rewards, limits,
                       resting, facts, searched))

// What is different between two answers to the same question.
struct ComparedMeasure {
  std::string measure;  // or limit
  Words label;
  RecordKey record;
  std::string change;  // "ended", "begun", "changed": other dates, disputed or not
  std::optional<Date> until_then, until_now;
};
BOOST_DESCRIBE_STRUCT(ComparedMeasure, (), (measure, label, record, change, until_then, until_now))

struct CheckComparison {
  CheckAnswer then, now;
  std::vector<ComparedMeasure> changes;
  bool other_rules = false;  // the rules are another edition
  Words summary;
};
BOOST_DESCRIBE_STRUCT(CheckComparison, (), (then, now, changes, other_rules, summary))
CheckComparison compared(CheckAnswer then, CheckAnswer now);

}  // namespace credence::app
