// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/case.h"
#include "rulebook/rulebook.h"

// A procedure told in plain words: who does what, what is needed, by when, by which article, and
// what it means in the end. Everything follows from the procedure's data. Pure; the structs are the
// JSON of the API.

namespace credence::app {

// Something of a procedure by its id, with its words.
struct Named {
  std::string id;
  Words label;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, label))

struct DescribedState {
  std::string id;
  Words label;
  std::optional<Named> owner;  // party that must act next; none: an end
  Words outcome;               // of an end: what it means
};
BOOST_DESCRIBE_STRUCT(DescribedState, (), (id, label, owner, outcome))

struct DescribedField {
  std::string id;
  Words label;
  std::string type;  // rulebook::FormField::Type by its name
  bool required = true;
  int length = 0;  // text: most bytes; 0: no limit of its own
  std::vector<Named> choices;
  std::vector<Named> read_by;  // parties; empty: by every party
};
BOOST_DESCRIBE_STRUCT(DescribedField, (), (id, label, type, required, length, choices, read_by))

struct DescribedAct {
  std::string id;
  Words label;
  std::string basis;
  Words article;
  bool opens = false;
  bool from_any = false;    // from every state that is not an end
  std::vector<Named> from;  // states
  std::optional<Named> to;  // none: the case stays where it is
  std::vector<Named> by;    // parties
  std::vector<DescribedField> fields;
  std::vector<Words> conditions;  // what must hold before
  std::vector<Words> effects;     // what it does beside moving the case
  bool decides = false;           // about the record (app/cases/way_in.h)
};
BOOST_DESCRIBE_STRUCT(DescribedAct, (),
                      (id, label, basis, article, opens, from_any, from, to, by, fields, conditions,
                       effects, decides))

struct DescribedDeadline {
  std::string id;
  Words label;
  Named owed_by;
  Words length;        // "3个工作日"
  Words counted_from;  // "“提出异议”之日"
  std::string basis;   // of the clock
  Words article;
  std::vector<Named> starts, ends;  // acts
  std::vector<Named> replaces;      // deadlines it takes over from
  std::vector<Named> paused_in;     // states whose days do not count
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(DescribedDeadline, (),
                      (id, label, owed_by, length, counted_from, basis, article, starts, ends,
                       replaces, paused_in, provisional))

struct DescribedDocument {
  std::string id;
  Words label;
  std::string basis;
  Words article;
};
BOOST_DESCRIBE_STRUCT(DescribedDocument, (), (id, label, basis, article))

struct ProcedureView {
  std::string id, kind;
  int region = 0;  // division code; 0: everywhere
  Words label, summary;
  std::string basis;
  Words article;
  Named about;                  // what a case is about
  std::vector<Named> subjects;  // whose
  std::vector<DescribedState> states;
  std::vector<DescribedAct> acts;
  std::vector<DescribedDeadline> deadlines;
  std::vector<DescribedDocument> documents;
  bool applicant_sealed = false;
  bool provisional = false;
  std::string hash;     // SHA-256 of its file
  std::string diagram;  // SVG
};
BOOST_DESCRIBE_STRUCT(ProcedureView, (),
                      (id, kind, region, label, summary, basis, article, about, subjects, states,
                       acts, deadlines, documents, applicant_sealed, provisional, hash, diagram))

// One line of a list.
struct ProcedureLine {
  std::string id, kind;
  Words label, summary;
  std::string basis;
  Words article;
};
BOOST_DESCRIBE_STRUCT(ProcedureLine, (), (id, kind, label, summary, basis, article))

// With the lengths of its deadlines as they are on `today`.
ProcedureView procedure_view(const rulebook::RuleBook& book, const rulebook::Procedure& procedure,
                             Date today);
// Those in force in a jurisdiction, a division code.
std::vector<ProcedureLine> procedures_in(const rulebook::RuleBook& book, int region);

}  // namespace credence::app
